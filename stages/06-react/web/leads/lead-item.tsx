import { memo } from 'react';
import type { Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { isDraft } from '../optimistic.ts';
import { Action, Row, type Tone } from '../row.tsx';
import { STAGES, STEPS } from './stages.ts';

const TONES: Record<Stage, Tone> = {
  new: 'plain',
  contacted: 'open',
  qualified: 'open',
  won: 'good',
  lost: 'bad',
};

interface Props {
  lead: Lead;
  onMove: (lead: Lead, stage: Stage) => void;
  onRemove: (lead: Lead) => void;
}

export const LeadItem = memo(function LeadItem({ lead, onMove, onRemove }: Props) {
  const { name, email, company, stage } = lead;
  const waits = isDraft(lead);

  return (
    <Row
      title={name}
      badge={STAGES[stage]}
      tone={TONES[stage]}
      more={[company, email].filter(Boolean).join(' · ')}
    >
      {STEPS[stage].map((step) => (
        <Action
          key={step}
          label={STAGES[step]}
          of={name}
          disabled={waits}
          onClick={() => onMove(lead, step)}
        />
      ))}
      <Action label="Delete" of={name} disabled={waits} onClick={() => onRemove(lead)} />
    </Row>
  );
});
