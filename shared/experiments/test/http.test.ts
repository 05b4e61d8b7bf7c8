import assert from 'node:assert/strict';
import { test } from 'node:test';
import { experiment } from '../01-http.ts';
import { measure } from '../src/experiment.ts';
import { assertFits } from './fits.ts';
import { fake, figure } from './run.ts';

test('01, measured on the references, loses half of what two sessions write and nothing of what two clients send', async () => {
  const measured = await measure(experiment);

  assert.deepEqual(measured.wrong, []);
  assert.deepEqual(measured.figures.sessions, { added: 50, found: 25, lost: 25, ids: 25 });
  assert.deepEqual(measured.figures.clients, { added: 50, found: 50, lost: 0, ids: 50 });
  assert.equal(figure(measured.figures, 'commands', 'added'), 20);
  assertFits(experiment, measured);
});

test('01, measured on a server that overwrites, counts what it lost', async () => {
  const measured = await measure(experiment, fake('forgetful-server'));
  const { figures, wrong } = measured;

  assert.deepEqual(figures.clients, { added: 50, found: 25, lost: 25, ids: 25 });
  assert.deepEqual(wrong, [
    'forgetful-server: 25 of 50 tasks were accepted and are not in the list.',
    'forgetful-server: 50 tasks were given only 25 different ids.',
  ]);
  assertFits(experiment, measured);
});

test('01, measured on a server that does not start, says so in one sentence', async () => {
  const { wrong } = await measure(experiment, fake('broken-server'));

  assert.deepEqual(wrong, ['broken-server: The tracker ended before it took a request (exit status 1).']);
});
