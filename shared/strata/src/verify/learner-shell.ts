import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Guard } from '@strata/conformance/guard';
import { freePort } from '@strata/conformance/server';
import { answers } from '../port.ts';
import { signalGroup } from '../process.ts';

const LIMIT = 180_000;
const READY_LIMIT = 60_000;

/** A terminal of a learner who types one command after another, in one folder after another. */
export class LearnerShell {
  readonly #root: string;
  readonly #note: string;
  readonly #mark = randomUUID();
  readonly #guard: Guard;
  #folder: string;
  #port = 0;
  #server: ChildProcess | undefined;

  /** @param root the copy of the repository in which the commands are typed */
  constructor(root: string) {
    this.#root = root;
    this.#note = path.join(root, '.git', 'last-folder');
    this.#folder = root;
    this.#guard = new Guard(this.#mark, root);
  }

  /**
   * Types a command and waits for its end; for its first answer, when it goes on.
   * @param command one line
   * @param treatment whether it ends, serves or watches
   * @returns the problem, or undefined when all is well
   */
  async type(command: string, treatment: 'run' | 'serve' | 'watch'): Promise<string | undefined> {
    if (treatment === 'serve') return this.#serve(command);
    return treatment === 'watch' ? this.#watch(command) : this.#run(command);
  }

  /** Stops the server that still runs. Without it, when we are killed, a guard does. */
  async close(): Promise<void> {
    await this.#stopServer();
    this.#guard.close();
  }

  async #stopServer(): Promise<void> {
    if (this.#server === undefined) return;
    await end(this.#server);
    this.#server = undefined;
  }

  async #run(command: string): Promise<string | undefined> {
    // A learner commits what they changed; here nothing changes between two commits.
    const line = this.#translate(command).replace(/\bgit commit\b/, 'git commit --allow-empty');
    const { child, output } = this.#start(`${line}\nstatus=$?\npwd > "$LAST_FOLDER"\nexit $status`);
    const status = await exitOf(child, LIMIT);
    this.#follow();
    // Without a failed check there is no hint to give: that is said with status 1.
    const wanted = /\bstrata hint\b/.test(command) ? [0, 1] : [0];
    if (typeof status === 'number' && wanted.includes(status)) return undefined;
    return `it ended with ${status === undefined ? 'nothing: it was still running after three minutes' : `status ${status}`}\n${output()}`;
  }

  async #serve(command: string): Promise<string | undefined> {
    await this.#stopServer();
    this.#port = await freePort();
    const { child, output } = this.#start(`exec ${this.#translate(command).replace(/^PORT=\d+ +/, '')}`);
    this.#server = child;
    const begun = Date.now();
    while (Date.now() - begun < READY_LIMIT) {
      if (await answers(this.#port)) return undefined;
      if (child.exitCode !== null) return `it ended with status ${child.exitCode}\n${output()}`;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return `nothing answered on its port\n${output()}`;
  }

  async #watch(command: string): Promise<string | undefined> {
    const { child, output } = this.#start(`exec ${this.#translate(command)}`);
    const begun = Date.now();
    while (Date.now() - begun < READY_LIMIT && child.exitCode === null && !/\d passed/.test(output())) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await end(child);
    return /\d passed/.test(output()) ? undefined : `it gave no verdict\n${output()}`;
  }

  #start(script: string): { child: ChildProcess; output: () => string } {
    const bin = path.join(this.#root, 'node_modules', '.bin');
    const child = spawn('sh', ['-c', script], {
      cwd: this.#folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...environment(),
        ...(this.#port === 0 ? {} : { PORT: String(this.#port) }),
        STRATA_RUN: this.#mark,
        LAST_FOLDER: this.#note,
        PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
      },
    });
    const { pid } = child;
    if (pid !== undefined) {
      this.#guard.register(pid);
      child.once('exit', () => this.#guard.release(pid));
    }
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    return { child, output: () => printed.trimEnd().split('\n').slice(-15).join('\n') };
  }

  // The port that the README names may be taken on this machine: everything means the one that was chosen.
  #translate(command: string): string {
    return command.replaceAll(/\b(localhost|127\.0\.0\.1):(3000|4000)\b/g, `$1:${this.#port}`);
  }

  #follow(): void {
    if (existsSync(this.#note)) this.#folder = readFileSync(this.#note, 'utf8').trim();
  }
}

// What this run was started with is not what a learner's terminal has.
function environment(): NodeJS.ProcessEnv {
  const own = /^(npm_|NODE_TEST_CONTEXT|NODE_OPTIONS|FORCE_COLOR|TURBO|STRATA_|HOST$|PORT$|INIT_CWD)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

function exitOf(child: ChildProcess, limit: number): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      signalGroup(child, 'SIGKILL');
      resolve(undefined);
    }, limit);
    child.once('exit', (status, signal) => {
      clearTimeout(timer);
      resolve(status ?? signal ?? undefined);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = exitOf(child, 3000);
    signalGroup(child, 'SIGTERM');
    await exited;
  }
  signalGroup(child, 'SIGKILL');
}
