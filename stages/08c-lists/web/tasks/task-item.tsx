import type { Task } from '../../src/tasks/schema.ts';
import type { Status } from '../../src/tasks/task.ts';
import { Action } from '../ui/button.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { Row, type Tone } from '../ui/row.tsx';
import { STATUS_NAMES } from './status-names.ts';
import { DeleteTask, TaskDetails, TaskLink } from './task-details.tsx';

// Whether something is done goes without saying, for those who see the circle before it.
const TONES: Record<Status, Tone> = { todo: 'silent', doing: 'open', done: 'silent' };

const CHECK =
  'group/check -mx-1 -my-0.5 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg text-transparent hover:text-accent';
const BOX =
  'grid size-5.5 place-items-center rounded-full border-[1.5px] border-control motion-safe:transition-colors motion-safe:duration-120 group-hover/check:border-accent';

interface Props {
  task: Task;
  lead: string | undefined;
  userId: string | undefined;
}

export function TaskItem({ task, lead, userId }: Props) {
  const { id, title, status } = task;
  const done = status === 'done';
  const check = (
    <Action
      label={done ? 'Reopen' : 'Done'}
      of={title}
      className={CHECK}
      type="submit"
      name={done ? 'todo' : 'done'}
      value={id}
    >
      <span className={done ? `${BOX} border-good-soft bg-good-soft text-good` : BOX}>
        <CheckIcon />
      </span>
    </Action>
  );

  return (
    <Row
      id={id}
      title={<TaskLink task={task} userId={userId} />}
      badge={{ name: STATUS_NAMES[status], tone: TONES[status] }}
      more={<TaskDetails notes={task.notes} lead={lead} />}
      done={done}
      before={check}
      after={<DeleteTask task={task} />}
    />
  );
}
