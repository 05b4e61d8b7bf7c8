import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../../address.ts';
import { load } from '../../../api/load.ts';
import { LeadPage } from '../../../leads/lead-page.tsx';
import { fetchLead } from '../../../leads/queries.ts';
import { isolate } from '../../../ui/isolate.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { id } = await params;
  const { value } = await load(fetchLead(id));
  return { title: value ? isolate(value.name) : 'Lead' };
}

export default async function Page({ params, searchParams }: Props) {
  const { page } = await parseAddress(searchParams, {});
  return <LeadPage {...(await params)} page={page} />;
}
