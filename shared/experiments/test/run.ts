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
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_TEST_CONTEXT|FORCE_COLOR|NO_COLOR)$/.test(name)),
  );
  const child = spawn(process.execPath, [path.join(PACKAGE, `${stage}.ts`), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, stdout, stderr };
}

/** A figure by the names on the way to it; NaN when it is not a number. */
export function figure(figures: unknown, ...names: string[]): number {
  const value = names.reduce(read, figures);
  return typeof value === 'number' ? value : Number.NaN;
}
