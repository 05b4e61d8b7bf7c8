import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../address.ts';
import { LeadView } from '../../leads/lead-view.tsx';
import { ORDERS } from '../../leads/orders.ts';
import { Streamed } from '../../streamed.tsx';

export const metadata: Metadata = { title: 'Leads' };

export default async function LeadsPage({ searchParams }: { searchParams: Query }) {
  return (
    <Streamed>
      <LeadView {...(await parseAddress(searchParams, ORDERS))} />
    </Streamed>
  );
}
