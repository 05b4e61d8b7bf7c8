'use client';

import type { Task } from '../../src/tasks/schema.ts';
import { Alert, CARD } from '../page.tsx';
import { TaskItem } from './task-item.tsx';
import { useTaskOrders } from './use-task-orders.ts';

interface Props {
  tasks: readonly Task[];
  // The names of the leads, by id.
  leads?: Record<number, string>;
}

export function TaskList({ tasks, leads = {} }: Props) {
  const { shown, message, form } = useTaskOrders(tasks);

  return (
    <form {...form}>
      <Alert message={message} />
      {shown.length > 0 && (
        <ul className={`${CARD} divide-y divide-line overflow-clip`} aria-label="Tasks">
          {shown.map((task) => (
            <TaskItem key={task.id} task={task} lead={task.leadId ? leads[task.leadId] : undefined} />
          ))}
        </ul>
      )}
    </form>
  );
}
