import { type Address, toSearch } from '../address.ts';
import { attempt } from '../api.ts';
import { Section, Summary } from '../page.tsx';
import { Unavailable } from '../unavailable.tsx';
import { ViewSwitch } from '../view-switch.tsx';
import { LeadBoard } from './lead-board.tsx';
import { LeadForm } from './lead-form.tsx';
import { LeadList } from './lead-list.tsx';
import { readLeads } from './read.ts';

export async function LeadView({ q, board }: Address) {
  const search = toSearch({ q });
  const leads = await attempt(readLeads(search));

  return (
    <Section title="Leads" aside={<ViewSwitch path="/leads" board={board} boardName="Pipeline" q={q} />}>
      <LeadForm />
      {leads.value ? (
        <>
          <Summary
            count={leads.value.length}
            one="lead"
            empty={
              q
                ? 'No lead has this in its name, company or email.'
                : 'No leads yet. Who might become a customer? Add them above.'
            }
          />
          {board ? <LeadBoard leads={leads.value} /> : <LeadList leads={leads.value} />}
        </>
      ) : (
        <Unavailable message={leads.message} href="/leads" />
      )}
    </Section>
  );
}
