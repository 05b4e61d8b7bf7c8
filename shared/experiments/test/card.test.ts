import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { wrap } from '../src/card.ts';
import { fake, run } from './run.ts';

for (const stage of ['00-cli', '01-http', '02-express']) {
  test(`the card of ${stage} in a pipe is plain and fits 20 lines of 80 columns`, async () => {
    const { status, stdout, stderr } = await run(stage);
    const lines = stdout.trimEnd().split('\n');

    assert.equal(status, 0, stdout);
    assert.equal(stderr, '');
    assert.equal(stripVTControlCharacters(stdout), stdout);
    assert.ok(lines.length <= 20, stdout);
    assert.ok(
      lines.every((line) => line.length <= 80),
      stdout,
    );
    assert.match(lines.at(-1) ?? '', /\S/);
  });
}

test('the card of a tracker with many gaps still fits', async () => {
  const { status, stdout } = await run('02-express', '--mine', '--dir', fake('careless-server'));
  const lines = stdout.trimEnd().split('\n');

  assert.equal(status, 1);
  assert.ok(lines.length <= 20 && lines.every((line) => line.length <= 80), stdout);
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
