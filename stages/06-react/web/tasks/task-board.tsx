import { memo } from 'react';
import type { Task } from '../../src/tasks/schema.ts';
import { STATUSES, type Status } from '../../src/tasks/task.ts';
import { Board, Column } from '../ui/board.tsx';
import { Action } from '../ui/button.tsx';
import { DeleteButton } from '../ui/delete-button.tsx';
import { DraftRow } from '../ui/draft-row.tsx';
import { NextIcon } from '../ui/icons.tsx';
import { Row } from '../ui/row.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { STATUS_NAMES } from './status-names.ts';
import { TaskNotes } from './task-item.tsx';
import type { TasksProps } from './task-list.tsx';

const NOTHING: Record<Status, string> = {
  todo: 'Nothing is waiting.',
  doing: 'Nothing is being done.',
  done: 'Nothing is done yet.',
};

export function TaskBoard({ tasks, drafts, onSetStatus, onRemove }: TasksProps) {
  const keptFocus = useKeptFocus<HTMLDivElement>();

  return (
    <div {...keptFocus}>
      <Board>
        {STATUSES.map((status) => {
          const column = tasks.filter((task) => task.status === status);
          const added = status === 'todo' ? drafts : [];
          return (
            <Column
              key={status}
              name={STATUS_NAMES[status]}
              count={column.length + added.length}
              empty={NOTHING[status]}
            >
              {column.map((task) => (
                <TaskCard key={task.id} task={task} onSetStatus={onSetStatus} onRemove={onRemove} />
              ))}
              {added.map(({ key, name }) => (
                <DraftRow key={`draft ${key}`} name={name} card />
              ))}
            </Column>
          );
        })}
      </Board>
    </div>
  );
}

interface TaskCardProps extends Pick<TasksProps, 'onSetStatus' | 'onRemove'> {
  task: Task;
}

const TaskCard = memo(function TaskCard({ task, onSetStatus, onRemove }: TaskCardProps) {
  const { id, title, status, notes } = task;
  return (
    <Row
      id={id}
      title={title}
      more={<TaskNotes notes={notes} />}
      done={status === 'done'}
      card
      after={<DeleteButton of={title} confirm={{ onClick: () => onRemove(task) }} />}
    >
      {STATUSES.filter((step) => step !== status).map((step) => (
        <Action key={step} label={STATUS_NAMES[step]} of={title} onClick={() => onSetStatus(task, step)}>
          {STATUS_NAMES[step]} <NextIcon />
        </Action>
      ))}
    </Row>
  );
});
