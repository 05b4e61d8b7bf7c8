import type { Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { Action, Delete, Row, type Tone } from '../row.tsx';
import { STAGES, STEPS } from './stages.ts';

export const TONES: Record<Stage, Tone> = {
  new: 'plain',
  contacted: 'open',
  qualified: 'open',
  won: 'good',
  lost: 'bad',
};

// In the pipeline the column says the stage, so the card need not.
export function LeadItem({ lead, card = false }: { lead: Lead; card?: boolean }) {
  const { id, name, email, company, stage } = lead;
  return (
    <Row
      id={id}
      href={`/leads/${id}`}
      title={name}
      badge={card ? undefined : { name: STAGES[stage], tone: TONES[stage] }}
      more={card ? (company ?? email) : [company, email].filter(Boolean).join(' · ')}
      card={card}
      after={<Delete of={name} id={id} />}
    >
      {STEPS[stage].map((step) => (
        <Action key={step} label={STAGES[step]} of={name} name={step} value={id} />
      ))}
    </Row>
  );
}
