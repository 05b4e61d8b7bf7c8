import { type Address, toSearch } from '../address.ts';
import { attempt } from '../api.ts';
import { nameLeads, readEveryLead } from '../leads/read.ts';
import { ListFilter } from '../list-filter.tsx';
import { Section, Summary } from '../page.tsx';
import { BOARD_PAGE, PAGE, Pages } from '../pages.tsx';
import { Unavailable } from '../unavailable.tsx';
import { ViewSwitch } from '../view-switch.tsx';
import { ORDERS } from './orders.ts';
import { readTasks } from './read.ts';
import { STATUSES } from './statuses.ts';
import { TaskBoard } from './task-board.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';

export async function TaskView({ status, q, board, sort, page }: Address) {
  const filter = board ? { q } : { status, q };
  const size = board ? BOARD_PAGE : PAGE;
  const search = toSearch({ ...filter, sort, pageSize: String(size) }, page);
  const [tasks, everyone] = await Promise.all([attempt(readTasks(search)), attempt(readEveryLead())]);
  const leads = nameLeads(everyone.value ?? []);
  const kept = { view: board ? 'board' : '', ...filter, sort };

  return (
    <Section
      title="Tasks"
      aside={<ViewSwitch path="/tasks" board={board} boardName="Board" kept={{ q, sort }} />}
    >
      <TaskForm />
      <ListFilter
        path="/tasks"
        board={board}
        choices={[
          ...(board
            ? []
            : [
                { label: 'Status', name: 'status', value: status ?? '', options: { '': 'Any', ...STATUSES } },
              ]),
          { label: 'Sort', name: 'sort', value: sort, options: ORDERS },
        ]}
        search={{ q, placeholder: 'Title or notes' }}
      />
      {tasks.value ? (
        <>
          <Summary count={tasks.value.total} one="task" empty={describeEmpty(filter)} />
          {board ? (
            <TaskBoard tasks={tasks.value.items} leads={leads} />
          ) : (
            <TaskList tasks={tasks.value.items} leads={leads} />
          )}
          <Pages list={tasks.value} size={size} path="/tasks" kept={kept} page={page} />
        </>
      ) : (
        <Unavailable message={tasks.message} href={`/tasks${toSearch(kept, page)}`} />
      )}
    </Section>
  );
}

function describeEmpty({ q, status }: Partial<Address>) {
  if (q) return 'No task has this in its title or notes.';
  return status ? 'No task has this status.' : 'No tasks yet. Write down the first one above.';
}
