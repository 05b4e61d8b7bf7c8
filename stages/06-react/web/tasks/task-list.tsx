import type { Task } from '../../src/tasks/schema.ts';
import type { Status } from '../../src/tasks/task.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { TaskItem } from './task-item.tsx';

interface Props {
  tasks: readonly Task[];
  onChange: (task: Task, status: Status) => void;
  onRemove: (task: Task) => void;
}

export function TaskList({ tasks, onChange, onRemove }: Props) {
  const keptFocus = useKeptFocus();

  return (
    <ul className="grid gap-2" aria-label="Tasks" {...keptFocus}>
      {tasks.map((task) => (
        <TaskItem key={task.id} task={task} onChange={onChange} onRemove={onRemove} />
      ))}
    </ul>
  );
}
