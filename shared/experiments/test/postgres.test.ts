import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { experiment } from '../08a-postgres.ts';
import { measure } from '../src/experiment.ts';
import { read } from '../src/json-value.ts';
import { ROOT } from '../src/repository.ts';
import { assertFits } from './fits.ts';
import { fake, figure } from './run.ts';

test('08a, measured on the references, keeps and shares every task, and 07 none', async () => {
  const measured = await measure(experiment);
  const of = (...names: string[]) => figure(measured.figures, ...names);

  assert.deepEqual(measured.wrong, []);
  for (const stage of ['07-nextjs', '08a-postgres']) assert.ok(of(stage, 'killed', 'acknowledged') >= 20);
  assert.equal(of('07-nextjs', 'killed', 'left'), 0);
  assert.equal(of('08a-postgres', 'killed', 'left'), of('08a-postgres', 'killed', 'acknowledged'));
  assert.deepEqual(read(read(measured.figures, '07-nextjs'), 'processes'), { written: 20, agreed: 0 });
  assert.deepEqual(read(read(measured.figures, '08a-postgres'), 'processes'), { written: 20, agreed: 20 });
  assertFits(experiment, measured);
});

test('08a, measured on a tracker without a database, names all that is missing', async () => {
  const measured = await measure(experiment, path.join(ROOT, 'stages', '02-express'));
  const { acknowledged } = Object(read(read(measured.figures, 'stages/02-express'), 'killed'));

  assert.deepEqual(measured.wrong, [
    `stages/02-express: ${acknowledged} of ${acknowledged} acknowledged tasks are gone after kill -9.`,
    'stages/02-express: 20 of 20 tasks are unknown to the other process.',
  ]);
  assertFits(experiment, measured);
});

test('08a, measured on a tracker that keeps its data, has nothing to say, whoever reads them', async () => {
  const { figures, wrong } = await measure(experiment, fake('open-tracker'));

  assert.deepEqual(wrong, []);
  assert.equal(
    figure(figures, 'open-tracker', 'killed', 'left'),
    figure(figures, 'open-tracker', 'killed', 'acknowledged'),
  );
});

test('08a, measured on a tracker that does not start, says so in one sentence', async () => {
  const { wrong } = await measure(experiment, fake('broken-server'));

  assert.deepEqual(wrong, ['broken-server: The tracker ended before it took a request (exit status 1).']);
});
