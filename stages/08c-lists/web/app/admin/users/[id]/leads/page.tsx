import type { Metadata } from 'next';
import { parseAddress, type Query, toSearch } from '../../../../../address.ts';
import { LeadList } from '../../../../../leads/lead-list.tsx';
import { fetchLeads } from '../../../../../leads/queries.ts';
import { LEAD_SORTS, NEWEST_FIRST } from '../../../../../leads/sorts.ts';
import { OwnedView } from '../../../../../users/owned-view.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

export const metadata: Metadata = { title: 'Leads of a user' };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const { q, sort, page } = await parseAddress(searchParams, LEAD_SORTS);
  return (
    <OwnedView
      userId={id}
      kind="leads"
      q={q}
      sort={sort}
      sorts={LEAD_SORTS}
      page={page}
      items={fetchLeads(toSearch({ q, sort: sort || NEWEST_FIRST }, page), id)}
      draw={(leads) => <LeadList leads={leads} userId={id} />}
    />
  );
}
