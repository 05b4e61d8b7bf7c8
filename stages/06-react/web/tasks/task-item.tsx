import { memo } from 'react';
import type { Task } from '../../src/tasks/schema.ts';
import type { Status } from '../../src/tasks/task.ts';
import { Action } from '../ui/button.tsx';
import { DeleteButton } from '../ui/delete-button.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { Row, type Tone } from '../ui/row.tsx';
import { STATUS_NAMES } from './status-names.ts';

// Whether something is done goes without saying, for those who see the circle before it.
const TONES: Record<Status, Tone> = { todo: 'silent', doing: 'open', done: 'silent' };

const CHECK =
  'group/check -mx-1 -my-0.5 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg text-transparent hover:text-accent';
const BOX =
  'grid size-5.5 place-items-center rounded-full border-[1.5px] border-control motion-safe:transition-colors motion-safe:duration-120 group-hover/check:border-accent';

interface Props {
  task: Task;
  onSetStatus: (task: Task, status: Status) => void;
  onRemove: (task: Task) => void;
}

// Remembered, because a list of a thousand would otherwise call this a thousand times for one press.
export const TaskItem = memo(function TaskItem({ task, onSetStatus, onRemove }: Props) {
  const { id, title, status, notes } = task;
  const done = status === 'done';
  const check = (
    <Action
      label={done ? 'Reopen' : 'Done'}
      of={title}
      className={CHECK}
      onClick={() => onSetStatus(task, done ? 'todo' : 'done')}
    >
      <span className={done ? `${BOX} border-good-soft bg-good-soft text-good` : BOX}>
        <CheckIcon />
      </span>
    </Action>
  );

  return (
    <Row
      id={id}
      title={title}
      badge={{ name: STATUS_NAMES[status], tone: TONES[status] }}
      more={<TaskNotes notes={notes} />}
      done={done}
      before={check}
      after={<DeleteButton of={title} confirm={{ onClick: () => onRemove(task) }} />}
    />
  );
});

export function TaskNotes({ notes }: { notes: string }) {
  return (
    notes && (
      <span className="line-clamp-2" dir="auto">
        {notes}
      </span>
    )
  );
}
