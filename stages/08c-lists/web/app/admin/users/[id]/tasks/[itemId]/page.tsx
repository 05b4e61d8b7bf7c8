import type { Metadata } from 'next';
import { load } from '../../../../../../api/load.ts';
import { fetchTask } from '../../../../../../tasks/queries.ts';
import { TaskPage } from '../../../../../../tasks/task-page.tsx';
import { isolate } from '../../../../../../ui/isolate.ts';

interface Props {
  params: Promise<{ id: string; itemId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, itemId } = await params;
  const { value } = await load(fetchTask(itemId, id));
  return { title: value ? isolate(value.title) : 'Task' };
}

export default async function Page({ params }: Props) {
  const { id, itemId } = await params;
  return <TaskPage id={itemId} userId={id} />;
}
