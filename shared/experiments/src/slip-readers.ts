import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read } from './json-value.ts';
import type { Lab } from './lab.ts';
import { CLEAN, namesIn } from './slip-copies.ts';

/** The copies that the linter complains about. It reads all of them in one run. */
export async function lint(lab: Lab, folder: string): Promise<Set<string>> {
  const read = readdirSync(folder).flatMap((name) =>
    ['src', 'web', 'test']
      .map((part) => `${name}/${part}`)
      .filter((one) => existsSync(path.join(folder, one))),
  );
  const words = [
    'biome',
    'lint',
    '--vcs-enabled=false',
    '--reporter=json',
    '--max-diagnostics=none',
    ...read,
  ];
  return namesIn((await lab.run(words, folder)).stdout);
}

/**
 * The copies that the compiler complains about. They are one program, so that what they share is read once;
 * a second thread would read it a second time.
 * @param folder the copies, each with a tsconfig.json, and perhaps another one in web/
 */
export async function compile(lab: Lab, folder: string): Promise<Set<string>> {
  const projects = ['tsconfig.json', 'web/tsconfig.json'].filter((one) =>
    existsSync(path.join(folder, CLEAN, one)),
  );
  const outputs = projects.map(async (project, at) => {
    const file = path.join(folder, `project-${at}.json`);
    writeFileSync(file, JSON.stringify(widen(folder, project)));
    const words = ['tsc', '--project', file, '--pretty', 'false', '--singleThreaded'];
    return (await lab.run(words, folder)).stdout;
  });
  return namesIn((await Promise.all(outputs)).join('\n'));
}

/** The same project, for all copies at once. */
function widen(folder: string, project: string): object {
  const text = readFileSync(path.join(folder, CLEAN, project), 'utf8');
  const [, list = '"."'] = /"include"\s*:\s*\[([^\]]*)\]/.exec(text) ?? [];
  const within = path.posix.dirname(project);
  return {
    extends: `./${CLEAN}/${project}`,
    compilerOptions: { noEmit: true, rootDir: '.' },
    include: [...list.matchAll(/"([^"]+)"/g)].map(([, one = '']) => path.posix.join('*', within, one)),
  };
}

/**
 * The copies in which a test fails. One run in one process for all of them; the tests that start the program as a
 * process are left out, for what ends it at once ends the others too.
 */
export async function runTests(lab: Lab, folder: string): Promise<Set<string>> {
  const report = path.join(folder, 'tests.json');
  const words = [
    'vitest',
    'run',
    '--no-isolate',
    '--pool=threads',
    '--maxWorkers=1',
    '--exclude',
    '**/server.test.*',
  ];
  await lab.run([...words, '--reporter=json', `--outputFile=${report}`], folder);
  const results = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8')), 'testResults') : [];
  const failed = (Array.isArray(results) ? results : []).filter((one) => read(one, 'status') !== 'passed');
  return namesIn(failed.map((one) => String(read(one, 'name'))).join('\n'));
}
