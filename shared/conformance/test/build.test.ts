import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ensureBuilt, rememberBuilt } from '../src/build.ts';
import { Processes } from '../src/process.ts';
import { StartError } from '../src/start-problem.ts';
import { createFolder } from './fixture.ts';

const BUILD = `import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
  mkdirSync('dist', { recursive: true });
  appendFileSync('dist/built', readFileSync('source.txt'));`;

function createSubject(t: TestContext, script = BUILD) {
  const root = createFolder(t);
  const folder = join(root, 'my');
  mkdirSync(join(folder, 'test'), { recursive: true });
  writeFileSync(
    join(folder, 'stage.json'),
    JSON.stringify({ start: 'x', build: [process.execPath, 'build.mjs'] }),
  );
  writeFileSync(join(folder, 'build.mjs'), script);
  writeFileSync(join(folder, 'source.txt'), '1');
  const processes = new Processes(root);
  t.after(() => processes.close());
  const build = (): Promise<void> => ensureBuilt(root, folder, processes);
  return { root, folder, build, built: () => readFileSync(join(folder, 'dist', 'built'), 'utf8') };
}

test('a tracker is built once, and again only when a file that counts has changed', async (t) => {
  const { folder, build, built } = createSubject(t);

  await build();
  await build();
  writeFileSync(join(folder, 'test', 'some.test.js'), 'changed');
  writeFileSync(join(folder, 'README.md'), 'changed');
  await build();
  assert.equal(built(), '1');

  writeFileSync(join(folder, 'source.txt'), '2');
  await build();
  assert.equal(built(), '12');
});

test('what somebody else has built is not built again, until a file changes', async (t) => {
  const { root, folder, build, built } = createSubject(t);
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'built'), 'by hand');

  rememberBuilt(root, folder);
  await build();
  assert.equal(built(), 'by hand');

  writeFileSync(join(folder, 'source.txt'), '2');
  await build();
  assert.equal(built(), 'by hand2');
});

test('where nothing was built there is nothing to remember', async (t) => {
  const { root, folder, build, built } = createSubject(t);

  rememberBuilt(root, folder);
  await build();

  assert.equal(built(), '1');
});

test('what was built is built again once it is gone', async (t) => {
  const { folder, build, built } = createSubject(t);
  await build();

  rmSync(join(folder, 'dist'), { recursive: true });
  await build();

  assert.equal(built(), '1');
});

test('two runs that need the same build make it once', async (t) => {
  const { build, built } = createSubject(t);

  await Promise.all([build(), build()]);

  assert.equal(built(), '1');
});

test('a build that fails is told with its output, and tried again the next time', async (t) => {
  const { folder, build, built } = createSubject(t, 'console.log("page.ts(3,1): error"); process.exit(2);');

  await assert.rejects(build(), (error) => {
    assert.ok(error instanceof StartError);
    assert.equal(error.problem.kind, 'build-failed');
    assert.match(error.problem.seen, /page\.ts\(3,1\): error/);
    return true;
  });
  writeFileSync(join(folder, 'build.mjs'), BUILD);
  await build();
  assert.equal(built(), '1');
});

test('a command that does not exist is told as a build that cannot be run', async (t) => {
  const { folder, build } = createSubject(t);
  writeFileSync(join(folder, 'stage.json'), JSON.stringify({ start: 'x', build: 'no-such-program --all' }));

  await assert.rejects(build(), /The command that builds the tracker cannot be run: no-such-program/);
});
