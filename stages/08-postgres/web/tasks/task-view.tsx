import { type Address, toSearch } from '../address.ts';
import { attempt } from '../api.ts';
import { nameLeads, readLeads } from '../leads/read.ts';
import { Section, Summary } from '../page.tsx';
import { Unavailable } from '../unavailable.tsx';
import { ViewSwitch } from '../view-switch.tsx';
import { readTasks } from './read.ts';
import { StatusFilter } from './status-filter.tsx';
import { TaskBoard } from './task-board.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';

export async function TaskView({ status, q, board }: Address) {
  const search = toSearch(board ? { q } : { status, q });
  const [tasks, everyone] = await Promise.all([attempt(readTasks(search)), attempt(readLeads(''))]);
  const leads = nameLeads(everyone.value ?? []);

  return (
    <Section title="Tasks" aside={<ViewSwitch path="/tasks" board={board} boardName="Board" q={q} />}>
      <TaskForm />
      <StatusFilter status={status} q={q} board={board} />
      {tasks.value ? (
        <>
          <Summary count={tasks.value.length} one="task" empty={describeEmpty(search)} />
          {board ? (
            <TaskBoard tasks={tasks.value} leads={leads} />
          ) : (
            <TaskList tasks={tasks.value} leads={leads} />
          )}
        </>
      ) : (
        <Unavailable message={tasks.message} href={`/tasks${search}`} />
      )}
    </Section>
  );
}

function describeEmpty(search: string) {
  if (search.includes('q=')) return 'No task has this in its title or notes.';
  return search ? 'No task has this status.' : 'No tasks yet. Write down the first one above.';
}
