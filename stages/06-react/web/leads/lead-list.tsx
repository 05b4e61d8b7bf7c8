import type { Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import type { Draft } from '../api/use-optimistic-list.ts';
import { DraftRow } from '../ui/draft-row.tsx';
import { List } from '../ui/list.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { LeadItem } from './lead-item.tsx';

export interface LeadsProps {
  leads: readonly Lead[];
  drafts: readonly Draft[];
  onMove: (lead: Lead, stage: Stage) => void;
  onRemove: (lead: Lead) => void;
}

export function LeadList({ leads, drafts, onMove, onRemove }: LeadsProps) {
  const keptFocus = useKeptFocus<HTMLDivElement>();

  return (
    <div {...keptFocus}>
      {leads.length + drafts.length > 0 && (
        <List name="Leads">
          {leads.map((lead) => (
            <LeadItem key={lead.id} lead={lead} onMove={onMove} onRemove={onRemove} />
          ))}
          {drafts.map(({ key, name }) => (
            <DraftRow key={`draft ${key}`} name={name} />
          ))}
        </List>
      )}
    </div>
  );
}
