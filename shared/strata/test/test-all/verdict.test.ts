import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, missing, total } from '../../src/test-all/verdict.ts';

const task = { package: '@strata/00-cli', name: 'test', exitCode: 0, cached: false, logFile: '' };

test('tests that passed are counted', () => {
  const verdict = judge(task, '12 passed, 0 failed');

  assert.deepEqual([verdict.passed, verdict.failed, verdict.problem], [12, 0, undefined]);
});

test('a task that ended badly without a figure is one failure', () => {
  assert.equal(judge({ ...task, exitCode: 1 }, 'Segmentation fault').failed, 1);
});

test('a task that ended badly after passing all its tests is one failure', () => {
  assert.equal(judge({ ...task, exitCode: 1 }, '12 passed, 0 failed').failed, 1);
});

test('a task that counts failures and yet ends well is a problem', () => {
  assert.ok(judge(task, '12 passed, 1 failed').problem);
});

test('a run of tests that ran none is a failure', () => {
  assert.equal(judge(task, '0 passed, 0 failed').failed, 1);
  assert.equal(judge(task, '').failed, 1);
});

test('lint counts only when it fails', () => {
  const lint = { ...task, package: '//', name: 'lint' };

  assert.equal(judge(lint, '3 passed, 0 failed').passed, 0);
  assert.equal(judge({ ...lint, exitCode: 1 }, '').failed, 1);
});

test('the sum is that of all tasks, those that never ran included', () => {
  const verdicts = [
    judge(task, '12 passed, 0 failed'),
    judge({ ...task, exitCode: 1 }, '3 passed, 2 failed'),
  ];

  assert.deepEqual(total([...verdicts, missing('@strata/03', 'test')]), {
    passed: 15,
    failed: 3,
    skipped: 0,
  });
});
