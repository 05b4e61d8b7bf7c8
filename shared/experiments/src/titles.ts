import { Failure } from '../../conformance/src/failure.ts';
import { shorten } from '../../conformance/src/output.ts';
import type { Reply, Session } from '../../conformance/src/session.ts';

/** A task as far as the experiments look at it. */
export interface Task {
  readonly id: number;
  readonly title: string;
}

/**
 * Adds tasks in a session, one after the other.
 * @returns the tasks as they were answered
 * @throws Failure when one is refused or not answered
 */
export async function addTasks(session: Session, name: string, count: number): Promise<Task[]> {
  const tasks: Task[] = [];
  for (let number = 1; number <= count; number += 1) {
    const reply = await session.ask(`add "${name} ${number}"`);
    if (!reply.ok || !isTask(reply.value)) throw unexpected(session, 'a task', reply);
    tasks.push(reply.value);
  }
  return tasks;
}

/** The titles that a session lists. Throws a Failure when it answers something else than a list of tasks. */
export async function listTitles(session: Session): Promise<string[]> {
  const reply = await session.ask('list');
  const tasks = reply.ok ? readTasks(reply.value) : undefined;
  if (tasks === undefined) throw unexpected(session, 'a list of tasks', reply);
  return tasks.map(({ title }) => title);
}

function unexpected(session: Session, expected: string, reply: Reply): Failure {
  const came = reply.ok ? shorten(JSON.stringify(reply.value), 80) : reply.refusal;
  return new Failure({ ...session.typed(), expected, came });
}

/** The value as a list of tasks; undefined when it is not one. */
export function readTasks(value: unknown): Task[] | undefined {
  return Array.isArray(value) && value.every(isTask) ? value : undefined;
}

/** Whether a value has an id and a title. */
export function isTask(value: unknown): value is Task {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('title' in value)) return false;
  return typeof value.id === 'number' && typeof value.title === 'string';
}

/** How many of the tasks that were added are not among the titles that were found. */
export function missing(added: readonly Task[], found: readonly string[]): number {
  return added.filter(({ title }) => !found.includes(title)).length;
}
