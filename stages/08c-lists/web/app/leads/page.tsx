import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../address.ts';
import { LeadView } from '../../leads/lead-view.tsx';

export const metadata: Metadata = { title: 'Leads' };

export default async function Page({ searchParams }: { searchParams: Query }) {
  return <LeadView {...(await parseAddress(searchParams))} />;
}
