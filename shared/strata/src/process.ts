import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import type { Place } from './place.ts';

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Waits for a child that shares this terminal. A signal to stop is passed on to it, and it decides when it ends.
 * @param child a process that was just started
 * @param options.group the child leads a group of its own: signal the group, and clear what is left of it at the end
 * @returns its exit status, 128 and the number of the signal when one ended it
 * @throws the error of a process that could not be started
 */
export function waitForExit(child: ChildProcess, options: { group?: boolean } = {}): Promise<number> {
  const send = (signal: NodeJS.Signals): void => {
    if (options.group === true) signalGroup(child, signal);
    // In a terminal, Ctrl-C has reached the child already: it is in the terminal's foreground group, as we are.
    else if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of STOPPING) process.on(signal, send);
  const impatient = forceAtSecondInterrupt(child, options.group === true);
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) =>
      resolve(status ?? 128 + (signal === null ? 1 : constants.signals[signal])),
    );
  }).finally(() => {
    for (const signal of STOPPING) process.off(signal, send);
    process.off('SIGINT', impatient);
    if (options.group === true) signalGroup(child, 'SIGKILL');
  });
}

/**
 * Ends this process with the shell through which npm started it, as if it had got the signal itself: npm signals that
 * shell, and the shell hands nothing on. Does nothing when npm did not start us, and on Windows.
 */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  timer.unref();
}

/**
 * Sends a signal to a process and everything it started.
 * @param child the leader of a process group
 * @param signal the signal; a group that is gone is no mistake
 */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * The environment of what the companion starts: the repository's own programs, the pinned Node first, are found.
 * @param place where the companion works
 * @param env further variables
 * @returns the whole environment
 */
export function childEnvironment(place: Place, env: Record<string, string> = {}): NodeJS.ProcessEnv {
  const bin = path.join(place.root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...env };
}

function forceAtSecondInterrupt(child: ChildProcess, group: boolean): () => void {
  let interrupts = 0;
  const count = (): void => {
    interrupts += 1;
    if (interrupts < 2) return;
    if (group) signalGroup(child, 'SIGKILL');
    else child.kill('SIGKILL');
  };
  process.on('SIGINT', count);
  return count;
}
