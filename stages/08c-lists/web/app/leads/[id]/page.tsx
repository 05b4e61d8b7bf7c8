import type { Metadata } from 'next';
import { load } from '../../../api/load.ts';
import { LeadPage } from '../../../leads/lead-page.tsx';
import { fetchLead } from '../../../leads/queries.ts';
import { isolate } from '../../../ui/isolate.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { value } = await load(fetchLead(id));
  return { title: value ? isolate(value.name) : 'Lead' };
}

export default async function Page({ params }: Props) {
  return <LeadPage {...(await params)} />;
}
