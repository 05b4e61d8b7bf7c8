import { attempt } from '../api.ts';
import { DeleteForm } from '../delete-form.tsx';
import { Facts } from '../facts.tsx';
import { Panel, Section, Summary } from '../page.tsx';
import { readTasks } from '../tasks/read.ts';
import { TaskForm } from '../tasks/task-form.tsx';
import { TaskList } from '../tasks/task-list.tsx';
import { Unavailable } from '../unavailable.tsx';
import { deleteLead } from './actions.ts';
import { LeadEditor } from './lead-editor.tsx';
import { LeadSteps } from './lead-steps.tsx';
import { readLead } from './read.ts';

export async function LeadPage({ id }: { id: string }) {
  const back = { href: '/leads', name: 'Leads' };
  const lead = await attempt(readLead(id));
  const tasks = await attempt(readTasks(`?leadId=${encodeURIComponent(id)}`));
  if (!lead.value || !tasks.value) {
    return (
      <Section title="Lead" back={back}>
        <Unavailable message={lead.message ?? tasks.message ?? ''} href={`/leads/${id}`} />
      </Section>
    );
  }

  const { name, createdAt, updatedAt } = lead.value;
  return (
    <Section title={name} back={back}>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid gap-6">
          <LeadSteps lead={lead.value} />
          <LeadEditor lead={lead.value} />
        </div>
        <div className="grid gap-8">
          <Panel title="Tasks">
            <TaskForm leadId={lead.value.id} />
            <Summary
              count={tasks.value.length}
              one="task"
              empty={`Nothing to do for ${name}. What comes next?`}
            />
            <TaskList tasks={tasks.value} />
          </Panel>
          <aside className="grid gap-5" aria-label="About this lead">
            <Facts facts={{ Created: createdAt, Changed: updatedAt }} />
            <DeleteForm action={deleteLead} id={lead.value.id} of={name} />
          </aside>
        </div>
      </div>
    </Section>
  );
}
