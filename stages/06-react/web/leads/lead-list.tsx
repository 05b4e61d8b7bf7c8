import type { Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { LeadItem } from './lead-item.tsx';

interface Props {
  leads: readonly Lead[];
  onMove: (lead: Lead, stage: Stage) => void;
  onRemove: (lead: Lead) => void;
}

export function LeadList({ leads, onMove, onRemove }: Props) {
  const keptFocus = useKeptFocus();

  return (
    <ul className="grid gap-2" aria-label="Leads" {...keptFocus}>
      {leads.map((lead) => (
        <LeadItem key={lead.id} lead={lead} onMove={onMove} onRemove={onRemove} />
      ))}
    </ul>
  );
}
