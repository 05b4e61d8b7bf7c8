import type { Task } from '../../src/tasks/schema.ts';
import type { Status } from '../../src/tasks/task.ts';
import { CheckIcon } from '../icons.tsx';
import { Action, Delete, Row, type Tone } from '../row.tsx';
import { STATUSES } from './statuses.ts';
import { TaskDetails } from './task-details.tsx';

// That something is still to be done goes without saying, for those who see the open circle.
export const TONES: Record<Status, Tone> = { todo: 'silent', doing: 'open', done: 'good' };

const CHECK =
  'group/check -mx-1 -my-0.5 grid size-9 shrink-0 cursor-pointer place-items-center rounded-full text-transparent hover:text-accent';
const BOX =
  'grid size-5.5 place-items-center rounded-full border-[1.5px] border-control motion-safe:transition-colors motion-safe:duration-120 group-hover/check:border-accent';

export function TaskItem({ task, lead }: { task: Task; lead: string | undefined }) {
  const { id, title, status } = task;
  const done = status === 'done';
  const check = (
    <Action
      label={done ? 'Reopen' : 'Done'}
      of={title}
      name={done ? 'todo' : 'done'}
      value={id}
      className={CHECK}
    >
      <span className={done ? `${BOX} border-good bg-good text-surface` : BOX}>
        <CheckIcon />
      </span>
    </Action>
  );

  return (
    <Row
      id={id}
      href={`/tasks/${id}`}
      title={title}
      badge={{ name: STATUSES[status], tone: TONES[status] }}
      more={<TaskDetails notes={task.notes} lead={lead} />}
      done={done}
      before={check}
      after={<Delete of={title} id={id} />}
    />
  );
}
