// `npm test`: lint, types, every package's tests and every stage's verification, through turbo's cache.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listExpected, listPackages, removeLogs } from './test-all/packages.ts';
import { createReport } from './test-all/report.ts';
import { runTurbo, type Task } from './test-all/turbo.ts';
import { judge, missing, total } from './test-all/verdict.ts';

/** Proves the repository at `root`; gives back the exit status: 0 when everything that had to run ran and passed. */
async function testAll(root: string): Promise<number> {
  const began = Date.now();
  const packages = listPackages(root);
  const expected = listExpected(packages);
  const report = createReport((text) => process.stdout.write(text), process.stdout.isTTY === true);
  const logOf = (task: Task) => readLog(join(root, task.logFile));

  removeLogs(root, packages);
  const names = [...new Set(expected.map(({ name }) => name))];
  const run = await runTurbo(root, packages, names, (task) => report.task(judge(task, logOf(task))));

  const ran = run.tasks.map((task) => judge(task, logOf(task)));
  const forgotten = expected
    .filter((one) => !run.tasks.some((task) => task.package === one.package && task.name === one.name))
    .map((one) => missing(one.package, one.name));
  const verdicts = [...ran, ...forgotten];

  for (const verdict of verdicts) report.task(verdict);
  for (const verdict of verdicts.filter(({ problem }) => problem))
    report.failure(verdict, logOf(verdict.task));
  if (run.tasks.length === 0) process.stdout.write(`\n${run.output}\n`);

  const sum = total(verdicts);
  report.end(sum, verdicts, Date.now() - began);
  return sum.failed > 0 || run.tasks.length === 0 ? 1 : 0;
}

function readLog(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

process.exitCode = await testAll(resolve(process.argv[2] ?? join(import.meta.dirname, '../../..')));
