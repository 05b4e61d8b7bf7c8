'use client';

import type { Task } from '../../src/tasks/schema.ts';
import { Alert } from '../ui/alert.tsx';
import { List } from '../ui/list.tsx';
import { TaskItem } from './task-item.tsx';
import { useTaskChanges } from './use-task-changes.ts';

export interface TasksProps {
  tasks: readonly Task[];
  // The names of the leads, by id.
  leads?: Record<number, string>;
}

export function TaskList({ tasks, leads = {} }: TasksProps) {
  const { shown, message, session, form } = useTaskChanges(tasks);

  return (
    <form {...form}>
      <Alert message={message} session={session} />
      {shown.length > 0 && (
        <List name="Tasks">
          {shown.map((task) => (
            <TaskItem key={task.id} task={task} lead={task.leadId ? leads[task.leadId] : undefined} />
          ))}
        </List>
      )}
    </form>
  );
}
