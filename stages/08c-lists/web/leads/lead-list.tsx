'use client';

import type { Lead } from '../../src/leads/schema.ts';
import { UserField } from '../forms/user-field.tsx';
import { Alert } from '../ui/alert.tsx';
import { List } from '../ui/list.tsx';
import { LeadItem } from './lead-item.tsx';
import { useLeadChanges } from './use-lead-changes.ts';

interface Props {
  leads: readonly Lead[];
  // Whose they are, when an admin looks after them.
  userId?: string | undefined;
}

export function LeadList({ leads, userId }: Props) {
  const { shown, message, session, form } = useLeadChanges(leads);

  return (
    <form {...form}>
      <UserField userId={userId} />
      <Alert message={message} session={session} />
      {shown.length > 0 && (
        <List name="Leads">
          {shown.map((lead) => (
            <LeadItem key={lead.id} lead={lead} userId={userId} />
          ))}
        </List>
      )}
    </form>
  );
}
