import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Guard } from '@strata/conformance/guard';
import type { Place } from './place.ts';
import { accepts } from './port.ts';
import { childEnvironment, signalGroup, waitForExit } from './process.ts';
import { complain } from './terminal.ts';

const PATIENCE = 30_000;
const POLL = 20;

/**
 * Runs a server until it ends or is stopped, with everything it starts; none of it is left, whatever happens to us.
 * @param place where the companion works
 * @param folder the folder it runs in, absolute
 * @param command its words
 * @param ports the ports it shall listen on, by the environment variables that tell it: PORT, WEB_PORT
 * @param env what else it is told
 * @param ready is called once it accepts connections on all of them
 * @returns its exit status; 1 when it never accepted a connection
 * @throws the error of a program that could not be started
 */
export async function runServer(
  place: Place,
  folder: string,
  command: readonly string[],
  ports: Readonly<Record<string, number>>,
  env: Readonly<Record<string, string>>,
  ready: () => Promise<void>,
): Promise<number> {
  const mark = randomUUID();
  const guard = new Guard(mark, path.join(place.root, '.strata', 'run', mark));
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: folder,
    env: childEnvironment(place, { ...env, ...texts(ports), STRATA_RUN: mark }),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  if (child.pid !== undefined) guard.register(child.pid);
  const ended = waitForExit(child, { group: true }).finally(() => guard.close());
  const first = await Promise.race([untilReady(child, Object.values(ports)), ended]);
  if (first === 'ready') await ready();
  else if (first === 'late') tooLate(child, Object.values(ports));
  const status = await ended;
  if (first === 'ready') return status;
  if (first === 'late') return 1;
  complain(`It ended before it answered, with status ${status}.`);
  return status;
}

function texts(ports: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
}

async function untilReady(child: ChildProcess, ports: readonly number[]): Promise<'ready' | 'late'> {
  const given = process.env.HOST;
  const host = given === undefined || given === '' || given === '0.0.0.0' ? '127.0.0.1' : given;
  const end = Date.now() + PATIENCE;
  while (child.exitCode === null && child.signalCode === null) {
    const listening = await Promise.all(ports.map((port) => accepts(port, host)));
    if (!listening.includes(false)) return 'ready';
    if (Date.now() > end) return 'late';
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
  return new Promise(() => {}); // it has ended: whoever waits for that goes on
}

function tooLate(child: ChildProcess, ports: readonly number[]): void {
  complain(
    `Nothing accepted a connection on port ${ports.join(' and ')} for ${PATIENCE / 1000} s. Does it listen on PORT?`,
  );
  signalGroup(child, 'SIGKILL');
}
