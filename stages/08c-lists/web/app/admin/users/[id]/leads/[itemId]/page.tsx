import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../../../../../address.ts';
import { load } from '../../../../../../api/load.ts';
import { LeadPage } from '../../../../../../leads/lead-page.tsx';
import { fetchLead } from '../../../../../../leads/queries.ts';
import { isolate } from '../../../../../../ui/isolate.ts';

interface Props {
  params: Promise<{ id: string; itemId: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { id, itemId } = await params;
  const { value } = await load(fetchLead(itemId, id));
  return { title: value ? isolate(value.name) : 'Lead' };
}

export default async function Page({ params, searchParams }: Props) {
  const { id, itemId } = await params;
  const { page } = await parseAddress(searchParams, {});
  return <LeadPage id={itemId} userId={id} page={page} />;
}
