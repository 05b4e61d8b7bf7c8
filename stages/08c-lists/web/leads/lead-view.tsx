import { type Address, toSearch } from '../address.ts';
import { load } from '../api/load.ts';
import { ListFilter } from '../forms/list-filter.tsx';
import { BOARD_SIZE, PAGE_SIZE, Pager } from '../ui/pager.tsx';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { LeadForm } from './lead-form.tsx';
import { LeadList } from './lead-list.tsx';
import { LeadPipeline } from './lead-pipeline.tsx';
import { fetchLeads } from './queries.ts';
import { LEAD_SORTS, NEWEST_FIRST } from './sorts.ts';
import { STAGE_NAMES } from './stage-names.ts';

export async function LeadView({ stage, q, isBoard, sort, page }: Address) {
  const pageSize = isBoard ? BOARD_SIZE : PAGE_SIZE;
  const query = isBoard ? { q, sort: NEWEST_FIRST } : { stage, q, sort: sort || NEWEST_FIRST };
  const leads = await load(fetchLeads(toSearch({ ...query, pageSize: String(pageSize) }, page)));
  const board = { href: `/leads${toSearch({ q, view: 'board' })}`, name: 'Pipeline' };

  // What stays in the address from page to page.
  const kept = isBoard ? { q, view: 'board' } : { stage, q, sort };
  const toHref = (page: number) => `/leads${toSearch(kept, page)}`;

  return (
    <Section
      title="Leads"
      wide={isBoard}
      aside={<ViewSwitch list={`/leads${toSearch({ q })}`} board={board} isBoard={isBoard} />}
    >
      <LeadForm />
      <ListFilter
        path="/leads"
        isBoard={isBoard}
        choices={isBoard ? [] : toChoices(stage, sort)}
        search={{ q, placeholder: 'Name, company or email' }}
      />
      {leads.value ? (
        <>
          <Summary count={leads.value.total} one="lead" empty={toEmpty(q, stage)} />
          {isBoard ? (
            <LeadPipeline leads={leads.value.items} total={leads.value.total} q={q} />
          ) : (
            <LeadList leads={leads.value.items} />
          )}
          <Pager total={leads.value.total} page={page} pageSize={pageSize} toHref={toHref} />
        </>
      ) : (
        <Unavailable message={leads.message} session={leads.session} href={toHref(page)} />
      )}
    </Section>
  );
}

function toChoices(stage: string | undefined, sort: string) {
  return [
    { label: 'Stage', name: 'stage', value: stage ?? '', options: { '': 'Any', ...STAGE_NAMES } },
    { label: 'Sort', name: 'sort', value: sort, options: LEAD_SORTS },
  ];
}

function toEmpty(q: string, stage: Address['stage']): string {
  if (q) return 'No lead has this in its name, company or email.';
  return stage ? 'No lead is at this stage.' : 'No leads yet. Who might become a customer? Add them above.';
}
