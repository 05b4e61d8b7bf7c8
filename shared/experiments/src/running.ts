import { Failure } from '../../conformance/src/failure.ts';
import type { Answer } from '../../conformance/src/http.ts';
import type { Instance } from '../../conformance/src/server.ts';
import type { Subject } from './subject.ts';
import { isTask } from './titles.ts';

/** How long an answer may take, in milliseconds. */
export const LIMIT = 1500;

/** A server that holds at least one task and one lead. */
export interface Running {
  readonly server: Instance;
  /** The id of that task. */
  readonly id: number;
  /** What its lists say. */
  readonly holds: string;
}

/** Starts a tracker and gives it a task and a lead. Throws Unmeasured when it does not start or does not take them. */
export async function begin(subject: Subject): Promise<Running> {
  const server = await subject.server();
  return subject.attempt(() => prepare(server));
}

/** The same server as long as it answers, with what its lists say now; else a new one. Throws as `begin` does. */
export async function goOn(subject: Subject, running: Running): Promise<Running> {
  const { server, holds } = running;
  try {
    return (await list(server)) === holds ? running : await prepare(server);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await server.stop('SIGKILL');
    return begin(subject);
  }
}

/** What the lists of a server say. Throws a Failure when it does not answer. */
export async function list(server: Instance): Promise<string> {
  const answers = await Promise.all(['/tasks', '/leads'].map((path) => get(server, path)));
  return answers.map(({ text }) => text).join('\n');
}

/** The answer to a GET. Throws a Failure when there is none. */
export function get(server: Instance, path: string): Promise<Answer> {
  return server.request('GET', path, { limit: LIMIT });
}

async function prepare(server: Instance): Promise<Running> {
  const task = await server.request('POST', '/tasks', { json: { title: 'A proper task' }, limit: LIMIT });
  const lead = await server.request('POST', '/leads', { json: { name: 'A proper lead' }, limit: LIMIT });
  const value = task.json();
  if (task.status !== 201 || !isTask(value)) throw task.fail('201 and the task');
  if (lead.status !== 201) throw lead.fail('201 and the lead');
  return { server, id: value.id, holds: await list(server) };
}
