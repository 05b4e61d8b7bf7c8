import assert from 'node:assert/strict';
import { test } from 'node:test';
import { experiment } from '../00-cli.ts';
import { measure } from '../src/experiment.ts';
import { assertFits } from './fits.ts';
import { fake, figure } from './run.ts';

test('00, measured on the reference, finds nothing of a session without a file and all of it with one', async () => {
  const measured = await measure(experiment);

  assert.deepEqual(measured.wrong, []);
  assert.deepEqual(measured.figures, {
    subject: '00-cli',
    added: 5,
    goneWithoutFile: 5,
    goneWithFile: 0,
    shared: 0,
  });
  assertFits(experiment, measured);
});

test('00, measured on a tracker that remembers without a file, says so', async () => {
  const { figures, wrong } = await measure(experiment, fake('remembering-cli'));

  assert.equal(figure(figures, 'goneWithoutFile'), 0);
  assert.equal(wrong[0], 'remembering-cli without --file: 0 of 5 tasks were gone, not all of them.');
});

test('00, measured on a tracker that does not run, says so in one sentence', async () => {
  const { wrong } = await measure(experiment, fake('broken-server'));

  assert.equal(wrong.length, 1);
  assert.match(wrong[0] ?? '', /^broken-server, .*the session ended \(exit status 1\)/);
});
