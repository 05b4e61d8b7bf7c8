import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { Output } from './output.ts';
import { processesOfGroup, type Running } from './process-table.ts';

/** How a process ended. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Processes of its group that were still running after it; they have been killed. */
  readonly leftovers: readonly Running[];
}

const LINGER = 250;

/** One process in a group of its own, with what it printed. */
export class Child {
  readonly stdout = new Output();
  readonly stderr = new Output();
  /** Settles when the process has ended and its output is complete; rejects when it cannot be started. */
  readonly exited: Promise<Ended>;
  ended: Ended | undefined;
  readonly #process: ChildProcess;

  constructor(started: ChildProcess) {
    this.#process = started;
    this.onOutput('stdout', (text) => this.stdout.append(text));
    this.onOutput('stderr', (text) => this.stderr.append(text));
    started.stdin?.on('error', () => {}); // it ended before it read everything: its exit tells
    this.exited = this.#watch();
    this.exited.catch(() => {});
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get input(): Writable | null {
    return this.#process.stdin;
  }

  /** Calls `listener` with every piece of text as it comes. */
  onOutput(stream: 'stdout' | 'stderr', listener: (text: string) => void): void {
    this.#process[stream]?.setEncoding('utf8').on('data', listener);
  }

  /** Sends a signal to the process alone, as an operator or a container would. */
  signal(name: NodeJS.Signals): void {
    if (this.ended === undefined) this.#process.kill(name);
  }

  /** Ends the process: the signal first, the whole group by force when it is still there after `grace` ms. */
  async stop(signal: NodeJS.Signals = 'SIGTERM', grace = 2000): Promise<Ended> {
    this.signal(signal);
    const timer = setTimeout(() => this.kill(), grace);
    try {
      return await this.exited;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the whole group by force. */
  kill(): void {
    killGroup(this.pid);
  }

  async #watch(): Promise<Ended> {
    const closed = new Promise<void>((resolve) => this.#process.once('close', () => resolve()));
    const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      this.#process.once('error', reject);
      this.#process.once('exit', (...how) => resolve(how));
    });
    const leftovers = await endGroup(this.pid);
    await within(closed, LINGER);
    this.ended = { status, signal, leftovers };
    return this.ended;
  }
}

/** Waits; only for time limits and polling, never in the hope that something has happened by then. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The promise's value, or undefined when it takes longer than `limit` milliseconds. */
export async function within<T>(promise: Promise<T>, limit: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limit, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Gives what is left of a group a moment to end with its leader, then kills and returns the rest. */
async function endGroup(group: number): Promise<Running[]> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (!groupIsAlive(group)) return [];
    await pause(5);
  }
  const leftovers = processesOfGroup(group);
  killGroup(group);
  return leftovers;
}

function groupIsAlive(group: number): boolean {
  if (process.platform === 'win32') return false;
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || processesOfGroup(group).length > 0;
}

function killGroup(group: number): void {
  if (group === 0) return;
  if (process.platform === 'win32')
    spawn('taskkill', ['/pid', String(group), '/t', '/f'], { stdio: 'ignore' });
  else killProcess(-group);
}

/** Ends one process, or a group when `pid` is negative, by force; nothing happens when it is gone. */
export function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
