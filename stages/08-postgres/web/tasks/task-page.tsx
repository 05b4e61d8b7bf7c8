import Link from 'next/link';
import type { Task } from '../../src/tasks/schema.ts';
import { attempt } from '../api.ts';
import { DeleteForm } from '../delete-form.tsx';
import { Facts } from '../facts.tsx';
import { readEveryLead } from '../leads/read.ts';
import { Section } from '../page.tsx';
import { Unavailable } from '../unavailable.tsx';
import { deleteTask } from './actions.ts';
import { readTask } from './read.ts';
import { TaskEditor } from './task-editor.tsx';

export async function TaskPage({ id }: { id: string }) {
  const [found, everyone] = await Promise.all([attempt(readTask(id)), attempt(readEveryLead())]);
  const back = { href: '/tasks', name: 'Tasks' };
  const task = found.value ?? (found.sent && createUnknown(id));
  if (!task) {
    return (
      <Section title="Task" back={back}>
        <Unavailable message={found.message ?? ''} href={`/tasks/${id}`} />
      </Section>
    );
  }

  const { title, leadId, createdAt, updatedAt, completedAt } = task;
  const leads = (everyone.value ?? []).map(({ id, name }) => ({ id, name }));
  return (
    <Section title={title} back={back}>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_17rem] lg:gap-8">
        <TaskEditor task={task} leads={leads} />
        <aside className="grid gap-5" aria-label="About this task">
          <Facts facts={{ Created: createdAt, Changed: updatedAt, Completed: completedAt }} />
          {leadId && (
            <p className="text-sm">
              <span className="text-muted">For</span>{' '}
              <Link className="rounded font-medium text-accent hover:underline" href={`/leads/${leadId}`}>
                {leads.find(({ id }) => id === leadId)?.name ?? 'a lead'}
              </Link>
            </p>
          )}
          <DeleteForm action={deleteTask} id={task.id} of={title} />
        </aside>
      </div>
    </Section>
  );
}

// Without scripts a form that was sent comes back with the page, and what was typed with it, even if the task itself
// cannot be read any more: because the session has ended, or because nobody answers.
function createUnknown(id: string): Task {
  const never = { createdAt: '', updatedAt: '', completedAt: null };
  return { id: Number(id), title: 'Task', notes: '', status: 'todo', leadId: null, ...never };
}
