import type { Task } from '../../src/tasks/schema.ts';
import { toItemPath, toListPath } from '../address.ts';
import { load } from '../api/load.ts';
import { DeleteForm } from '../forms/delete-form.tsx';
import { fetchLeadNames } from '../leads/queries.ts';
import { Facts } from '../ui/facts.tsx';
import { Link } from '../ui/link.tsx';
import { Section } from '../ui/section.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { deleteTask } from './actions.ts';
import { fetchTask } from './queries.ts';
import { TaskEditor } from './task-editor.tsx';

interface Props {
  id: string;
  // Whose it is, when an admin looks after it.
  userId?: string;
}

export async function TaskPage({ id, userId }: Props) {
  const { value: task, message, session, isPosted } = await load(fetchTask(id, userId));
  const back = { href: toListPath('tasks', userId), name: userId ? `Tasks of user ${userId}` : 'Tasks' };
  if (!task && !isPosted) {
    return (
      <Section title="Task" back={back}>
        <Unavailable message={message} session={session} href={toItemPath('tasks', id, userId)} />
      </Section>
    );
  }

  const leadId = task?.leadId ?? null;
  const name = leadId === null ? undefined : (await fetchLeadNames([{ leadId }], userId))[leadId];
  const lead = leadId !== null ? { id: leadId, name: name ?? 'Lead' } : undefined;
  return (
    <Section title={task?.title ?? 'Task'} back={back}>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_17rem] lg:gap-8">
        <TaskEditor id={id} task={task} lead={lead} userId={userId} />
        {task && <About task={task} lead={lead} userId={userId} />}
      </div>
    </Section>
  );
}

interface AboutProps {
  task: Task;
  lead: { id: number; name: string } | undefined;
  userId: string | undefined;
}

function About({ task, lead, userId }: AboutProps) {
  const { id, title, createdAt, updatedAt, completedAt } = task;
  return (
    <aside className="grid gap-5" aria-label="About this task">
      <Facts facts={{ Created: createdAt, Changed: updatedAt, Completed: completedAt }} />
      {lead && (
        <p className="text-sm wrap-anywhere">
          <span className="text-muted">For</span>{' '}
          <Link
            className="rounded font-medium text-accent hover:underline"
            href={toItemPath('leads', lead.id, userId)}
          >
            <bdi>{lead.name}</bdi>
          </Link>
        </p>
      )}
      <DeleteForm action={deleteTask} id={id} of={title} userId={userId} />
    </aside>
  );
}
