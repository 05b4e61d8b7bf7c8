import type { NewTaskBody, Task, TaskChanges } from '../src/tasks/schema.ts';
import { createCheck, isNumber, isOneOf, isString, orNull, parseList } from './api.ts';
import { find } from './page.ts';
import type { Action, Description, Typed, View } from './view.ts';

const STATUSES: Record<Task['status'], string> = { todo: 'To do', doing: 'Doing', done: 'Done' };

export const status = find('#status', HTMLSelectElement);

export const tasks: View<Task> = {
  name: 'tasks',
  path: () => `/tasks${status.value && `?status=${status.value}`}`,
  parse: (answer) => parseList(answer, isTask),
  describe: describeTask,
  empty: () => (status.value ? 'No task has this status.' : 'No tasks yet. Write down the first one above.'),
};

const isTask = createCheck<Task>({
  id: isNumber,
  title: isString,
  status: isOneOf(STATUSES),
  notes: isString,
  leadId: orNull(isNumber),
  createdAt: isString,
  updatedAt: isString,
  completedAt: orNull(isString),
});

export function readTask(typed: Typed<NewTaskBody>): NewTaskBody {
  return { title: typed('title') };
}

function describeTask({ title, status, notes }: Task): Description {
  const done = status === 'done';
  return {
    title,
    badge: STATUSES[status],
    kind: status,
    more: notes,
    done,
    actions: [
      done ? change('Reopen', { status: 'todo' }) : change('Done', { status: 'done' }),
      { label: 'Delete', method: 'DELETE' },
    ],
  };
}

function change(label: string, changes: TaskChanges): Action {
  return { label, changes };
}
