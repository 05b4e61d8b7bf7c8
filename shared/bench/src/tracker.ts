import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { ensureBuilt } from '@strata/conformance/build';
import { readApiCommand } from '@strata/conformance/manifest';
import type { Processes } from '@strata/conformance/process';
import { type Instance, startServer } from '@strata/conformance/server';
import { readStage } from '@strata/conformance/stages';
import type { Postgres } from '@strata/services/postgres';
import { TASKS, type Target, takeAim } from './load.ts';
import { ROOT } from './repository.ts';

/** A stage's reference that runs and holds twenty tasks. */
export interface Tracker {
  /** Such as 01-http. */
  readonly stage: string;
  readonly title: string;
  /** Asks for the list, signed in where one has to, and says what has to come under load. Throws WrongAnswer. */
  aim(): Promise<Target>;
}

/** What trackers are started with. */
export interface Machinery {
  readonly processes: Processes;
  /** The server in which a tracker that needs one gets a database; it is started when the first one does. */
  postgres(): Promise<Postgres>;
}

/**
 * Starts the API of a stage's reference as in production, built where it has to be, and gives it twenty tasks.
 * @param number the stage: 01
 * @param machinery see Machinery
 * @throws StartError when it does not start, Failure when it does not take the tasks
 */
export async function startTracker(
  number: string,
  { processes, postgres }: Machinery,
  note: (line: string) => void,
): Promise<Tracker> {
  const { name, title, capabilities } = readStage(ROOT, number);
  const folder = path.join(ROOT, 'stages', name);
  await ensureBuilt(ROOT, folder, processes, note);
  const accounts = capabilities.includes('accounts');
  const program = { folder, words: readApiCommand(folder), processes, accounts };
  const settings = capabilities.includes('database') ? await settingsFor(await postgres()) : {};
  const server = await startServer(program, { NODE_ENV: 'production', ...settings });
  await fill(server);
  const url = `http://127.0.0.1:${server.port}/tasks`;
  return { stage: name, title, aim: async () => takeAim(url, await signIn(server)) };
}

async function settingsFor(postgres: Postgres): Promise<Record<string, string>> {
  return {
    DATABASE_URL: await postgres.createDatabase(),
    JWT_SECRET: randomBytes(32).toString('base64url'),
  };
}

// Of the kind and the length that people write.
async function fill(server: Instance): Promise<void> {
  for (let number = 1; number <= TASKS; number += 1) {
    const json = {
      title: `Call customer ${number} about the offer`,
      notes: 'Ask for the price of 500 flyers.',
    };
    const answer = await server.request('POST', '/tasks', { json });
    if (answer.status !== 201) throw answer.fail('201');
  }
}

// Anew each time: a token is good for fifteen minutes, and nobody knows how long the others take.
async function signIn(server: Instance): Promise<Target['headers']> {
  const owner = await server.owner();
  if (owner === undefined) return {};
  const { access } = await server.signIn(owner);
  return { Authorization: `Bearer ${access}` };
}
