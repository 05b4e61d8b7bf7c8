'use client';

import { STAGES as ORDER, type Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { Board, Column } from '../board.tsx';
import { Alert } from '../page.tsx';
import { LeadItem } from './lead-item.tsx';
import { STAGES } from './stages.ts';
import { useLeadOrders } from './use-lead-orders.ts';

const NOBODY: Record<Stage, string> = {
  new: 'Nobody new.',
  contacted: 'Nobody to hear from.',
  qualified: 'Nobody about to decide.',
  won: 'Nobody won yet.',
  lost: 'Nobody lost.',
};

export function LeadBoard({ leads }: { leads: readonly Lead[] }) {
  const { shown, message, form } = useLeadOrders(leads);

  return (
    <form {...form}>
      <Alert message={message} />
      <Board wide>
        {ORDER.map((stage) => {
          const column = shown.filter((lead) => lead.stage === stage);
          return (
            <Column key={stage} name={STAGES[stage]} count={column.length} empty={NOBODY[stage]}>
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
