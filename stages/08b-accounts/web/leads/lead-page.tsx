import { load } from '../api/load.ts';
import { DeleteForm } from '../forms/delete-form.tsx';
import { fetchTasks } from '../tasks/queries.ts';
import { TaskForm } from '../tasks/task-form.tsx';
import { TaskList } from '../tasks/task-list.tsx';
import { Facts } from '../ui/facts.tsx';
import { Panel, Section } from '../ui/section.tsx';
import { Streamed } from '../ui/streamed.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { deleteLead } from './actions.ts';
import { LeadEditor } from './lead-editor.tsx';
import { LeadSteps } from './lead-steps.tsx';
import { fetchLead } from './queries.ts';

export async function LeadPage({ id }: { id: string }) {
  const back = { href: '/leads', name: 'Leads' };
  const tasks = load(fetchTasks(`?leadId=${encodeURIComponent(id)}`)); // Both are asked for at once.
  const { value: lead, message } = await load(fetchLead(id));
  if (!lead) {
    return (
      <Section title="Lead" back={back}>
        <Unavailable message={message} href={`/leads/${id}`} />
      </Section>
    );
  }

  const { name, createdAt, updatedAt } = lead;
  return (
    <Section title={name} back={back}>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          <LeadSteps lead={lead} />
          <LeadEditor lead={lead} />
        </div>
        <div className="grid min-w-0 gap-8">
          <Panel title="Tasks">
            <TaskForm leadId={lead.id} />
            <Streamed data={tasks} fallback={<p className="my-3 text-sm text-muted">Loading…</p>}>
              <LeadTasks id={id} tasks={tasks} name={name} />
            </Streamed>
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

interface LeadTasksProps {
  id: string;
  tasks: ReturnType<typeof load<Awaited<ReturnType<typeof fetchTasks>>>>;
  name: string;
}

async function LeadTasks({ id, tasks, name }: LeadTasksProps) {
  const { value, message } = await tasks;
  if (!value) return <Unavailable message={message} href={`/leads/${id}`} />;
  const empty = (
    <>
      Nothing to do for <bdi>{name}</bdi>. What comes next?
    </>
  );
  return (
    <>
      <Summary count={value.length} one="task" empty={empty} />
      <TaskList tasks={value} />
    </>
  );
}
