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
