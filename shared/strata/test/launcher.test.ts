import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';

const LAUNCHER = join(import.meta.dirname, '../../../strata');

// A folder with the launcher, a Node that only says how it was called, and a setup that only says that it ran.
function createRoot(t: TestContext): { root: string; write(path: string, content: string): void } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'strata launcher ')));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  copyFileSync(LAUNCHER, join(root, 'strata'));
  write('node_modules/.bin/node', '#!/bin/sh\nprintf "%s\\n" "$NODE_COMPILE_CACHE" "$@"\n');
  chmodSync(join(root, 'node_modules/.bin/node'), 0o755);
  write('shared/strata/setup.mjs', 'console.log("setup");');
  write('package.json', '{}');
  write('package-lock.json', '{}');
  write('node_modules/.strata-setup', '');
  for (const file of ['package.json', 'package-lock.json']) utimesSync(join(root, file), 1, 1);
  return { root, write };
}

function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): string[] {
  const { stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
  });
  return `${stderr}${stdout}`.trimEnd().split('\n');
}

test('the launcher passes its arguments on to the companion as they are', (t) => {
  const { root } = createRoot(t);

  const lines = run(join(root, 'strata'), ['check', '', 'two words', '*'], tmpdir());

  const main = join(root, 'shared/strata/src/main.ts');
  assert.deepEqual(lines, [join(root, '.strata/cache/compile'), main, 'check', '', 'two words', '*']);
});

test('the launcher finds its folder through links, relative and absolute', (t) => {
  const { root } = createRoot(t);
  mkdirSync(join(root, 'a/b'), { recursive: true });
  symlinkSync('../../strata', join(root, 'a/b/first'));
  symlinkSync(join(root, 'a/b/first'), join(root, 'a/second'));

  const lines = run('./second', ['map'], join(root, 'a'));

  assert.deepEqual(lines.slice(1), [join(root, 'shared/strata/src/main.ts'), 'map']);
});

test('the launcher found on the PATH works', (t) => {
  const { root } = createRoot(t);

  const lines = run('strata', [], tmpdir(), { PATH: `${root}:${process.env.PATH}` });

  assert.deepEqual(lines.slice(1), [join(root, 'shared/strata/src/main.ts')]);
});

test('a compile cache chosen by the environment is kept', (t) => {
  const { root } = createRoot(t);

  assert.equal(run(join(root, 'strata'), [], root, { NODE_COMPILE_CACHE: '/elsewhere' })[0], '/elsewhere');
});

test('the setup runs first when the lockfile is newer than the last setup', (t) => {
  const { root, write } = createRoot(t);
  utimesSync(join(root, 'node_modules/.strata-setup'), 1, 1);
  write('package-lock.json', '{}');

  assert.equal(run(join(root, 'strata'), [], root)[0], 'setup');
});

test('a setup that fails is the end of it', (t) => {
  const { root, write } = createRoot(t);
  rmSync(join(root, 'node_modules'), { recursive: true });
  write('shared/strata/setup.mjs', 'console.log("no network"); process.exit(1);');

  assert.deepEqual(run(join(root, 'strata'), [], root), ['no network']);
});
