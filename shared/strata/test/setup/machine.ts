import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const SETUP = join(import.meta.dirname, '../..');
const FAKE_NPM = join(import.meta.dirname, 'fake-npm.mjs');

/** A repository in a temporary folder, on a machine whose npm is a fake that can be told what to do. */
export interface Machine {
  root: string;
  /** What npm does from now on: see fake-npm.mjs. */
  npm(mode: 'works' | 'fails' | 'offline' | 'without-scripts' | 'waits'): void;
  /** What npm was asked for so far, a line a call. */
  calls(): string[];
  /** Starts the setup; `said` grows while it runs. */
  start(): Setup;
  write(path: string, content: unknown): void;
}

export interface Setup {
  said(): string;
  kill(): Promise<void>;
  end(): Promise<number | null>;
}

/** Makes such a machine; it is removed when the test ends. */
export function createMachine(t: TestContext, { withNpm = true } = {}): Machine {
  const root = mkdtempSync(join(tmpdir(), 'strata-setup-'));
  t.after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  for (const part of ['setup.mjs', 'setup']) {
    cpSync(join(SETUP, part), join(root, 'shared/strata', part), { recursive: true });
  }
  write('package.json', { devDependencies: { node: '24.0.0' }, allowScripts: { node: true, spy: false } });
  write('package-lock.json', {
    packages: { '': {}, 'node_modules/node': { version: '24.0.0', integrity: 'x' } },
  });
  write('bin/mode', 'works');
  if (withNpm) symlinkSync(FAKE_NPM, join(root, 'bin/npm'));
  symlinkSync(process.execPath, join(root, 'bin/node'));

  return {
    root,
    write,
    npm: (mode) => write('bin/mode', mode),
    calls: () => readLines(join(root, 'bin/calls')),
    start: () => startSetup(root),
  };
}

/** Waits until something is so, for ten seconds at most. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not happen within ten seconds');
    await pause(5);
  }
}

function startSetup(root: string): Setup {
  const child = spawn(process.execPath, [join(root, 'shared/strata/setup.mjs')], {
    cwd: root,
    env: { PATH: join(root, 'bin'), FAKE_NPM_FOLDER: join(root, 'bin') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const closed = once(child, 'close');
  return {
    said: () => said,
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    async end() {
      await closed;
      return child.exitCode;
    },
  };
}

function readLines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}
