import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../address.ts';
import { TASK_SORTS } from '../../tasks/sorts.ts';
import { TaskView } from '../../tasks/task-view.tsx';

export const metadata: Metadata = { title: 'Tasks' };

export default async function Page({ searchParams }: { searchParams: Query }) {
  return <TaskView {...(await parseAddress(searchParams, TASK_SORTS))} />;
}
