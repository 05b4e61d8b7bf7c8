'use client';

import type { Task } from '../../src/tasks/schema.ts';
import { STATUSES as ORDER, type Status } from '../../src/tasks/task.ts';
import { Board, Column } from '../board.tsx';
import { Alert } from '../page.tsx';
import { Action, Delete, Row } from '../row.tsx';
import { STATUSES } from './statuses.ts';
import { TaskDetails } from './task-details.tsx';
import { useTaskOrders } from './use-task-orders.ts';

interface Props {
  tasks: readonly Task[];
  leads: Record<number, string>;
}

const NOTHING: Record<Status, string> = {
  todo: 'Nothing is waiting.',
  doing: 'Nothing is being done.',
  done: 'Nothing is done yet.',
};

export function TaskBoard({ tasks, leads }: Props) {
  const { shown, message, form } = useTaskOrders(tasks);

  return (
    <form {...form}>
      <Alert message={message} />
      <Board>
        {ORDER.map((status) => {
          const column = shown.filter((task) => task.status === status);
          return (
            <Column key={status} name={STATUSES[status]} count={column.length} empty={NOTHING[status]}>
              {column.map((task) => (
                <Card key={task.id} task={task} lead={task.leadId ? leads[task.leadId] : undefined} />
              ))}
            </Column>
          );
        })}
      </Board>
    </form>
  );
}

function Card({ task, lead }: { task: Task; lead: string | undefined }) {
  const { id, title, status, notes } = task;
  return (
    <Row
      id={id}
      href={`/tasks/${id}`}
      title={title}
      more={<TaskDetails notes={notes} lead={lead} />}
      done={status === 'done'}
      card
      after={<Delete of={title} id={id} />}
    >
      {ORDER.filter((step) => step !== status).map((step) => (
        <Action key={step} label={STATUSES[step]} of={title} name={step} value={id} />
      ))}
    </Row>
  );
}
