import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments, splitLine } from '../src/arguments.js';

test('a line is split at blanks, and quotes hold words together', () => {
  assert.deepEqual(splitLine(`  add "Buy milk" --notes 'two "big" litres' `), [
    'add',
    'Buy milk',
    '--notes',
    'two "big" litres',
  ]);
});

test('empty quotes are a word of their own', () => {
  assert.deepEqual(splitLine('add ""'), ['add', '']);
});

test('a quotation mark that is never closed is an error of usage', () => {
  assert.throws(() => splitLine('add "Buy milk'), { code: 'usage' });
});

test('an option that nobody knows is an error of usage', () => {
  assert.throws(() => parseArguments(['list', '--colour', 'red']), { code: 'usage' });
});
