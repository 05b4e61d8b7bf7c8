import type { Stage } from '../../src/leads/lead.ts';
import { Action } from '../ui/button.tsx';
import { NextIcon } from '../ui/icons.tsx';
import { STAGE_NAMES } from './stage-names.ts';

interface Props {
  step: Stage;
  lead: { id: number; name: string };
}

export function StepButton({ step, lead: { id, name } }: Props) {
  return (
    <Action label={STAGE_NAMES[step]} of={name} type="submit" name={step} value={id}>
      {STAGE_NAMES[step]} <NextIcon />
    </Action>
  );
}
