import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { pause } from './child.ts';
import { readBuildCommand } from './manifest.ts';
import type { Processes } from './process.ts';
import { isAlive } from './process-table.ts';
import { describeEnd, lastWords, startError } from './start-problem.ts';
import { joinWords } from './words.ts';

// What a build writes, and what it does not read.
const OUTPUTS = ['dist', 'build', 'out', 'generated', '.next'];
const UNREAD = ['node_modules', 'test', 'tests', 'coverage', '.git', '.turbo', '.results', '.strata'];
// Papers, and what tools write beside the sources while they build.
const WRITTEN = /\.(md|log|tsbuildinfo)$|^next-env\.d\.ts$/;
const POLL = 50;
const LINES = 20;

/**
 * Builds the tracker in a folder when its stage.json says how and its files have changed since the last build that
 * succeeded. What was built is remembered under `<root>/.strata/cache/build`. `note` is told that a build begins.
 * Throws a StartError when the build fails.
 */
export async function ensureBuilt(
  root: string,
  folder: string,
  processes: Processes,
  note: (line: string) => void = () => {},
): Promise<void> {
  const words = readBuildCommand(folder);
  if (words === undefined) return;
  const memory = memoryOf(root, folder);
  if (isBuilt(memory, folder, hashOf(folder))) return;
  const release = await lock(`${memory}.lock`);
  try {
    const hash = hashOf(folder);
    if (isBuilt(memory, folder, hash)) return; // somebody else has, meanwhile
    rmSync(memory, { force: true });
    note(`${joinWords(words)} …`);
    await build(words, folder, processes);
    remember(memory, folder, hash);
  } finally {
    release();
  }
}

/**
 * Remembers that the tracker in a folder stands built as its files are now: somebody else has just run the command of its
 * stage.json, and it succeeded. Does nothing where there is no such command, or nothing that it wrote.
 */
export function rememberBuilt(root: string, folder: string): void {
  if (readBuildCommand(folder) === undefined || findOutputs(folder).length === 0) return;
  const memory = memoryOf(root, folder);
  mkdirSync(dirname(memory), { recursive: true });
  remember(memory, folder, hashOf(folder));
}

/**
 * Finds what builds have written below a folder.
 * @returns paths relative to it
 */
export function findOutputs(folder: string): string[] {
  const places = OUTPUTS.flatMap((name) => [name, join('src', name), join('web', name)]);
  return places.filter((place) => existsSync(join(folder, place)));
}

async function build(words: readonly string[], folder: string, processes: Processes): Promise<void> {
  const tried = `${joinWords(words)}   in ${folder}`;
  const child = processes.start(words, { cwd: folder });
  const ended = await child.exited.catch((error: unknown) => {
    throw startError('build-failed', {
      title: `The command that builds the tracker cannot be run: ${words[0]}.`,
      tried,
      seen: error instanceof Error ? error.message : String(error),
      advice: 'Check the first word of "build" in stage.json.',
    });
  });
  if (ended.status === 0) return;
  const printed = { stdout: child.stdout.text, stderr: child.stderr.text };
  throw startError('build-failed', {
    title: `The tracker cannot be built (${describeEnd(ended)}).`,
    tried,
    seen: firstError(`${printed.stdout}\n${printed.stderr}`),
    advice:
      'Begin with the first error above that names a file of yours; nothing is checked before it builds.',
  });
}

// What a build printed from its first error to the stack inside the tools, without colours and npm's remarks.
function firstError(printed: string): string {
  const lines = stripVTControlCharacters(printed)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^(npm |> )/.test(line));
  const first = Math.max(
    0,
    lines.findIndex((line) => /\berror\b|\bfailed\b/i.test(line)),
  );
  const stack = lines.findIndex((line, at) => at > first && /^\s+at .*node_modules/.test(line));
  const end = Math.min(stack < 0 ? lines.length : stack, first + LINES);
  return lastWords({ stdout: '', stderr: lines.slice(first, end).join('\n') }, LINES);
}

function isBuilt(memory: string, folder: string, hash: string): boolean {
  const remembered = readMemory(memory);
  if (typeof remembered !== 'object' || remembered === null) return false;
  if (!('hash' in remembered) || remembered.hash !== hash) return false;
  const outputs: unknown = 'outputs' in remembered ? remembered.outputs : undefined;
  return Array.isArray(outputs) && outputs.every((name) => existsSync(join(folder, String(name))));
}

function readMemory(memory: string): unknown {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'));
  } catch {
    return undefined; // cut short by a crash: build again
  }
}

function remember(memory: string, folder: string, hash: string): void {
  writeFileSync(memory, JSON.stringify({ hash, outputs: findOutputs(folder) }));
}

function memoryOf(root: string, folder: string): string {
  return join(root, '.strata', 'cache', 'build', nameOf(folder));
}

function nameOf(folder: string): string {
  const path = resolve(folder);
  return `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;
}

function hashOf(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of filesOf(folder)) {
    hash.update(`\0${relative(folder, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !OUTPUTS.includes(name) && !UNREAD.includes(name) && !WRITTEN.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : entry.isFile() ? [path] : [];
  });
}

/** Waits until nobody else builds the same; a lock whose owner is gone does not count. */
async function lock(path: string): Promise<() => void> {
  mkdirSync(join(path, '..'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = Number(existsSync(path) ? readFileSync(path, 'utf8') : 0);
    if (owner > 0 && !isAlive(owner)) rmSync(path, { force: true });
    else await pause(POLL);
  }
}
