import assert from 'node:assert/strict';
import { test } from 'node:test';
import { experiment } from '../03-vanilla-ui.ts';
import { readCurl } from '../src/curl.ts';
import { measure } from '../src/experiment.ts';
import { read } from '../src/json-value.ts';
import { assertFits } from './fits.ts';

test('03, measured on the references, takes fewer keys and clicks on the page than keys for curl', async () => {
  const measured = await measure(experiment);

  assert.deepEqual(measured.wrong, []);
  const { curl, page } = measured.figures;
  assert.ok(Array.isArray(curl) && Array.isArray(page));
  assert.deepEqual(
    curl.map((one) => read(one, 'commands')),
    [1, 1, 2, 1, 2],
  );
  assert.deepEqual(
    page.map((one) => [read(one, 'clicks'), read(one, 'undone')]),
    [1, 2, 1, 2, 1].map((clicks) => [clicks, false]),
  );
  assertFits(experiment, measured);
});

test('a line for curl is read as curl does it', () => {
  assert.deepEqual(readCurl('curl localhost:3000/tasks?status=todo'), {
    method: 'GET',
    path: '/tasks?status=todo',
    headers: {},
  });
  assert.deepEqual(readCurl(`curl -X PATCH localhost:3000/tasks/1 --json '{"status":"done"}'`), {
    method: 'PATCH',
    path: '/tasks/1',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: '{"status":"done"}',
  });
  assert.equal(readCurl("curl localhost:3000/tasks --json '{}'").method, 'POST');
});

test('a line for curl with an option that is not known is refused', () => {
  assert.throws(() => readCurl('curl --data x localhost:3000/tasks'), /what is --data/);
  assert.throws(() => readCurl('wget localhost:3000'), /not a line for curl/);
});
