'use client';

import { STAGES, type Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
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

export function LeadPipeline({ leads }: { leads: readonly Lead[] }) {
  const { shown, message, session, form } = useLeadChanges(leads);

  return (
    <form {...form}>
      <Alert message={message} session={session} />
      <Board>
        {STAGES.map((stage) => {
          const column = shown.filter((lead) => lead.stage === stage);
          return (
            <Column key={stage} name={STAGE_NAMES[stage]} count={column.length} empty={NOBODY[stage]}>
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
