import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { experiment } from '../08b-accounts.ts';
import { measure } from '../src/experiment.ts';
import { read } from '../src/json-value.ts';
import { ROOT } from '../src/repository.ts';
import { assertFits } from './fits.ts';
import { fake } from './run.ts';

const ALL = {
  read: ['GET /tasks', 'GET /tasks/:id', 'GET /leads', 'GET /leads/:id', 'GET /tasks?leadId='],
  change: ['PATCH /tasks/:id', 'PATCH /leads/:id', 'POST /tasks with a leadId'],
  delete: ['DELETE /tasks/:id', 'DELETE /leads/:id'],
};
const NONE = { read: [], change: [], delete: [] };

test('08b, measured on the references, closes every way to what is mine, and before it every one is open', async () => {
  const measured = await measure(experiment);

  assert.deepEqual(measured.wrong, []);
  assert.deepEqual(read(measured.figures, '08a-postgres'), { tried: 10, stranger: ALL, other: ALL });
  assert.deepEqual(read(measured.figures, '08b-accounts'), { tried: 10, stranger: NONE, other: NONE });
  assertFits(experiment, measured);
});

test('08b, measured on a tracker without accounts, names every way', async () => {
  const { wrong } = await measure(experiment, path.join(ROOT, 'stages', '02-express'));

  const ways = [...ALL.read, ...ALL.change, ...ALL.delete].join(', ');
  assert.deepEqual(wrong, [
    `stages/02-express: open to whoever has not signed in: ${ways}.`,
    `stages/02-express: open to somebody else who has: ${ways}.`,
  ]);
});

test('08b, measured on a tracker that forgets the owner where there is an id, names those ways', async () => {
  const measured = await measure(experiment, fake('by-id-alone'));

  const ways = [
    'GET /tasks/:id',
    'GET /leads/:id',
    'PATCH /tasks/:id',
    'PATCH /leads/:id',
    'POST /tasks with a leadId',
    'DELETE /tasks/:id',
    'DELETE /leads/:id',
  ];
  assert.deepEqual(measured.wrong, [`by-id-alone: open to somebody else who has: ${ways.join(', ')}.`]);
  assertFits(experiment, measured);
});

test('08b, measured on a tracker that does not start, says so in one sentence', async () => {
  const { wrong } = await measure(experiment, fake('broken-server'));

  assert.deepEqual(wrong, ['broken-server: The tracker ended before it took a request (exit status 1).']);
});
