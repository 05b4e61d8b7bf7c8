import type { Lead } from '../../src/leads/schema.ts';
import { toSearch } from '../address.ts';
import { attempt } from '../api.ts';
import { DeleteForm } from '../delete-form.tsx';
import { Facts } from '../facts.tsx';
import { Panel, Section, Summary } from '../page.tsx';
import { Pages } from '../pages.tsx';
import { readTasks } from '../tasks/read.ts';
import { TaskForm } from '../tasks/task-form.tsx';
import { TaskList } from '../tasks/task-list.tsx';
import { Unavailable } from '../unavailable.tsx';
import { deleteLead } from './actions.ts';
import { LeadEditor } from './lead-editor.tsx';
import { LeadSteps } from './lead-steps.tsx';
import { readLead } from './read.ts';

export async function LeadPage({ id, page }: { id: string; page: number }) {
  const back = { href: '/leads', name: 'Leads' };
  const found = await attempt(readLead(id));
  const tasks = await attempt(readTasks(toSearch({ leadId: id }, page)));
  const lead = found.value ?? (found.sent && createUnknown(id));
  const list = tasks.value ?? (tasks.sent && NONE);
  if (!lead || !list) {
    return (
      <Section title="Lead" back={back}>
        <Unavailable message={found.message ?? tasks.message ?? ''} href={`/leads/${id}`} />
      </Section>
    );
  }

  const { name, createdAt, updatedAt } = lead;
  return (
    <Section title={name} back={back}>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid gap-6">
          {found.value && <LeadSteps lead={lead} />}
          <LeadEditor lead={lead} />
        </div>
        <div className="grid gap-8">
          <Panel title="Tasks">
            <TaskForm leadId={lead.id} />
            <Summary count={list.total} one="task" empty={`Nothing to do for ${name}. What comes next?`} />
            <TaskList tasks={list.items} />
            <Pages list={list} path={`/leads/${id}`} page={page} />
          </Panel>
          <aside className="grid gap-5" aria-label="About this lead">
            <Facts facts={{ Created: createdAt, Changed: updatedAt }} />
            <DeleteForm action={deleteLead} id={lead.id} of={name} />
          </aside>
        </div>
      </div>
    </Section>
  );
}

const NONE = { items: [], total: 0 };

// As with a task: what was typed comes back, even if the lead itself cannot be read.
function createUnknown(id: string): Lead {
  const never = { createdAt: '', updatedAt: '' };
  return { id: Number(id), name: 'Lead', email: null, company: null, stage: 'new', notes: '', ...never };
}
