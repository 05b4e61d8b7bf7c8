import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { pause } from '../src/child.ts';
import { Processes } from '../src/process.ts';
import type { Program } from '../src/program.ts';

export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** A folder that goes when the test ends. */
export function createFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'strata-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A tracker of one JavaScript file, and the processes that end with the test. */
export function createProgram(t: TestContext, source: string): Program {
  const folder = createFolder(t);
  writeFileSync(join(folder, 'main.mjs'), source);
  const processes = new Processes(ROOT);
  t.after(() => processes.close());
  return { folder, words: [process.execPath, 'main.mjs'], processes };
}

/** A repository with one stage, and a tracker of one JavaScript file beside it. */
export function createRepository(
  t: TestContext,
  capabilities: string[],
  source: string,
): { root: string; dir: string } {
  const root = createFolder(t);
  const stage = join(root, 'stages', '01-try');
  const dir = join(root, 'my');
  for (const folder of [stage, dir]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(stage, 'stage.json'), JSON.stringify({ number: '01', title: 'A try', capabilities }));
  writeFileSync(join(dir, 'stage.json'), JSON.stringify({ start: [process.execPath, 'main.mjs'] }));
  writeFileSync(join(dir, 'main.mjs'), source);
  return { root, dir };
}

/** Waits until it holds. Throws an Error when it does not within ten seconds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`${what} did not happen`);
    await pause(5);
  }
}
