'use client';

import type { Lead } from '../../src/leads/schema.ts';
import { Alert, CARD } from '../page.tsx';
import { LeadItem } from './lead-item.tsx';
import { useLeadOrders } from './use-lead-orders.ts';

export function LeadList({ leads }: { leads: readonly Lead[] }) {
  const { shown, message, form } = useLeadOrders(leads);

  return (
    <form {...form}>
      <Alert message={message} />
      {shown.length > 0 && (
        <ul className={`${CARD} divide-y divide-line overflow-clip`} aria-label="Leads">
          {shown.map((lead) => (
            <LeadItem key={lead.id} lead={lead} />
          ))}
        </ul>
      )}
    </form>
  );
}
