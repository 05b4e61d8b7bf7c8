'use client';

import type { Task } from '../../src/tasks/schema.ts';
import { UserField } from '../forms/user-field.tsx';
import { Alert } from '../ui/alert.tsx';
import { List } from '../ui/list.tsx';
import { TaskItem } from './task-item.tsx';
import { useTaskChanges } from './use-task-changes.ts';

export interface TasksProps {
  tasks: readonly Task[];
  // The names of the leads, by id.
  leads?: Record<number, string>;
  // Whose they are, when an admin looks after them.
  userId?: string | undefined;
}

export function TaskList({ tasks, leads = {}, userId }: TasksProps) {
  const { shown, message, session, form } = useTaskChanges(tasks);

  return (
    <form {...form}>
      <UserField userId={userId} />
      <Alert message={message} session={session} />
      {shown.length > 0 && (
        <List name="Tasks">
          {shown.map((task) => (
            <TaskItem
              key={task.id}
              task={task}
              lead={task.leadId ? leads[task.leadId] : undefined}
              userId={userId}
            />
          ))}
        </List>
      )}
    </form>
  );
}
