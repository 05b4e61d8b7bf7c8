import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { read } from '../src/json-value.ts';

const PACKAGE = path.resolve(import.meta.dirname, '..');

/** The folder of a tracker that does something wrong. */
export function fake(name: string): string {
  return path.join(PACKAGE, 'test', 'fakes', name);
}

/** Runs an experiment as a person does, in a pipe. */
export async function run(stage: string, ...args: string[]) {
  const child = spawn(process.execPath, [path.join(PACKAGE, `${stage}.ts`), ...args], {
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, stdout, stderr };
}

/** Runs an experiment with --json. */
export async function measure(stage: string, ...args: string[]) {
  const { status, stdout } = await run(stage, ...args, '--json');
  const document: unknown = JSON.parse(stdout);
  const wrong = read(document, 'wrong');
  return { status, document, wrong: Array.isArray(wrong) ? wrong.map(String) : [] };
}

/** A figure of an experiment, by the names on the way to it. */
export function figure(document: unknown, ...names: string[]): unknown {
  return ['figures', ...names].reduce(read, document);
}
