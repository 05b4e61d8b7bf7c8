import type { Metadata } from 'next';
import { load } from '../../../../api/load.ts';
import { ConfirmForm } from '../../../../forms/delete-form.tsx';
import { deleteLead } from '../../../../leads/actions.ts';
import { fetchLead } from '../../../../leads/queries.ts';
import { DeleteQuestion } from '../../../../ui/delete-question.tsx';
import { Unavailable } from '../../../../ui/unavailable.tsx';

export const metadata: Metadata = { title: 'Delete a lead' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { value, message, session } = await load(fetchLead(id));
  const back = `/leads/${id}`;
  if (!value) return <Unavailable message={message} session={session} href={back} />;
  return (
    <DeleteQuestion of={value.name} back={{ href: back, name: 'Lead' }}>
      <ConfirmForm action={deleteLead} id={value.id} back={back} />
    </DeleteQuestion>
  );
}
