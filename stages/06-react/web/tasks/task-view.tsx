import type { Status } from '../../src/tasks/task.ts';
import { Alert, Phase, Section } from '../page.tsx';
import { StatusFilter } from './status-filter.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';
import { useTasksApi } from './use-tasks-api.ts';

export function TaskView({ status }: { status: Status | undefined }) {
  const { items, phase, message, api } = useTasksApi();
  const tasks = status ? items.filter((task) => task.status === status) : items;
  const empty = status ? 'No task has this status.' : 'No tasks yet. Write down the first one above.';

  return (
    <Section id="tasks" title="Tasks">
      <TaskForm onAdd={api.add} onLose={api.say} />
      <Alert message={message} />
      <StatusFilter status={status} />
      <Phase phase={phase} empty={tasks.length === 0 ? empty : ''} onRetry={api.read} />
      <TaskList tasks={tasks} onChange={api.change} onRemove={api.remove} />
    </Section>
  );
}
