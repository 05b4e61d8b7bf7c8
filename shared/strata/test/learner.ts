import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach } from 'node:test';
import { git } from '../src/git.ts';
import { currentPlace, type Place } from '../src/place.ts';
import { copyRepository } from '../src/verify/sandbox.ts';

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run in a test. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly input?: string;
}

/** A person with a clone of the repository of their own: new for every test, removed when those of the file are over. */
export class Learner {
  readonly place: Place;
  readonly root: string;
  readonly #first: string;

  constructor() {
    // Blanks and letters beyond ASCII in the path, as many people have them.
    this.root = mkdtempSync(path.join(realpathSync(tmpdir()), 'ștrata mîne '));
    this.place = { root: this.root, cwd: this.root };
    copyRepository(currentPlace(), this.root);
    this.#first = this.git('rev-parse', 'HEAD');
    beforeEach(() => this.#renew());
    after(() => rmSync(this.root, { recursive: true, force: true, maxRetries: 5 }));
  }

  /** Runs ./strata to its end; its output goes to pipes. */
  async strata(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    const child = this.begin(args, options);
    child.stdin?.end(options.input ?? '');
    return ending(child);
  }

  /** Starts ./strata, for a test that stops it. */
  begin(args: readonly string[], options: RunOptions = {}): ChildProcess {
    const entry = path.join(this.root, 'shared', 'strata', 'src', 'main.ts');
    const launcher = path.join(this.root, 'strata');
    const [program, first] = process.platform === 'win32' ? [process.execPath, [entry]] : [launcher, []];
    return spawn(program, [...first, ...args], {
      cwd: options.cwd ?? this.root,
      env: { ...environment(), ...options.env },
      stdio: 'pipe',
    });
  }

  file(name: string): string {
    return path.join(this.root, name);
  }

  read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(this.file(name), text);
  }

  git(...args: string[]): string {
    return git(this.root, args);
  }

  // As just cloned; only what Node has compiled stays, which saves most of the time.
  #renew(): void {
    rmSync(this.file('my'), { recursive: true, force: true });
    this.git('switch', '--quiet', '--force', 'main');
    this.git('reset', '--quiet', '--hard', this.#first);
    this.git('clean', '--quiet', '-d', '--force');
    for (const ref of this.git('for-each-ref', '--format=%(refname)').split('\n')) {
      if (ref !== 'refs/heads/main') this.git('update-ref', '-d', ref);
    }
  }

  commit(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
  }
}

/**
 * Waits for the end of a process.
 * @param child started with pipes
 * @returns what it printed and how it ended; 128 and more for a signal
 */
export function ending(child: ChildProcess): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) =>
      resolve({ status: status ?? (signal === null ? 1 : 128), stdout, stderr }),
    );
  });
}

/**
 * Waits until a process has printed something.
 * @param child started with pipes
 * @param pattern what to wait for, on standard output
 * @returns all it printed until then
 * @throws Error when it ends before
 */
export function untilPrinted(child: ChildProcess, pattern: RegExp): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (pattern.test(printed)) resolve(printed);
    });
    child.once('close', () => reject(new Error(`it ended before it printed ${pattern}:\n${printed}`)));
  });
}

function environment(): NodeJS.ProcessEnv {
  const foreign =
    /^(NODE_TEST_CONTEXT|NODE_OPTIONS|NODE_COMPILE_CACHE|FORCE_COLOR|NO_COLOR|PORT|HOST|INIT_CWD)$|^npm_/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
