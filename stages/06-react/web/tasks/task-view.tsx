import type { Status } from '../../src/tasks/task.ts';
import { goToTasks } from '../address.ts';
import { Alert } from '../ui/alert.tsx';
import { Retry } from '../ui/retry.tsx';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { StatusFilter } from './status-filter.tsx';
import { TaskBoard } from './task-board.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';
import { useTasksApi } from './use-tasks-api.ts';

const EMPTY = {
  loading: 'Loading…',
  failed: 'The tasks could not be read.',
  ready: 'No tasks yet. Write down the first one above.',
};

interface Props {
  status: Status | undefined;
  isBoard: boolean;
}

// One state, two ways to look at it: both are given the same tasks and the same actions.
export function TaskView({ status, isBoard }: Props) {
  const { tasks, drafts, phase, refusal, add, setStatus, remove, reread, tell } = useTasksApi();
  const Tasks = isBoard ? TaskBoard : TaskList;
  const hides = !isBoard && status !== undefined;
  const shown = hides ? tasks.filter((task) => task.status === status) : tasks;
  const empty = hides && phase === 'ready' ? 'No task has this status.' : EMPTY[phase];

  function addInSight(title: string) {
    if (hides && status !== 'todo') goToTasks();
    return add(title);
  }

  return (
    <Section
      title="Tasks"
      wide={isBoard}
      aside={
        <ViewSwitch list="#tasks" board={{ href: '#tasks?view=board', name: 'Board' }} isBoard={isBoard} />
      }
    >
      <TaskForm onAdd={addInSight} onLose={tell} />
      <Alert message={refusal?.reason} about={refusal?.about} />
      {!isBoard && <StatusFilter status={status} />}
      <Summary count={shown.length + drafts.length} one="task" empty={empty} />
      {phase === 'failed' && <Retry onRetry={reread} />}
      <Tasks tasks={shown} drafts={drafts} onSetStatus={setStatus} onRemove={remove} />
    </Section>
  );
}
