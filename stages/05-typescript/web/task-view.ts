import type { NewTaskBody, Task, TaskChanges } from '../src/tasks/schema.ts';
import type { Status } from '../src/tasks/task.ts';
import { createCheck, isNumber, isOneOf, isString, orNull, parseList } from './api.ts';
import { find } from './dom.ts';
import type { Action, Description, Typed, View } from './view.ts';

const STATUS_NAMES: Record<Status, string> = { todo: 'To do', doing: 'Doing', done: 'Done' };

export const status = find('#status', HTMLSelectElement);

export const tasks: View<Task> = {
  name: 'tasks',
  path: () => `/tasks${status.value && `?status=${status.value}`}`,
  parse: (answer) => parseList(answer, isTask),
  describe: describeTask,
  // A new task is to do: another filter would leave it out.
  reveal: () => {
    if (status.value !== 'todo') status.value = '';
  },
  empty: () => (status.value ? 'No task has this status.' : 'No tasks yet. Write down the first one above.'),
};

const isTask = createCheck<Task>({
  id: isNumber,
  title: isString,
  status: isOneOf(STATUS_NAMES),
  notes: isString,
  leadId: orNull(isNumber),
  createdAt: isString,
  updatedAt: isString,
  completedAt: orNull(isString),
});

export function toTask(typed: Typed<NewTaskBody>): NewTaskBody {
  return { title: typed('title') };
}

function describeTask({ title, status, notes }: Task): Description {
  const done = status === 'done';
  return {
    title,
    badge: STATUS_NAMES[status],
    kind: status,
    more: [notes],
    done,
    actions: [
      done ? change('Reopen', { status: 'todo' }) : change('Done', { status: 'done' }),
      { look: 'bin', label: 'Delete', method: 'DELETE', question: 'Delete this task?' },
    ],
  };
}

function change(label: string, changes: TaskChanges): Action {
  return { look: 'check', label, changes };
}
