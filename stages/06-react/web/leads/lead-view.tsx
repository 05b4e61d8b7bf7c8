import { Alert, Phase, Section } from '../page.tsx';
import { LeadForm } from './lead-form.tsx';
import { LeadList } from './lead-list.tsx';
import { useLeadsApi } from './use-leads-api.ts';

export function LeadView() {
  const { items, phase, message, api } = useLeadsApi();
  const empty = 'No leads yet. Who might become a customer? Add them above.';

  return (
    <Section id="leads" title="Leads">
      <LeadForm onAdd={api.add} onLose={api.say} />
      <Alert message={message} />
      <Phase phase={phase} empty={items.length === 0 ? empty : ''} onRetry={api.read} />
      <LeadList leads={items} onMove={api.move} onRemove={api.remove} />
    </Section>
  );
}
