import type { Metadata } from 'next';
import { toItemPath } from '../../../../../../../address.ts';
import { load } from '../../../../../../../api/load.ts';
import { ConfirmForm } from '../../../../../../../forms/delete-form.tsx';
import { deleteTask } from '../../../../../../../tasks/actions.ts';
import { fetchTask } from '../../../../../../../tasks/queries.ts';
import { DeleteQuestion } from '../../../../../../../ui/delete-question.tsx';
import { Unavailable } from '../../../../../../../ui/unavailable.tsx';

interface Props {
  params: Promise<{ id: string; itemId: string }>;
}

export const metadata: Metadata = { title: 'Delete a task' };

export default async function Page({ params }: Props) {
  const { id, itemId } = await params;
  const { value, message, session } = await load(fetchTask(itemId, id));
  const back = toItemPath('tasks', itemId, id);
  if (!value) return <Unavailable message={message} session={session} href={back} />;
  return (
    <DeleteQuestion of={value.title} back={{ href: back, name: 'Task' }}>
      <ConfirmForm action={deleteTask} id={value.id} back={back} userId={id} />
    </DeleteQuestion>
  );
}
