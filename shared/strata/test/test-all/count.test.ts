import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCount } from '../../src/test-all/count.ts';

const NODE =
  'ℹ tests 7\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 1\nℹ duration_ms 5.1\n';

test('a node:test summary is counted, cancelled tests as failures', () => {
  assert.deepEqual(readCount(`✔ one (1ms)\n${NODE}\n✖ failing tests:\n`), {
    passed: 3,
    failed: 2,
    skipped: 2,
  });
});

test('a vitest summary is counted, with colours and with what was left out', () => {
  const summary =
    ' Test Files  1 passed (2)\n      Tests  \u001b[31m1 failed\u001b[39m | 12 passed | 2 skipped (15)\n';

  assert.deepEqual(readCount(summary), { passed: 12, failed: 1, skipped: 2 });
});

const PLAYWRIGHT =
  '\nRunning 14 tests using 1 worker\n\n  ✓   1 a.spec.ts:8:5 › it is 3 passed (2.0s)\n\n  1 failed\n    a.spec.ts:3:1 › b\n  2 skipped\n  11 passed (31.9s)\n';

test('a summary of Playwright is counted, and added to that of the runner before it', () => {
  assert.deepEqual(readCount(PLAYWRIGHT), { passed: 11, failed: 1, skipped: 2 });
  assert.deepEqual(readCount(`      Tests  40 passed (40)\n${PLAYWRIGHT}`), {
    passed: 51,
    failed: 1,
    skipped: 2,
  });
});

test('lines like those of Playwright count for nothing where it did not run, or did not end', () => {
  assert.equal(readCount('  11 passed (31.9s)\n'), undefined);
  assert.equal(readCount('Running 14 tests using 1 worker\n'), undefined);
});

test('the last of our own lines is counted', () => {
  assert.deepEqual(readCount('  3 passed, 1 failed\n40 passed, 2 failed · 1.4 s\n'), {
    passed: 40,
    failed: 2,
    skipped: 0,
  });
});

test('a line that a test printed does not stand for the summary of its runner', () => {
  assert.deepEqual(readCount(`99 passed, 0 failed\n${NODE}`), { passed: 3, failed: 2, skipped: 2 });
});

test('a log without a summary has no count', () => {
  assert.equal(readCount('Error: it broke\n  ℹ pass 3\n'), undefined);
});
