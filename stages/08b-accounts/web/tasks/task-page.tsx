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

export async function TaskPage({ id }: { id: string }) {
  const { value: task, message } = await load(fetchTask(id));
  const back = { href: '/tasks', name: 'Tasks' };
  if (!task) {
    return (
      <Section title="Task" back={back}>
        <Unavailable message={message} href={`/tasks/${id}`} />
      </Section>
    );
  }

  const { title, leadId, createdAt, updatedAt, completedAt } = task;
  const name = leadId === null ? undefined : (await fetchLeadNames([task]))[leadId];
  const lead = leadId !== null ? { id: leadId, name: name ?? 'Lead' } : undefined;
  return (
    <Section title={title} back={back}>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_17rem] lg:gap-8">
        <TaskEditor task={task} lead={lead} />
        <aside className="grid gap-5" aria-label="About this task">
          <Facts facts={{ Created: createdAt, Changed: updatedAt, Completed: completedAt }} />
          {lead && (
            <p className="text-sm wrap-anywhere">
              <span className="text-muted">For</span>{' '}
              <Link className="rounded font-medium text-accent hover:underline" href={`/leads/${lead.id}`}>
                <bdi>{lead.name}</bdi>
              </Link>
            </p>
          )}
          <DeleteForm action={deleteTask} id={task.id} of={title} />
        </aside>
      </div>
    </Section>
  );
}
