import assert from 'node:assert/strict';
import { postgresAt } from '@strata/services/postgres';
import pg from 'pg';
import { inject, type TestContext, test } from 'vitest';
import { migrate, readMigrations } from '../src/migrate.ts';

const MIGRATIONS = readMigrations();

async function createEmpty({ onTestFinished }: TestContext) {
  const postgres = postgresAt(inject('postgres'));
  const url = await postgres.createDatabase();
  onTestFinished(() => postgres.stop());
  return url;
}

async function query(url: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

test('an empty database gets everything, and one that has everything gets nothing', async (context) => {
  const url = await createEmpty(context);

  assert.deepEqual(
    await migrate(url),
    MIGRATIONS.map(({ name }) => name),
  );
  assert.deepEqual(await migrate(url), []);
});

test('of several processes that start together one migrates and the others wait', async (context) => {
  const url = await createEmpty(context);

  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url)));

  assert.deepEqual(applied.map(({ length }) => length).sort(), [0, 0, 0, MIGRATIONS.length]);
});

test('a value that one migration adds to an enum can be used by the next', async (context) => {
  const url = await createEmpty(context);
  const later = [
    { name: '29990101000000_waiting', sql: `ALTER TYPE task_status ADD VALUE 'waiting'` },
    { name: '29990102000000_wait', sql: `ALTER TABLE tasks ALTER COLUMN status SET DEFAULT 'waiting'` },
  ];

  await migrate(url, [...MIGRATIONS, ...later]);

  assert.deepEqual(await migrate(url, [...MIGRATIONS, ...later]), []);
});

test('a migration that fails leaves what was before it, and can be mended', async (context) => {
  const url = await createEmpty(context);
  const broken = { name: '29990101000000_broken', sql: 'DROP TABLE tasks; SELECT nothing;' };

  await assert.rejects(migrate(url, [...MIGRATIONS, broken]), /nothing/);

  assert.deepEqual(await query(url, 'SELECT count(*)::int FROM tasks'), [{ count: 0 }]);
  assert.deepEqual(await migrate(url, [...MIGRATIONS, { ...broken, sql: 'SELECT 1' }]), [broken.name]);
});

test('a migration that was changed after it was applied is refused', async (context) => {
  const url = await createEmpty(context);
  await migrate(url);
  const changed = MIGRATIONS.map(({ name, sql }) => ({ name, sql: `${sql}\n-- harmless` }));

  await assert.rejects(migrate(url, changed), {
    code: 'config',
    message: /^the migration \d+_init was changed/,
  });
});

test('a database of an earlier version is left as it is, and the way on is told', async (context) => {
  const url = await createEmpty(context);
  await migrate(url, [{ name: '20261102090000_init', sql: 'CREATE TABLE tasks (title text)' }]);
  await query(url, `INSERT INTO tasks VALUES ('Kept')`);

  const { host, pathname } = new URL(url);
  await assert.rejects(migrate(url), ({ message }: Error) => {
    assert.match(message, /belongs to an earlier version/);
    assert(message.includes(`"${pathname.slice(1)}" at ${host}`), message);
    return /DATABASE_URL.*DROP DATABASE/.test(message);
  });
  assert.deepEqual(await query(url, 'SELECT title FROM tasks'), [{ title: 'Kept' }]);
});

test('what the tracker would refuse, the database refuses too', async (context) => {
  const url = await createEmpty(context);
  await migrate(url);
  const insert = (title: string, status = 'todo', completed: string | null = null) =>
    query(
      url,
      `INSERT INTO tasks (title, status, notes, created_at, updated_at, completed_at)
       VALUES ($1, $2::task_status, '', now(), now(), $3)`,
      [title, status, completed],
    );

  await insert('x'.repeat(200));
  await insert('😀'.repeat(100)); // 200 as JavaScript counts
  await assert.rejects(insert('x'.repeat(201)), /tasks_title_check/);
  await assert.rejects(insert('😀'.repeat(101)), /tasks_title_check/);
  await assert.rejects(insert(''), /tasks_title_check/);
  await assert.rejects(insert('x', 'over'), /task_status/);
  await assert.rejects(insert('x', 'done'), /tasks_check/);
  await assert.rejects(query(url, 'UPDATE tasks SET lead_id = 7'), /tasks_lead_id_fkey/);
  await assert.rejects(query(url, 'UPDATE tasks SET id = 7'), /can only be updated to DEFAULT/);
});
