import { memo } from 'react';
import type { Task } from '../../src/tasks/schema.ts';
import type { Status } from '../../src/tasks/task.ts';
import { isDraft } from '../optimistic.ts';
import { Action, Row, type Tone } from '../row.tsx';
import { STATUSES } from './statuses.ts';

const TONES: Record<Status, Tone> = { todo: 'plain', doing: 'open', done: 'good' };

interface Props {
  task: Task;
  onChange: (task: Task, status: Status) => void;
  onRemove: (task: Task) => void;
}

// Remembered, because a list of a thousand would otherwise call this a thousand times for one click.
export const TaskItem = memo(function TaskItem({ task, onChange, onRemove }: Props) {
  const { title, status, notes } = task;
  const done = status === 'done';
  const waits = isDraft(task);

  return (
    <Row title={title} badge={STATUSES[status]} tone={TONES[status]} more={notes} done={done}>
      <Action
        label={done ? 'Reopen' : 'Done'}
        of={title}
        disabled={waits}
        onClick={() => onChange(task, done ? 'todo' : 'done')}
      />
      <Action label="Delete" of={title} disabled={waits} onClick={() => onRemove(task)} />
    </Row>
  );
});
