import type { Metadata } from 'next';
import { attempt } from '../../../api.ts';
import { LeadPage } from '../../../leads/lead-page.tsx';
import { readLead } from '../../../leads/read.ts';
import { Streamed } from '../../../streamed.tsx';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { value } = await attempt(readLead(id));
  return { title: value?.name ?? 'Lead' };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  return (
    <Streamed>
      <LeadPage id={id} />
    </Streamed>
  );
}
