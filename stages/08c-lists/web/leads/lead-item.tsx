import { STEPS, type Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { toItemPath } from '../address.ts';
import { DeleteButton } from '../ui/delete-button.tsx';
import { Link } from '../ui/link.tsx';
import { Row, type Tone } from '../ui/row.tsx';
import { STAGE_NAMES } from './stage-names.ts';
import { StepButton } from './step-button.tsx';

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
  userId?: string | undefined;
}

// In the pipeline the column says the stage, so the card need not.
export function LeadItem({ lead, card = false, userId }: Props) {
  const { id, name, email, company, stage } = lead;
  const confirm = { type: 'submit', name: 'delete', value: id } as const;
  return (
    <Row
      id={id}
      title={
        <Link
          className="scroll-my-24 rounded hover:text-accent"
          href={toItemPath('leads', id, userId)}
          id={`lead-${id}`}
        >
          {name}
        </Link>
      }
      badge={card ? undefined : { name: STAGE_NAMES[stage], tone: TONES[stage] }}
      more={<Contact parts={card ? [company ?? email] : [company, email]} />}
      card={card}
      after={<DeleteButton of={name} type="submit" name="ask" value={id} confirm={confirm} />}
    >
      {STEPS[stage].map((step) => (
        <StepButton key={step} step={step} lead={lead} />
      ))}
    </Row>
  );
}

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
