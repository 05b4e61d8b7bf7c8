import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, spread } from '../src/statistics.ts';

test('the median is the value in the middle, whatever the order, and the mean of the two of an even number', () => {
  assert.equal(median([10, 9, 200]), 10);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([7]), 7);
});

test('one run that was disturbed shows in the spread and leaves the median alone', () => {
  assert.deepEqual(spread([100, 102, 12, 101, 99]), { median: 100, lowest: 12, highest: 102 });
});

test('there is no median of nothing', () => {
  assert.throws(() => median([]), RangeError);
});
