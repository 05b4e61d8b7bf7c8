import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findMemory } from './memory.ts';
import type { Expected, Package } from './packages.ts';

/** One task of a finished run, as turbo reports it. */
export interface Task {
  /** The package's name; `//` is the repository itself. */
  package: string;
  name: string;
  exitCode: number;
  cached: boolean;
  /** What it printed, relative to the root. Restored when the task came from the cache. */
  logFile: string;
}

export interface Run {
  tasks: Task[];
  /** Everything turbo itself printed, for when it could not even begin. */
  output: string;
}

// A finished task's output begins so: "@strata/00-cli:test: cache miss, executing 33d8d71d0bc595e0"
const FINISHED = /^(\/\/|[^:]+):(\S+): cache (hit|miss|bypass)/;
// and is followed by this when it failed: "@strata/00-cli#test:  WARNING  command finished with error, …"
const FAILED = /command finished with error/;
const OPTIONS = ['--continue=always', '--summarize', '--log-order=grouped', '--log-prefix=task'];
const SETTLE = 250;

/**
 * Runs tasks one after the other; `onTask` hears of each one when it has ended, for the progress only: what counts is in
 * the run that is given back.
 */
export async function runTurbo(
  root: string,
  packages: readonly Package[],
  tasks: readonly Expected[],
  onTask: (task: Task) => void,
): Promise<Run> {
  const script = join(root, 'node_modules/turbo/bin/turbo');
  const named = tasks.map((task) => `${task.package}#${task.name}`);
  const words = ['run', ...named, ...OPTIONS, '--concurrency=1', '--only'];
  const memory = findMemory();
  const child = spawn(process.execPath, [script, ...words], {
    cwd: root,
    env: {
      ...process.env,
      ...(memory && { TMPDIR: memory }),
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  const lines: string[] = [];
  const follow = followTasks(packages, onTask);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      follow(line);
    });
  }
  await new Promise((done) => child.on('close', done).on('error', done));

  const output = lines.join('\n');
  const summary = /^Summary: +(.+\.json)$/m.exec(output)?.[1];
  return { tasks: summary ? readSummary(summary) : [], output };
}

// Tells of a task a moment after its last line, because only a later line says whether it failed.
function followTasks(packages: readonly Package[], onTask: (task: Task) => void): (line: string) => void {
  let pending: Task | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(timer);
    if (pending) onTask(pending);
    pending = undefined;
  };
  return (line) => {
    const [, name = '', task = '', cache] = FINISHED.exec(line) ?? [];
    const folder = name === '//' ? '.' : packages.find((one) => one.name === name)?.folder;
    if (folder) {
      tell();
      const logFile = join(folder, '.turbo', `turbo-${task.replaceAll(':', '$colon$')}.log`);
      pending = { package: name, name: task, exitCode: 0, cached: cache === 'hit', logFile };
    }
    if (pending && FAILED.test(line)) pending.exitCode = 1;
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLE);
  };
}

interface Summary {
  tasks: {
    package: string;
    task: string;
    command: string;
    logFile: string;
    cache: { status: string };
    execution?: { exitCode: number | null };
  }[];
}

function readSummary(file: string): Task[] {
  const { tasks }: Summary = JSON.parse(readFileSync(file, 'utf8'));
  return tasks
    .filter((task) => task.command !== '<NONEXISTENT>')
    .map((task) => ({
      package: task.package,
      name: task.task,
      exitCode: task.execution?.exitCode ?? 1,
      cached: task.cache.status === 'HIT',
      logFile: task.logFile,
    }));
}
