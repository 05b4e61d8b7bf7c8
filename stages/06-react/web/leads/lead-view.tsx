import { Alert } from '../ui/alert.tsx';
import { Retry } from '../ui/retry.tsx';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { LeadForm } from './lead-form.tsx';
import { LeadList } from './lead-list.tsx';
import { LeadPipeline } from './lead-pipeline.tsx';
import { useLeadsApi } from './use-leads-api.ts';

const EMPTY = {
  loading: 'Loading…',
  failed: 'The leads could not be read.',
  ready: 'No leads yet. Who might become a customer? Add them above.',
};

export function LeadView({ isBoard }: { isBoard: boolean }) {
  const { leads, drafts, phase, refusal, add, move, remove, reread, tell } = useLeadsApi();
  const Leads = isBoard ? LeadPipeline : LeadList;

  return (
    <Section
      title="Leads"
      wide={isBoard}
      aside={
        <ViewSwitch list="#leads" board={{ href: '#leads?view=board', name: 'Pipeline' }} isBoard={isBoard} />
      }
    >
      <LeadForm onAdd={add} onLose={tell} />
      <Alert message={refusal?.reason} about={refusal?.about} />
      <Summary count={leads.length + drafts.length} one="lead" empty={EMPTY[phase]} />
      {phase === 'failed' && <Retry onRetry={reread} />}
      <Leads leads={leads} drafts={drafts} onMove={move} onRemove={remove} />
    </Section>
  );
}
