import type { Metadata } from 'next';
import { parseAddress, type Query } from '../../../address.ts';
import { attempt } from '../../../api.ts';
import { LeadPage } from '../../../leads/lead-page.tsx';
import { readLead } from '../../../leads/read.ts';
import { Streamed } from '../../../streamed.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { id } = await params;
  const { value } = await attempt(readLead(id));
  return { title: value?.name ?? 'Lead' };
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  const { page } = await parseAddress(searchParams, {});
  return (
    <Streamed>
      <LeadPage id={id} page={page} />
    </Streamed>
  );
}
