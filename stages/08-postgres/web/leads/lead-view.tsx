import { type Address, toSearch } from '../address.ts';
import { attempt } from '../api.ts';
import { ListFilter } from '../list-filter.tsx';
import { Section, Summary } from '../page.tsx';
import { BOARD_PAGE, PAGE, Pages } from '../pages.tsx';
import { Unavailable } from '../unavailable.tsx';
import { ViewSwitch } from '../view-switch.tsx';
import { LeadBoard } from './lead-board.tsx';
import { LeadForm } from './lead-form.tsx';
import { LeadList } from './lead-list.tsx';
import { ORDERS } from './orders.ts';
import { readLeads } from './read.ts';
import { STAGES } from './stages.ts';

export async function LeadView({ stage, q, board, sort, page }: Address) {
  const filter = board ? { q } : { stage, q };
  const size = board ? BOARD_PAGE : PAGE;
  const leads = await attempt(readLeads(toSearch({ ...filter, sort, pageSize: String(size) }, page)));
  const kept = { view: board ? 'board' : '', ...filter, sort };

  return (
    <Section
      title="Leads"
      aside={<ViewSwitch path="/leads" board={board} boardName="Pipeline" kept={{ q, sort }} />}
    >
      <LeadForm />
      <ListFilter
        path="/leads"
        board={board}
        choices={[
          ...(board
            ? []
            : [{ label: 'Stage', name: 'stage', value: stage ?? '', options: { '': 'Any', ...STAGES } }]),
          { label: 'Sort', name: 'sort', value: sort, options: ORDERS },
        ]}
        search={{ q, placeholder: 'Name, company or email' }}
      />
      {leads.value ? (
        <>
          <Summary count={leads.value.total} one="lead" empty={describeEmpty(filter)} />
          {board ? <LeadBoard leads={leads.value.items} /> : <LeadList leads={leads.value.items} />}
          <Pages list={leads.value} size={size} path="/leads" kept={kept} page={page} />
        </>
      ) : (
        <Unavailable message={leads.message} href={`/leads${toSearch(kept, page)}`} />
      )}
    </Section>
  );
}

function describeEmpty({ q, stage }: Partial<Address>) {
  if (q) return 'No lead has this in its name, company or email.';
  return stage ? 'No lead is at this stage.' : 'No leads yet. Who might become a customer? Add them above.';
}
