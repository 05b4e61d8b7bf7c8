import type { Metadata } from 'next';
import { toItemPath } from '../../../../../../../address.ts';
import { load } from '../../../../../../../api/load.ts';
import { ConfirmForm } from '../../../../../../../forms/delete-form.tsx';
import { deleteLead } from '../../../../../../../leads/actions.ts';
import { fetchLead } from '../../../../../../../leads/queries.ts';
import { DeleteQuestion } from '../../../../../../../ui/delete-question.tsx';
import { Unavailable } from '../../../../../../../ui/unavailable.tsx';

interface Props {
  params: Promise<{ id: string; itemId: string }>;
}

export const metadata: Metadata = { title: 'Delete a lead' };

export default async function Page({ params }: Props) {
  const { id, itemId } = await params;
  const { value, message, session } = await load(fetchLead(itemId, id));
  const back = toItemPath('leads', itemId, id);
  if (!value) return <Unavailable message={message} session={session} href={back} />;
  return (
    <DeleteQuestion of={value.name} back={{ href: back, name: 'Lead' }}>
      <ConfirmForm action={deleteLead} id={value.id} back={back} userId={id} />
    </DeleteQuestion>
  );
}
