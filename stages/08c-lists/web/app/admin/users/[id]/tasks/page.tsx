import type { Metadata } from 'next';
import { parseAddress, type Query, toSearch } from '../../../../../address.ts';
import { fetchTasks } from '../../../../../tasks/queries.ts';
import { OPEN_FIRST, TASK_SORTS } from '../../../../../tasks/sorts.ts';
import { TaskList } from '../../../../../tasks/task-list.tsx';
import { OwnedView } from '../../../../../users/owned-view.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

export const metadata: Metadata = { title: 'Tasks of a user' };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const { q, sort, page } = await parseAddress(searchParams, TASK_SORTS);
  return (
    <OwnedView
      userId={id}
      kind="tasks"
      q={q}
      sort={sort}
      sorts={TASK_SORTS}
      page={page}
      items={fetchTasks(toSearch({ q, sort: sort || OPEN_FIRST }, page), id)}
      draw={(tasks) => <TaskList tasks={tasks} userId={id} />}
    />
  );
}
