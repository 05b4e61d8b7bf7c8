import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRepository, passingTests } from './repository.ts';

test('all tests and checks are added up, from the cache as from a run', (t) => {
  const repository = createRepository(t);

  const first = repository.testAll();
  const second = repository.testAll();

  assert.equal(first.lastLine, '36 passed, 0 failed', first.output);
  assert.equal(first.status, 0);
  assert.equal(second.lastLine, '36 passed, 0 failed');
  assert.match(second.output, /5 tasks, 5 from the cache/);
});

test('a test that breaks after a run that passed is counted as failed, and its output is shown', (t) => {
  const repository = createRepository(t);
  repository.testAll();
  repository.write(
    'stages/00-a/a.test.js',
    `${passingTests(1)}test('breaks', () => { throw new Error('alas'); });`,
  );

  const { status, output, lastLine } = repository.testAll();

  assert.equal(lastLine, '35 passed, 1 failed', output);
  assert.equal(status, 1);
  assert.match(output, /✗ test 00-a .*1 passed, 1 failed/);
  assert.match(output, /Error: alas/);
});

test('a task that dies before it says a figure is one failure, whatever it said in an earlier run', (t) => {
  const repository = createRepository(t);
  repository.testAll();
  repository.write('shared/strata/verify.cjs', 'process.exit(3);');

  const { status, output, lastLine } = repository.testAll();

  assert.equal(lastLine, '6 passed, 1 failed', output);
  assert.equal(status, 1);
});

test('a stage whose tests or verification nobody runs is a failure', (t) => {
  const repository = createRepository(t);
  repository.write('stages/00-a/package.json', { name: '@strata/00-a', version: '1.0.0' });

  const { status, output, lastLine } = repository.testAll();

  assert.equal(lastLine, '34 passed, 1 failed', output);
  assert.equal(status, 1);
  assert.match(output, /test 00-a did not run/);
});

test('what the tests of a stage have built is remembered for its verification', (t) => {
  const repository = createRepository(t);
  const build = "node -e \"require('node:fs').writeFileSync('dist', '')\"";
  repository.write('stages/00-a/stage.json', { build: 'npm run build' });
  repository.write('stages/00-a/package.json', {
    name: '@strata/00-a',
    version: '1.0.0',
    scripts: { build, pretest: 'npm run build', test: 'node --test' },
  });

  const { output, lastLine } = repository.testAll();

  assert.equal(lastLine, '36 passed, 0 failed', output);
  assert.equal(repository.list('.strata/cache/build').length, 1, output);
});

test("the learner's own packages are not run", (t) => {
  const repository = createRepository(t);
  repository.write('my/tracker/package.json', {
    name: 'tracker',
    version: '1.0.0',
    scripts: { test: 'exit 1' },
  });

  const { output, lastLine } = repository.testAll();

  assert.equal(lastLine, '36 passed, 0 failed', output);
});

test('a task graph that turbo cannot read is a failure that shows what turbo says', (t) => {
  const repository = createRepository(t);
  repository.write('turbo.json', '{ "tasks": ');

  const { status, output, lastLine } = repository.testAll();

  assert.equal(lastLine, '0 passed, 1 failed', output);
  assert.equal(status, 1);
  assert.match(output, /turbo\.json/);
});
