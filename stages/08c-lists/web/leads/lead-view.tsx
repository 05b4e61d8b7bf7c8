import { type Address, toSearch } from '../address.ts';
import { load } from '../api/load.ts';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { LeadForm } from './lead-form.tsx';
import { LeadList } from './lead-list.tsx';
import { LeadPipeline } from './lead-pipeline.tsx';
import { fetchLeads } from './queries.ts';

export async function LeadView({ q, isBoard }: Address) {
  const search = toSearch({ q });
  const leads = await load(fetchLeads(search));
  const Leads = isBoard ? LeadPipeline : LeadList;
  const board = { href: `/leads${toSearch({ q, view: 'board' })}`, name: 'Pipeline' };
  const empty = q
    ? 'No lead has this in its name, company or email.'
    : 'No leads yet. Who might become a customer? Add them above.';

  return (
    <Section
      title="Leads"
      wide={isBoard}
      aside={<ViewSwitch list={`/leads${search}`} board={board} isBoard={isBoard} />}
    >
      <LeadForm />
      {leads.value ? (
        <>
          <Summary count={leads.value.length} one="lead" empty={empty} />
          <Leads leads={leads.value} />
        </>
      ) : (
        <Unavailable message={leads.message} session={leads.session} href={`/leads${search}`} />
      )}
    </Section>
  );
}
