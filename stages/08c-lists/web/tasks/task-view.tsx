import { type Address, toSearch } from '../address.ts';
import { load } from '../api/load.ts';
import { ListFilter } from '../forms/list-filter.tsx';
import { fetchLeadNames } from '../leads/queries.ts';
import { BOARD_SIZE, PAGE_SIZE, Pager } from '../ui/pager.tsx';
import { Section } from '../ui/section.tsx';
import { Summary } from '../ui/summary.tsx';
import { Unavailable } from '../ui/unavailable.tsx';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { fetchTasks } from './queries.ts';
import { NEWEST_FIRST, OPEN_FIRST, TASK_SORTS } from './sorts.ts';
import { STATUS_NAMES } from './status-names.ts';
import { TaskBoard } from './task-board.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';

export async function TaskView({ status, q, isBoard, sort, page }: Address) {
  const pageSize = isBoard ? BOARD_SIZE : PAGE_SIZE;
  const query = isBoard ? { q, sort: NEWEST_FIRST } : { status, q, sort: sort || OPEN_FIRST };
  const tasks = await load(fetchTasks(toSearch({ ...query, pageSize: String(pageSize) }, page)));
  const leads = await fetchLeadNames(tasks.value?.items ?? []);
  const board = { href: `/tasks${toSearch({ q, view: 'board' })}`, name: 'Board' };

  // What stays in the address from page to page.
  const kept = isBoard ? { q, view: 'board' } : { status, q, sort };
  const toHref = (page: number) => `/tasks${toSearch(kept, page)}`;

  return (
    <Section
      title="Tasks"
      wide={isBoard}
      aside={<ViewSwitch list={`/tasks${toSearch({ q })}`} board={board} isBoard={isBoard} />}
    >
      <TaskForm />
      <ListFilter
        path="/tasks"
        isBoard={isBoard}
        choices={isBoard ? [] : toChoices(status, sort)}
        search={{ q, placeholder: 'Title or notes' }}
      />
      {tasks.value ? (
        <>
          <Summary count={tasks.value.total} one="task" empty={toEmpty(q, status)} />
          {isBoard ? (
            <TaskBoard tasks={tasks.value.items} leads={leads} total={tasks.value.total} q={q} />
          ) : (
            <TaskList tasks={tasks.value.items} leads={leads} />
          )}
          <Pager total={tasks.value.total} page={page} pageSize={pageSize} toHref={toHref} />
        </>
      ) : (
        <Unavailable message={tasks.message} session={tasks.session} href={toHref(page)} />
      )}
    </Section>
  );
}

function toChoices(status: string | undefined, sort: string) {
  return [
    { label: 'Status', name: 'status', value: status ?? '', options: { '': 'Any', ...STATUS_NAMES } },
    { label: 'Sort', name: 'sort', value: sort, options: TASK_SORTS },
  ];
}

function toEmpty(q: string, status: Address['status']): string {
  if (q) return 'No task has this in its title or notes.';
  return status ? 'No task has this status.' : 'No tasks yet. Write down the first one above.';
}
