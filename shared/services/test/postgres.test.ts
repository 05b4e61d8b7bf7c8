import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { type PostgresOptions, startPostgres } from '../src/postgres.ts';

const PARENT = join(import.meta.dirname, 'postgres-parent.ts');

async function start(t: TestContext, options: PostgresOptions = {}) {
  const postgres = await startPostgres({ own: true, ...options });
  t.after(() => postgres.stop());
  return postgres;
}

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'strata-test-'));
  chmodSync(folder, 0o755); // else root's server has its data elsewhere, and nobody removes them
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function query(address: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function refusesSoon(address: string): Promise<void> {
  for (const end = Date.now() + 5000; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const error = await query(address, 'SELECT 1').then(
      () => undefined,
      (error: unknown) => error,
    );
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return;
    assert(Date.now() < end, `it still runs, or failed otherwise: ${error}`);
  }
}

test('a database of its own is empty, and a copy holds what its template held', async (t) => {
  const postgres = await start(t);
  const first = await postgres.createDatabase('first');
  await query(first, 'CREATE TABLE found (word text)');
  await query(first, `INSERT INTO found VALUES ('here')`);

  const copy = await postgres.createDatabase('copy', 'first');
  const empty = await postgres.createDatabase();

  assert.deepEqual(await query(copy, 'SELECT word FROM found'), [{ word: 'here' }]);
  await assert.rejects(query(empty, 'SELECT word FROM found'), /does not exist/);
});

test('a database that is dropped is gone, whoever is connected', async (t) => {
  const postgres = await start(t);
  const address = await postgres.createDatabase();
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  await client.connect();

  await postgres.dropDatabase(address);

  await assert.rejects(query(address, 'SELECT 1'), /does not exist/);
});

test('it listens on 127.0.0.1 alone, with a password that one needs', async (t) => {
  const postgres = await start(t);
  const without = new URL(postgres.address);
  without.password = 'guessed';

  const [row] = await query(postgres.address, 'SHOW listen_addresses');
  const [sockets] = await query(postgres.address, 'SHOW unix_socket_directories');

  assert.deepEqual([row, sockets], [{ listen_addresses: '127.0.0.1' }, { unix_socket_directories: '' }]);
  await assert.rejects(query(without.href, 'SELECT 1'), /password authentication failed/);
});

test('letters of every alphabet have two cases', async (t) => {
  const postgres = await start(t);

  const rows = await query(postgres.address, `SELECT 'ŽIVA Ç Ω' ILIKE '%živa ç ω%' AS found`);

  assert.deepEqual(rows, [{ found: true }]);
});

test('several run at once', async (t) => {
  const [one, two] = await Promise.all([start(t), start(t)]);

  assert.notEqual(new URL(one.address).port, new URL(two.address).port);
  assert.deepEqual(await query(two.address, 'SELECT 1 AS one'), [{ one: 1 }]);
});

test('a temporary one leaves no data behind', async (t) => {
  const postgres = await start(t);
  const [row] = await query(postgres.address, 'SHOW data_directory');

  await postgres.stop();

  assert.equal(existsSync(String(row?.data_directory)), false);
});

test('a folder keeps what was written to it', async (t) => {
  const folder = makeFolder(t);
  const first = await startPostgres({ own: true, folder });
  const address = await first.ensureDatabase('tracker');
  await query(address, 'CREATE TABLE kept AS SELECT 1 AS one');
  await first.stop();

  const second = await start(t, { folder });
  const again = await second.ensureDatabase('tracker');

  assert.deepEqual(await query(again, 'SELECT one FROM kept'), [{ one: 1 }]);
});

test('two on one folder share the server of the first, also when they start together', async (t) => {
  const folder = makeFolder(t);

  const both = await Promise.all([start(t, { folder }), start(t, { folder })]);

  assert.deepEqual(both.map(({ origin }) => origin).sort(), ['own', 'running']);
  assert.equal(both[0].address, both[1].address);
});

test('data of another Postgres are told, not touched', async (t) => {
  const folder = makeFolder(t);
  const postgres = await startPostgres({ own: true, folder });
  const [row] = await query(postgres.address, 'SHOW data_directory');
  await postgres.stop();
  writeFileSync(join(String(row?.data_directory), 'PG_VERSION'), '12\n');

  await assert.rejects(startPostgres({ own: true, folder }), /^Error: Postgres 12 wrote .* put it away\.$/);
});

test('DATABASE_URL names the server that is used, and what was made there for a while goes', async (t) => {
  const { address } = await start(t);
  t.after(() => delete process.env.DATABASE_URL);
  process.env.DATABASE_URL = address;

  const given = await startPostgres();
  const made = await given.createDatabase();
  await query(made, 'SELECT 1');
  await given.stop();

  assert.equal(given.origin, 'given');
  await assert.rejects(query(made, 'SELECT 1'), /does not exist/);
});

test('a role that may not create databases is told so in one sentence', async (t) => {
  const { address } = await start(t);
  await query(address, `CREATE ROLE guest LOGIN PASSWORD 'guest'`);
  t.after(() => delete process.env.DATABASE_URL);
  process.env.DATABASE_URL = address.replace(/\/\/.*@/, '//guest:guest@');

  const given = await startPostgres();

  await assert.rejects(
    given.createDatabase(),
    /^Error: The role guest may not create databases at .*CREATEDB\.$/,
  );
});

test('frozen it answers nothing, and goes on afterwards', async (t) => {
  const postgres = await start(t);
  const client = new pg.Client({ connectionString: postgres.address, query_timeout: 200 });
  client.on('error', () => {}); // the end of the server ends it
  await client.connect();

  postgres.freeze();
  await assert.rejects(client.query('SELECT 1'), /timeout/);
  postgres.thaw();

  assert.deepEqual(await query(postgres.address, 'SELECT 1 AS one'), [{ one: 1 }]);
});

for (const freeze of [false, true]) {
  test(`it ends when its parent is killed${freeze ? ' while it is frozen' : ''}`, async (t) => {
    const parent = spawn(process.execPath, [PARENT, String(freeze)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => parent.kill('SIGKILL'));
    const [text] = await once(parent.stdout.setEncoding('utf8'), 'data');
    const { address, data }: { address: string; data: string } = JSON.parse(text);

    parent.kill('SIGKILL');

    await refusesSoon(address);
    for (const end = Date.now() + 5000; existsSync(data); await new Promise((r) => setTimeout(r, 20)))
      assert(Date.now() < end, 'its data are still there');
  });
}

test('it does not keep its parent from ending', async (t) => {
  const parent = spawn(process.execPath, [PARENT, 'leave'], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => parent.kill('SIGKILL'));
  const [[text], [status]] = await Promise.all([
    once(parent.stdout.setEncoding('utf8'), 'data'),
    once(parent, 'exit'),
  ]);

  assert.equal(status, 0);
  await refusesSoon(JSON.parse(text).address);
});

test('a server that was killed is started again on its data', async (t) => {
  const folder = makeFolder(t);
  const first = await startPostgres({ own: true, folder });
  const address = await first.ensureDatabase('tracker');
  await query(address, 'CREATE TABLE kept AS SELECT 1 AS one');
  const [row] = await query(address, 'SHOW data_directory');
  const [pid] = readFileSync(join(String(row?.data_directory), 'postmaster.pid'), 'utf8').split('\n');

  process.kill(Number(pid), 'SIGKILL');
  const second = await start(t, { folder });

  assert.deepEqual(await query(await second.ensureDatabase('tracker'), 'SELECT one FROM kept'), [{ one: 1 }]);
});
