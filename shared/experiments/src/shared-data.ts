import { Failure } from '../../conformance/src/failure.ts';
import type { Instance } from '../../conformance/src/instance.ts';
import { PASSWORD, type Session } from '../../conformance/src/people.ts';
import type { Subject } from './subject.ts';
import { isTask, readTasks, type Task } from './titles.ts';

const WRITTEN = 20;
const WRITERS = 40;
const ENOUGH = 20;

/** What a tracker knows after a kill, in its other process, and of whom. */
export interface SharedData {
  /** Tasks that were acknowledged when the process was killed, and how many of them are there after a restart. */
  readonly killed: { readonly acknowledged: number; readonly left: number };
  /** Tasks written at one of two processes, and how many of them the other one has. */
  readonly processes: { readonly written: number; readonly agreed: number };
  /** One person's tasks, how many of them another person reads, and how many somebody who has not signed in. */
  readonly people: { readonly written: number; readonly other: number; readonly stranger: number };
}

/** Whose requests these are; nobody's where a tracker has no accounts. */
type Whose = Session | 'nobody';

/**
 * Lives through it with one tracker: its API twice on one database, then killed and started again.
 * @param subject a tracker with or without a database and accounts: what it lacks is what is measured
 * @throws Unmeasured when it does not play its part
 */
export async function shareData(subject: Subject): Promise<SharedData> {
  const first = await subject.server({ database: 'empty' });
  const second = await subject.server({ database: first });
  const { processes, people } = await subject.attempt(async () => ({
    processes: await compare(first, second),
    people: await readAsOthers(first),
  }));
  const acknowledged = await subject.attempt(() => writeAndKill(second));
  const third = await subject.server({ database: first });
  const left = await subject.attempt(async () => countKnown(third, await enter(third, 'ana'), acknowledged));
  return { processes, people, killed: { acknowledged: acknowledged.length, left } };
}

async function compare(first: Instance, second: Instance): Promise<SharedData['processes']> {
  const [atFirst, atSecond] = [await enter(first, 'ana'), await enter(second, 'ana')];
  const one = await write(first, atFirst, 'At the first process', WRITTEN / 2);
  const other = await write(second, atSecond, 'At the second process', WRITTEN / 2);
  const agreed = (await countKnown(second, atSecond, one)) + (await countKnown(first, atFirst, other));
  return { written: WRITTEN, agreed };
}

async function readAsOthers(server: Instance): Promise<SharedData['people']> {
  const tasks = await write(server, await enter(server, 'ana'), 'For my eyes only', WRITTEN);
  const other = await countKnown(server, await enter(server, 'ben'), tasks);
  return { written: tasks.length, other, stranger: await countKnown(server, 'nobody', tasks) };
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

/** Registers somebody, or signs them in where they have; nobody where there is no registration. Throws a Failure. */
async function enter(server: Instance, name: 'ana' | 'ben'): Promise<Whose> {
  const email = `${name}@example.com`;
  try {
    return await server.newcomer(name, email);
  } catch (error) {
    const status = error instanceof Failure ? error.facts.came.slice(0, 3) : '';
    if (status === '404') return 'nobody';
    if (status !== '409') throw error;
    return server.signIn({ name, email, password: PASSWORD });
  }
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
