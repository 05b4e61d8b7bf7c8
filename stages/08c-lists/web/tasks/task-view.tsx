import { type Address, toSearch } from '../address.ts';
import { load } from '../api/load.ts';
import { fetchLeadNames } from '../leads/queries.ts';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { fetchTasks } from './queries.ts';
import { StatusFilter } from './status-filter.tsx';
import { TaskBoard } from './task-board.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';

export async function TaskView({ status, q, isBoard }: Address) {
  const search = toSearch(isBoard ? { q } : { status, q });
  const tasks = await load(fetchTasks(search));
  const leads = await fetchLeadNames(tasks.value ?? []);
  const Tasks = isBoard ? TaskBoard : TaskList;
  const board = { href: `/tasks${toSearch({ q, view: 'board' })}`, name: 'Board' };

  return (
    <Section
      title="Tasks"
      wide={isBoard}
      aside={<ViewSwitch list={`/tasks${toSearch({ q })}`} board={board} isBoard={isBoard} />}
    >
      <TaskForm />
      <StatusFilter status={status} q={q} isBoard={isBoard} />
      {tasks.value ? (
        <>
          <Summary count={tasks.value.length} one="task" empty={toEmpty(q, search)} />
          <Tasks tasks={tasks.value} leads={leads} />
        </>
      ) : (
        <Unavailable message={tasks.message} session={tasks.session} href={`/tasks${search}`} />
      )}
    </Section>
  );
}

function toEmpty(q: string, search: string): string {
  if (q) return 'No task has this in its title or notes.';
  return search ? 'No task has this status.' : 'No tasks yet. Write down the first one above.';
}
