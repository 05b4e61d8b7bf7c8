import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

const ROOT = join(import.meta.dirname, '../../../..');

/** A small repository of its own with one stage, run by the real runner and the real turbo. */
export interface Repository {
  write(path: string, content: string | object): void;
  /** What a folder holds. */
  list(folder: string): string[];
  /** Runs everything; gives back the exit status and what was printed. */
  testAll(): { status: number | null; output: string; lastLine: string };
}

/** Makes such a repository; it is removed when the test ends. */
export function createRepository(t: TestContext): Repository {
  const root = mkdtempSync(join(tmpdir(), 'strata-test-all-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, content: string | object) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const scripts = { lint: 'node -e 0', typecheck: 'node -e 0' };
  write('package.json', {
    name: 'small',
    packageManager,
    workspaces: ['stages/*', 'shared/*', 'my/*'],
    scripts,
  });
  write('package-lock.json', { name: 'small', lockfileVersion: 3, packages: {} });
  write('turbo.json', {
    cacheDir: '.strata/cache/turbo',
    tasks: { '//#lint': {}, '//#typecheck': {}, test: {}, 'verify:00-a': {} },
  });
  write('.gitignore', 'node_modules\n.turbo\n.strata\n');
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  write('stages/00-a/package.json', {
    name: '@strata/00-a',
    version: '1.0.0',
    scripts: { test: 'node --test' },
  });
  write('stages/00-a/a.test.js', passingTests(2));
  const companion = {
    test: 'node -e "console.log(\'4 passed, 0 failed\')"',
    'verify:00-a': 'node verify.cjs',
  };
  write('shared/strata/package.json', { name: '@strata/companion', version: '1.0.0', scripts: companion });
  write('shared/strata/verify.cjs', 'console.log("30 passed, 0 failed");');

  return {
    write,
    list: (folder) => readdirSync(join(root, folder)),
    testAll() {
      const runner = join(ROOT, 'shared/strata/src/test-all.ts');
      const { status, stdout, stderr } = spawnSync(process.execPath, [runner, root], { encoding: 'utf8' });
      const output = stdout + stderr;
      return { status, output, lastLine: output.trimEnd().split('\n').at(-1) ?? '' };
    },
  };
}

/** A test file with so many tests. */
export function passingTests(count: number): string {
  return `const { test } = require('node:test');\n${"test('holds', () => {});\n".repeat(count)}`;
}
