import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fake, figure, measure } from './run.ts';

test('00, measured on the reference, finds nothing of a session without a file and all of it with one', async () => {
  const { status, document } = await measure('00-cli');

  assert.equal(status, 0);
  assert.equal(figure(document, 'added'), 5);
  assert.equal(figure(document, 'goneWithoutFile'), 5);
  assert.equal(figure(document, 'goneWithFile'), 0);
  assert.equal(figure(document, 'shared'), 0);
});

test('00, measured on a tracker that remembers without a file, says so and fails', async () => {
  const { status, document, wrong } = await measure('00-cli', '--mine', '--dir', fake('remembering-cli'));

  assert.equal(status, 1);
  assert.equal(figure(document, 'goneWithoutFile'), 0);
  assert.match(wrong[0] ?? '', /^remembering-cli without --file: 0 of 5/);
});

test('00, measured on a tracker that does not run, says so in one sentence', async () => {
  const { status, wrong } = await measure('00-cli', '--dir', fake('broken-server'));

  assert.equal(status, 1);
  assert.equal(wrong.length, 1);
  assert.match(wrong[0] ?? '', /the session ended \(exit status 1\)/);
});
