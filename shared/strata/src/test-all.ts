// `npm test`: lint, types, every package's tests and every stage's verification, through turbo's cache.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rememberBuilt } from '@strata/conformance/build';
import { ensureChromium } from '@strata/services/chromium';
import {
  buildsForTests,
  hasScript,
  listExpected,
  listPackages,
  type Package,
  removeLogs,
} from './test-all/packages.ts';
import { createReport } from './test-all/report.ts';
import { runRows } from './test-all/rows.ts';
import { runTurbo, type Task } from './test-all/turbo.ts';
import { judge, missing, total } from './test-all/verdict.ts';

/** Proves the repository at `root`; gives back the exit status: 0 when everything that had to run ran and passed. */
async function testAll(root: string): Promise<number> {
  const began = Date.now();
  const packages = listPackages(root);
  const expected = listExpected(root, packages);
  const report = createReport(process.stdout, expected.length);
  const judgeTask = (task: Task) => judge(task, readLog(root, task));

  removeLogs(root, packages);
  const drivesBrowser = expected.some(({ browser }) => browser);
  // Who needs it says so when it is not there.
  const chromium = drivesBrowser ? ensureChromium(report.say).catch(() => {}) : undefined;
  const runnable = expected.filter((task) => hasScript(root, packages, task));
  const runs = await runRows(runnable, async (tasks) => {
    if (tasks.some(({ browser }) => browser)) await chromium;
    const run = await runTurbo(root, packages, tasks, (task) => report.task(judgeTask(task)));
    rememberBuilds(root, packages, run.tasks);
    return run;
  });
  const broken = runs.find((run) => run.tasks.length === 0);
  if (broken) {
    report.stop();
    process.stdout.write(`${broken.output.trim()}\n\n0 passed, 1 failed\n`);
    return 1;
  }

  const tasks = runs.flatMap((run) => run.tasks);
  const forgotten = expected.filter((one) => !tasks.some((task) => isSame(one, task)));
  const verdicts = [...tasks.map(judgeTask), ...forgotten.map((one) => missing(one.package, one.name))];
  for (const verdict of verdicts) report.task(verdict);
  for (const verdict of verdicts) if (verdict.problem) report.failure(verdict, readLog(root, verdict.task));
  const sum = total(verdicts);
  report.end(sum, verdicts, Date.now() - began);
  return sum.failed > 0 ? 1 : 0;
}

// What the tests of a stage have just built need not be built again to be verified.
function rememberBuilds(root: string, packages: readonly Package[], tasks: readonly Task[]): void {
  const tested = tasks.filter(({ name, exitCode, cached }) => name === 'test' && exitCode === 0 && !cached);
  for (const task of tested) {
    const folder = packages.find(({ name }) => name === task.package)?.folder;
    if (folder !== undefined && buildsForTests(join(root, folder))) rememberBuilt(root, join(root, folder));
  }
}

function isSame(one: { package: string; name: string }, other: { package: string; name: string }): boolean {
  return one.package === other.package && one.name === other.name;
}

function readLog(root: string, task: Task): string {
  const file = join(root, task.logFile);
  return task.logFile !== '' && existsSync(file) ? readFileSync(file, 'utf8') : '';
}

process.exitCode = await testAll(resolve(process.argv[2] ?? join(import.meta.dirname, '../../..')));
