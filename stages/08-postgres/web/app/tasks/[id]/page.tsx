import type { Metadata } from 'next';
import { attempt } from '../../../api.ts';
import { Streamed } from '../../../streamed.tsx';
import { readTask } from '../../../tasks/read.ts';
import { TaskPage } from '../../../tasks/task-page.tsx';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { value } = await attempt(readTask(id));
  return { title: value?.title ?? 'Task' };
}

export default async function Page({ params }: Props) {
  const { id } = await params;
  return (
    <Streamed>
      <TaskPage id={id} />
    </Streamed>
  );
}
