import type { Instance } from '../../conformance/src/instance.ts';
import { enter, type Whose } from './enter.ts';
import type { Subject } from './subject.ts';
import { isTask, readTasks, type Task } from './titles.ts';

const WRITTEN = 20;
const WRITERS = 40;
const ENOUGH = 20;

/** What a tracker knows after a kill, and in its other process. */
export interface SharedData {
  /** Tasks that were acknowledged when the process was killed, and how many of them are there after a restart. */
  readonly killed: { readonly acknowledged: number; readonly left: number };
  /** Tasks written at one of two processes, and how many of them the other one has. */
  readonly processes: { readonly written: number; readonly agreed: number };
}

/**
 * Lives through it with one tracker: its API twice on one database, then killed and started again.
 * @param subject a tracker with or without a database: what it lacks is what is measured
 * @throws Unmeasured when it does not play its part
 */
export async function shareData(subject: Subject): Promise<SharedData> {
  const first = await subject.server({ database: 'empty' });
  const second = await subject.server({ database: first });
  const processes = await subject.attempt(() => compare(first, second));
  const acknowledged = await subject.attempt(() => writeAndKill(second));
  const third = await subject.server({ database: first });
  const left = await subject.attempt(async () => countKnown(third, await enter(third, 'ana'), acknowledged));
  return { processes, killed: { acknowledged: acknowledged.length, left } };
}

async function compare(first: Instance, second: Instance): Promise<SharedData['processes']> {
  const [atFirst, atSecond] = [await enter(first, 'ana'), await enter(second, 'ana')];
  const one = await write(first, atFirst, 'At the first process', WRITTEN / 2);
  const other = await write(second, atSecond, 'At the second process', WRITTEN / 2);
  const agreed = (await countKnown(second, atSecond, one)) + (await countKnown(first, atFirst, other));
  return { written: WRITTEN, agreed };
}

// Many at once, so that some are in the middle of their way when the process is killed.
async function writeAndKill(server: Instance): Promise<Task[]> {
  const ana = await enter(server, 'ana');
  const acknowledged: Task[] = [];
  const writing = Array.from({ length: WRITERS }, async (_, number) => {
    acknowledged.push(await create(server, ana, `Acknowledged ${number + 1}`));
    if (acknowledged.length === ENOUGH) server.child.kill();
  });
  const outcomes = await Promise.allSettled(writing);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (acknowledged.length < ENOUGH) throw failed?.reason;
  await server.exited;
  return acknowledged;
}

async function write(server: Instance, as: Whose, name: string, count: number): Promise<Task[]> {
  const tasks: Task[] = [];
  for (let number = 1; number <= count; number += 1)
    tasks.push(await create(server, as, `${name} ${number}`));
  return tasks;
}

async function create(server: Instance, as: Whose, title: string): Promise<Task> {
  const answer = await server.request('POST', '/tasks', { json: { title }, as });
  const task = answer.status === 201 ? answer.json() : undefined;
  if (!isTask(task)) throw answer.fail('201 and the task');
  return task;
}

/** How many of these tasks somebody gets to see, in their list or by the id. */
async function countKnown(server: Instance, as: Whose, tasks: readonly Task[]): Promise<number> {
  const list = await server.request('GET', '/tasks', { as });
  const listed = list.status === 200 ? (readTasks(list.json()) ?? []) : [];
  const known = listed.map(({ title }) => title);
  for (const { id, title } of tasks.filter((task) => !known.includes(task.title))) {
    const answer = await server.request('GET', `/tasks/${id}`, { as });
    const task = answer.status === 200 ? answer.json() : undefined;
    if (isTask(task) && task.title === title) known.push(title);
  }
  return tasks.filter(({ title }) => known.includes(title)).length;
}
