import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../../../../address.ts';
import { ORDERS } from '../../../../../leads/orders.ts';
import { Streamed } from '../../../../../streamed.tsx';
import { OwnedLeads } from '../../../../../users/owned-leads.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

export const metadata: Metadata = { title: 'Leads of a user' };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  return (
    <Streamed>
      <OwnedLeads id={id} {...(await parseAddress(searchParams, ORDERS))} />
    </Streamed>
  );
}
