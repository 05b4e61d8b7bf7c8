import Link from 'next/link';
import { attempt } from '../api.ts';
import { DeleteForm } from '../delete-form.tsx';
import { Facts } from '../facts.tsx';
import { nameLeads, readLeads } from '../leads/read.ts';
import { Section } from '../page.tsx';
import { Unavailable } from '../unavailable.tsx';
import { deleteTask } from './actions.ts';
import { readTask } from './read.ts';
import { TaskEditor } from './task-editor.tsx';

export async function TaskPage({ id }: { id: string }) {
  const [task, leads] = await Promise.all([attempt(readTask(id)), attempt(readLeads(''))]);
  const back = { href: '/tasks', name: 'Tasks' };
  if (!task.value) {
    return (
      <Section title="Task" back={back}>
        <Unavailable message={task.message} href={`/tasks/${id}`} />
      </Section>
    );
  }

  const { title, leadId, createdAt, updatedAt, completedAt } = task.value;
  const names = nameLeads(leads.value ?? []);
  return (
    <Section title={title} back={back}>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_17rem] lg:gap-8">
        <TaskEditor task={task.value} leads={names} />
        <aside className="grid gap-5" aria-label="About this task">
          <Facts facts={{ Created: createdAt, Changed: updatedAt, Completed: completedAt }} />
          {leadId && (
            <p className="text-sm">
              <span className="text-muted">For</span>{' '}
              <Link className="rounded font-medium text-accent hover:underline" href={`/leads/${leadId}`}>
                {names[leadId]}
              </Link>
            </p>
          )}
          <DeleteForm action={deleteTask} id={task.value.id} of={title} />
        </aside>
      </div>
    </Section>
  );
}
