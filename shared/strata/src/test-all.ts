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
  const report = createReport(process.stdout, expected.length);
  const judgeTask = (task: Task) => judge(task, readLog(root, task));

  removeLogs(root, packages);
  const names = [...new Set(expected.map(({ name }) => name))];
  const { tasks, output } = await runTurbo(root, packages, names, (task) => report.task(judgeTask(task)));
  if (tasks.length === 0) {
    report.stop();
    process.stdout.write(`${output.trim()}\n\n0 passed, 1 failed\n`);
    return 1;
  }

  const forgotten = expected.filter(
    (one) => !tasks.some((task) => task.package === one.package && task.name === one.name),
  );
  const verdicts = [...tasks.map(judgeTask), ...forgotten.map((one) => missing(one.package, one.name))];
  for (const verdict of verdicts) report.task(verdict);
  for (const verdict of verdicts) if (verdict.problem) report.failure(verdict, readLog(root, verdict.task));
  const sum = total(verdicts);
  report.end(sum, verdicts, Date.now() - began);
  return sum.failed > 0 ? 1 : 0;
}

function readLog(root: string, task: Task): string {
  const file = join(root, task.logFile);
  return task.logFile !== '' && existsSync(file) ? readFileSync(file, 'utf8') : '';
}

process.exitCode = await testAll(resolve(process.argv[2] ?? join(import.meta.dirname, '../../..')));
