'use client';

import { STAGES, type Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { toSearch } from '../address.ts';
import { Alert } from '../ui/alert.tsx';
import { Board, Column } from '../ui/board.tsx';
import { LeadItem } from './lead-item.tsx';
import { STAGE_NAMES } from './stage-names.ts';
import { useLeadChanges } from './use-lead-changes.ts';

const NOBODY: Record<Stage, string> = {
  new: 'Nobody new.',
  contacted: 'Nobody to hear from.',
  qualified: 'Nobody about to decide.',
  won: 'Nobody won yet.',
  lost: 'Nobody lost.',
};

interface Props {
  leads: readonly Lead[];
  // How many there are, of which the pipeline may show a part, and what was searched for.
  total: number;
  q: string;
}

export function LeadPipeline({ leads, total, q }: Props) {
  const { shown, message, session, form } = useLeadChanges(leads);
  const isPart = leads.length < total;

  return (
    <form {...form}>
      <Alert message={message} session={session} />
      <Board shown={leads.length} total={total}>
        {STAGES.map((stage) => {
          const column = shown.filter((lead) => lead.stage === stage);
          return (
            <Column
              key={stage}
              name={STAGE_NAMES[stage]}
              count={column.length}
              empty={NOBODY[stage]}
              all={isPart ? `/leads${toSearch({ stage, q })}` : undefined}
            >
              {column.map((lead) => (
                <LeadItem key={lead.id} lead={lead} card />
              ))}
            </Column>
          );
        })}
      </Board>
    </form>
  );
}
