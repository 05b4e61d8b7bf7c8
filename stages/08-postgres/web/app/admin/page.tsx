import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../address.ts';
import { Streamed } from '../../streamed.tsx';
import { ORDERS } from '../../users/orders.ts';
import { UserView } from '../../users/user-view.tsx';

export const metadata: Metadata = { title: 'Users' };

export default async function AdminPage({ searchParams }: { searchParams: Query }) {
  return (
    <Streamed>
      <UserView {...(await parseAddress(searchParams, ORDERS))} />
    </Streamed>
  );
}
