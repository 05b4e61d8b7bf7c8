import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPostgres } from '@strata/services/postgres';
import pg from 'pg';
import { experiment } from '../08c-lists.ts';
import { measure } from '../src/experiment.ts';
import { QueryCounter } from '../src/query-counter.ts';
import { copyRow } from '../src/row-copies.ts';
import { assertFits } from './fits.ts';
import { fake, figure } from './run.ts';

test('08c, measured on the references, brings twenty of 10 000 and asks for the counts of all people at once', async () => {
  const measured = await measure(experiment);
  const of = (...names: string[]) => figure(measured.figures, ...names);

  assert.deepEqual(measured.wrong, []);
  assert.equal(of('08b-accounts', 'tasks'), 10_000);
  assert.equal(of('08c-lists', 'tasks'), 20);
  assert.ok(of('08b-accounts', 'page', 'elements') > 50 * of('08c-lists', 'page', 'elements'));
  assert.ok(of('08b-accounts', 'kilobytes') > 100 * of('08c-lists', 'kilobytes'));
  assert.equal(of('08c-lists', 'queries', 'twenty'), of('08c-lists', 'queries', 'five'));
  assert.equal(of('perRow', 'twenty') - of('perRow', 'five'), 15);
  assertFits(experiment, measured);
});

test('08c, measured on a tracker that does not start, says so in one sentence', async () => {
  const { wrong } = await measure(experiment, fake('broken-server'));

  assert.deepEqual(wrong, ['broken-server: The tracker ended before it took a request (exit status 1).']);
});

test('a row is copied by the text that it holds, and the statements that go by are counted', async (t) => {
  const postgres = await startPostgres();
  const address = await postgres.createDatabase();
  const counter = await QueryCounter.open(address);
  const client = new pg.Client({ connectionString: counter.address });
  await client.connect();
  t.after(async () => {
    await client.end();
    counter.close();
    await postgres.stop();
  });
  await client.query(`CREATE TABLE other (words text); CREATE TABLE things (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text UNIQUE, notes text DEFAULT 'kept')`);
  await client.query(`INSERT INTO things (title, notes) VALUES ('a thing', 'as they were'), ('another', '')`);

  await copyRow(address, 'a thing', 3);
  const counted = await counter.during(async () => {
    await client.query('SELECT 1');
    await client.query('SELECT $1::int', [2]);
  });

  const { rows } = await client.query('SELECT title, notes FROM things ORDER BY id');
  assert.deepEqual(
    rows.map(({ title }) => title),
    ['a thing', 'another', '1 a thing', '2 a thing', '3 a thing'],
  );
  assert.equal(rows[4].notes, 'as they were');
  assert.equal(counted, 2);
  await assert.rejects(copyRow(address, 'nothing', 1), /no row holds "nothing"/);
});
