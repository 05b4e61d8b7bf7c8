import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../../../../address.ts';
import { Streamed } from '../../../../../streamed.tsx';
import { ORDERS } from '../../../../../tasks/orders.ts';
import { OwnedTasks } from '../../../../../users/owned-tasks.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

export const metadata: Metadata = { title: 'Tasks of a user' };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  return (
    <Streamed>
      <OwnedTasks id={id} {...(await parseAddress(searchParams, ORDERS))} />
    </Streamed>
  );
}
