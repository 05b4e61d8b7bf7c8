'use client';

import type { Lead } from '../../src/leads/schema.ts';
import { Alert } from '../ui/alert.tsx';
import { List } from '../ui/list.tsx';
import { LeadItem } from './lead-item.tsx';
import { useLeadChanges } from './use-lead-changes.ts';

export function LeadList({ leads }: { leads: readonly Lead[] }) {
  const { shown, message, session, form } = useLeadChanges(leads);

  return (
    <form {...form}>
      <Alert message={message} session={session} />
      {shown.length > 0 && (
        <List name="Leads">
          {shown.map((lead) => (
            <LeadItem key={lead.id} lead={lead} />
          ))}
        </List>
      )}
    </form>
  );
}
