import type { Lead } from '../../src/leads/schema.ts';
import { toItemPath, toListPath, toSearch } from '../address.ts';
import { load } from '../api/load.ts';
import { DeleteForm } from '../forms/delete-form.tsx';
import { fetchTasks } from '../tasks/queries.ts';
import { OPEN_FIRST } from '../tasks/sorts.ts';
import { TaskForm } from '../tasks/task-form.tsx';
import { TaskList } from '../tasks/task-list.tsx';
import { Facts } from '../ui/facts.tsx';
import { Pager } from '../ui/pager.tsx';
import { Panel, Section } from '../ui/section.tsx';
import { Streamed } from '../ui/streamed.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { deleteLead } from './actions.ts';
import { LeadEditor } from './lead-editor.tsx';
import { LeadSteps } from './lead-steps.tsx';
import { fetchLead } from './queries.ts';

interface Props {
  id: string;
  // Of the tasks.
  page: number;
  // Whose it is, when an admin looks after it.
  userId?: string | undefined;
}

export async function LeadPage({ id, page, userId }: Props) {
  const back = { href: toListPath('leads', userId), name: userId ? `Leads of user ${userId}` : 'Leads' };
  const search = toSearch({ leadId: id, sort: OPEN_FIRST }, page);
  const tasks = load(fetchTasks(search, userId)); // Both are asked for at once.
  tasks.catch(() => {}); // Where nobody is signed in, the lead leads to signing in.
  const { value: lead, message, session, isPosted } = await load(fetchLead(id, userId));
  if (!lead && !isPosted) {
    return (
      <Section title="Lead" back={back}>
        <Unavailable message={message} session={session} href={toItemPath('leads', id, userId)} />
      </Section>
    );
  }

  const name = lead?.name ?? 'Lead';
  return (
    <Section title={name} back={back}>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          {lead && <LeadSteps lead={lead} userId={userId} />}
          <LeadEditor id={id} lead={lead} userId={userId} />
        </div>
        <div className="grid min-w-0 gap-8">
          <Panel title="Tasks">
            {!userId && <TaskForm leadId={Number(id)} />}
            <Streamed data={tasks} fallback={<p className="my-3 text-sm text-muted">Loading…</p>}>
              <LeadTasks id={id} page={page} userId={userId} tasks={tasks} name={name} />
            </Streamed>
          </Panel>
          {lead && <About lead={lead} userId={userId} />}
        </div>
      </div>
    </Section>
  );
}

function About({ lead, userId }: { lead: Lead; userId: string | undefined }) {
  const { id, name, createdAt, updatedAt } = lead;
  return (
    <aside className="grid gap-5" aria-label="About this lead">
      <Facts facts={{ Created: createdAt, Changed: updatedAt }} />
      <DeleteForm action={deleteLead} id={id} of={name} userId={userId} />
    </aside>
  );
}

interface LeadTasksProps extends Props {
  tasks: ReturnType<typeof load<Awaited<ReturnType<typeof fetchTasks>>>>;
  name: string;
}

async function LeadTasks({ id, page, userId, tasks, name }: LeadTasksProps) {
  const { value, message, session } = await tasks;
  const toHref = (page: number) => toItemPath('leads', id, userId) + toSearch({}, page);
  if (!value) return <Unavailable message={message} session={session} href={toHref(page)} />;
  const empty = (
    <>
      Nothing to do for <bdi>{name}</bdi>. What comes next?
    </>
  );
  return (
    <>
      <Summary count={value.total} one="task" empty={empty} />
      <TaskList tasks={value.items} userId={userId} />
      <Pager total={value.total} page={page} toHref={toHref} />
    </>
  );
}
