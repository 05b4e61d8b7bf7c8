import { memo } from 'react';
import { STEPS, type Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { Action } from '../ui/button.tsx';
import { DeleteButton } from '../ui/delete-button.tsx';
import { NextIcon } from '../ui/icons.tsx';
import { Row, type Tone } from '../ui/row.tsx';
import { STAGE_NAMES } from './stage-names.ts';

const TONES: Record<Stage, Tone> = {
  new: 'plain',
  contacted: 'open',
  qualified: 'open',
  won: 'good',
  lost: 'bad',
};

interface Props {
  lead: Lead;
  card?: boolean;
  onMove: (lead: Lead, stage: Stage) => void;
  onRemove: (lead: Lead) => void;
}

// In the pipeline the column says the stage, so the card need not.
export const LeadItem = memo(function LeadItem({ lead, card = false, onMove, onRemove }: Props) {
  const { id, name, email, company, stage } = lead;

  return (
    <Row
      id={id}
      title={name}
      badge={card ? undefined : { name: STAGE_NAMES[stage], tone: TONES[stage] }}
      more={<Contact parts={card ? [company ?? email] : [company, email]} />}
      card={card}
      after={<DeleteButton of={name} confirm={{ onClick: () => onRemove(lead) }} />}
    >
      {STEPS[stage].map((step) => (
        <Action key={step} label={STAGE_NAMES[step]} of={name} onClick={() => onMove(lead, step)}>
          {STAGE_NAMES[step]} <NextIcon />
        </Action>
      ))}
    </Row>
  );
});

// Each part for itself, so that one that is written from right to left does not turn the others round.
function Contact({ parts }: { parts: (string | null)[] }) {
  return [...new Set(parts)]
    .filter((part) => part !== null)
    .map((part, index) => (
      <span key={part}>
        {index > 0 && ' · '}
        <bdi>{part}</bdi>
      </span>
    ));
}
