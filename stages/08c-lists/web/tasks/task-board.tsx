'use client';

import { STATUSES, type Status } from '../../src/tasks/task.ts';
import { toSearch } from '../address.ts';
import { Alert } from '../ui/alert.tsx';
import { Board, Column } from '../ui/board.tsx';
import { Action } from '../ui/button.tsx';
import { NextIcon } from '../ui/icons.tsx';
import { Row } from '../ui/row.tsx';
import { STATUS_NAMES } from './status-names.ts';
import { DeleteTask, TaskDetails, TaskLink } from './task-details.tsx';
import type { TasksProps } from './task-list.tsx';
import { useTaskChanges } from './use-task-changes.ts';

const NOTHING: Record<Status, string> = {
  todo: 'Nothing is waiting.',
  doing: 'Nothing is being done.',
  done: 'Nothing is done yet.',
};

interface BoardProps extends TasksProps {
  // How many there are, of which the board may show a part, and what was searched for.
  total: number;
  q: string;
}

export function TaskBoard({ tasks, leads = {}, total, q }: BoardProps) {
  const { shown, message, session, form } = useTaskChanges(tasks);
  const isPart = tasks.length < total;

  return (
    <form {...form}>
      <Alert message={message} session={session} />
      <Board shown={tasks.length} total={total}>
        {STATUSES.map((status) => {
          const column = shown.filter((task) => task.status === status);
          return (
            <Column
              key={status}
              name={STATUS_NAMES[status]}
              count={column.length}
              empty={NOTHING[status]}
              all={isPart ? `/tasks${toSearch({ status, q })}` : undefined}
            >
              {column.map((task) => (
                <TaskCard key={task.id} task={task} lead={task.leadId ? leads[task.leadId] : undefined} />
              ))}
            </Column>
          );
        })}
      </Board>
    </form>
  );
}

function TaskCard({ task, lead }: { task: TasksProps['tasks'][number]; lead: string | undefined }) {
  const { id, title, status, notes } = task;
  return (
    <Row
      id={id}
      title={<TaskLink task={task} />}
      more={<TaskDetails notes={notes} lead={lead} />}
      done={status === 'done'}
      card
      after={<DeleteTask task={task} />}
    >
      {STATUSES.filter((step) => step !== status).map((step) => (
        <Action key={step} label={STATUS_NAMES[step]} of={title} type="submit" name={step} value={id}>
          {STATUS_NAMES[step]} <NextIcon />
        </Action>
      ))}
    </Row>
  );
}
