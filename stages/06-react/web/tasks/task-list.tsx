import type { Task } from '../../src/tasks/schema.ts';
import type { Status } from '../../src/tasks/task.ts';
import type { Draft } from '../api/use-optimistic-list.ts';
import { DraftRow } from '../ui/draft-row.tsx';
import { List } from '../ui/list.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { TaskItem } from './task-item.tsx';

export interface TasksProps {
  tasks: readonly Task[];
  drafts: readonly Draft[];
  onSetStatus: (task: Task, status: Status) => void;
  onRemove: (task: Task) => void;
}

export function TaskList({ tasks, drafts, onSetStatus, onRemove }: TasksProps) {
  const keptFocus = useKeptFocus<HTMLDivElement>();

  return (
    <div {...keptFocus}>
      {tasks.length + drafts.length > 0 && (
        <List name="Tasks">
          {tasks.map((task) => (
            <TaskItem key={task.id} task={task} onSetStatus={onSetStatus} onRemove={onRemove} />
          ))}
          {drafts.map(({ key, name }) => (
            <DraftRow key={`draft ${key}`} name={name} />
          ))}
        </List>
      )}
    </div>
  );
}
