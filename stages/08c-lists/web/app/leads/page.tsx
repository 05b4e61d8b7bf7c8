import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../address.ts';
import { LeadView } from '../../leads/lead-view.tsx';
import { LEAD_SORTS } from '../../leads/sorts.ts';

export const metadata: Metadata = { title: 'Leads' };

export default async function Page({ searchParams }: { searchParams: Query }) {
  return <LeadView {...(await parseAddress(searchParams, LEAD_SORTS))} />;
}
