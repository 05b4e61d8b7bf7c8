import type { Lead } from '../../src/leads/schema.ts';
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
  tasks.catch(() => {}); // Where nobody is signed in, the lead leads to signing in.
  const { value: lead, message, session, isPosted } = await load(fetchLead(id));
  if (!lead && !isPosted) {
    return (
      <Section title="Lead" back={back}>
        <Unavailable message={message} session={session} href={`/leads/${id}`} />
      </Section>
    );
  }

  const name = lead?.name ?? 'Lead';
  return (
    <Section title={name} back={back}>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          {lead && <LeadSteps lead={lead} />}
          <LeadEditor id={id} lead={lead} />
        </div>
        <div className="grid min-w-0 gap-8">
          <Panel title="Tasks">
            <TaskForm leadId={Number(id)} />
            <Streamed data={tasks} fallback={<p className="my-3 text-sm text-muted">Loading…</p>}>
              <LeadTasks id={id} tasks={tasks} name={name} />
            </Streamed>
          </Panel>
          {lead && <About lead={lead} />}
        </div>
      </div>
    </Section>
  );
}

function About({ lead: { id, name, createdAt, updatedAt } }: { lead: Lead }) {
  return (
    <aside className="grid gap-5" aria-label="About this lead">
      <Facts facts={{ Created: createdAt, Changed: updatedAt }} />
      <DeleteForm action={deleteLead} id={id} of={name} />
    </aside>
  );
}

interface LeadTasksProps {
  id: string;
  tasks: ReturnType<typeof load<Awaited<ReturnType<typeof fetchTasks>>>>;
  name: string;
}

async function LeadTasks({ id, tasks, name }: LeadTasksProps) {
  const { value, message, session } = await tasks;
  if (!value) return <Unavailable message={message} session={session} href={`/leads/${id}`} />;
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
