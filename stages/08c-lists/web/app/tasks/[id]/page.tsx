import type { Metadata } from 'next';
import { load } from '../../../api/load.ts';
import { fetchTask } from '../../../tasks/queries.ts';
import { TaskPage } from '../../../tasks/task-page.tsx';
import { isolate } from '../../../ui/isolate.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { value } = await load(fetchTask(id));
  return { title: value ? isolate(value.title) : 'Task' };
}

export default async function Page({ params }: Props) {
  return <TaskPage {...(await params)} />;
}
