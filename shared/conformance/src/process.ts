import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Child, killProcess } from './child.ts';
import { Guard } from './guard.ts';
import { processesMarked, type Running } from './process-table.ts';

export interface StartOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keep standard input open for writing; without it the process reads an end of file at once. */
  readonly input?: boolean;
}

// What would reach the tracker from the terminal or the test run around it and make it behave differently.
const DROPPED = [
  'PORT',
  'WEB_PORT',
  'HOST',
  'CORS_ORIGIN',
  'DATABASE_URL',
  'JWT_SECRET',
  'ADMIN_EMAIL',
  'ADMIN_PASSWORD',
  'DEMO',
  'NODE_OPTIONS',
  'NODE_TEST_CONTEXT',
  'FORCE_COLOR',
];

/** Starts processes for one run and answers for every one of them: after `close` none is left. */
export class Processes {
  /** A scratch folder of the run; it goes with it. */
  readonly folder: string;
  /** Processes that the tracker had left behind, known so far; they have been killed. */
  readonly leftovers: Running[] = [];
  readonly #run = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  readonly #env: Record<string, string>;
  readonly #guard: Guard;
  readonly #running = new Set<Child>();
  #closed = false;

  /** `root` is the repository: its `node_modules/.bin` comes first in the children's PATH. */
  constructor(root: string) {
    this.folder = join(root, '.strata', 'run', this.#run);
    mkdirSync(this.folder, { recursive: true });
    this.#guard = new Guard(this.#run, this.folder);
    this.#env = {
      ...inherited(),
      PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
      NODE_COMPILE_CACHE: join(root, '.strata', 'cache', 'node'),
      NO_COLOR: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      STRATA_RUN: this.#run,
    };
  }

  /** Starts a command, given as words; never through a shell. Throws an Error once the run is over. */
  start(words: readonly string[], options: StartOptions): Child {
    if (this.#closed) throw new Error('the run is over: nothing is started any more');
    const [command = '', ...args] = words;
    const started = spawn(command, args, {
      cwd: options.cwd,
      env: { ...this.#env, ...options.env },
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: [options.input === true ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    });
    const child = new Child(started);
    if (started.pid !== undefined) this.#keep(child);
    return child;
  }

  /** Kills whatever still runs, also what left its group, and removes the folder. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const child of this.#running) child.kill();
    await Promise.allSettled([...this.#running].map((child) => child.exited));
    const strays = processesMarked(`STRATA_RUN=${this.#run}`);
    for (const { pid } of strays) killProcess(pid);
    this.#guard.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
    this.leftovers.push(...strays);
  }

  #keep(child: Child): void {
    this.#running.add(child);
    this.#guard.register(child.pid);
    const release = (): void => {
      this.#running.delete(child);
      this.#guard.release(child.pid);
      this.leftovers.push(...(child.ended?.leftovers ?? []));
    };
    child.exited.then(release, release);
  }
}

function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !DROPPED.includes(name));
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
