import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { wrap } from '../src/card.ts';
import { fake, run } from './run.ts';

test('an experiment in a pipe prints a plain card and exits with 0', async () => {
  const { status, stdout, stderr } = await run('00-cli');

  assert.equal(status, 0, stdout);
  assert.equal(stderr, '');
  assert.match(stdout, /^Experiment 00-cli · What is a program, and what is its state\?\n\n {2}00-cli /);
  assert.equal(stripVTControlCharacters(stdout), stdout);
});

test('an experiment with --json prints its figures, and exits with 1 when a side is not what it says', async () => {
  const { status, stdout } = await run('00-cli', '--mine', '--dir', fake('remembering-cli'), '--json');

  assert.equal(status, 1);
  assert.deepEqual(JSON.parse(stdout), {
    experiment: '00-cli',
    mine: true,
    holds: false,
    wrong: ['remembering-cli without --file: 0 of 5 tasks were gone, not all of them.'],
    figures: { subject: 'remembering-cli', added: 5, goneWithoutFile: 0, goneWithFile: 0, shared: 0 },
  });
});

test('an experiment with an option that there is not says how it is used and exits with 2', async () => {
  const { status, stdout, stderr } = await run('00-cli', '--yours');

  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^error: .*--yours.*\nusage: node shared\/experiments\/00-cli\.ts /);
});

test('a text is broken at its blanks, and a long word keeps a line of its own', () => {
  assert.deepEqual(wrap('one two  three\n four', 8), ['one two', 'three', 'four']);
  assert.deepEqual(wrap('a extraordinary b', 5), ['a', 'extraordinary', 'b']);
  assert.deepEqual(wrap('', 5), []);
});
