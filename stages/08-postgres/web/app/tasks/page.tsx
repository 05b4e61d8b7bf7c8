import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../address.ts';
import { Streamed } from '../../streamed.tsx';
import { ORDERS } from '../../tasks/orders.ts';
import { TaskView } from '../../tasks/task-view.tsx';

export const metadata: Metadata = { title: 'Tasks' };

export default async function TasksPage({ searchParams }: { searchParams: Query }) {
  return (
    <Streamed>
      <TaskView {...(await parseAddress(searchParams, ORDERS))} />
    </Streamed>
  );
}
