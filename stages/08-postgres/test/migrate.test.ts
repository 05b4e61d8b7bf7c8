import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresAt } from '@strata/services/postgres';
import pg from 'pg';
import { inject, type TestContext, test } from 'vitest';
import { diffSchemas } from '../prisma/engine.ts';
import { createDatabase } from '../src/database.ts';
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

test('the data of an earlier schema are there after the upgrade, and work', async (context) => {
  const url = await createEmpty(context);
  await migrate(url, MIGRATIONS.slice(0, 1));
  await query(
    url,
    `INSERT INTO users (email, name, password_hash, created_at) VALUES ('ana@x.y', 'Ana', '$argon2id$x', now())`,
  );
  await query(
    url,
    `INSERT INTO tasks (owner_id, title, status, notes, created_at, updated_at) VALUES (1, 'Call', 'todo', '', now(), now())`,
  );

  await migrate(url);

  const db = createDatabase(url);
  context.onTestFinished(() => db.$disconnect());
  const user = await db.user.findUniqueOrThrow({ where: { id: 1 }, include: { tasks: true } });
  assert.deepEqual([user.name, user.role, user.disabled], ['Ana', 'user', false]);
  assert.equal(user.tasks[0]?.title, 'Call');
});

test('of several processes that start together one migrates and the others wait', async (context) => {
  const url = await createEmpty(context);

  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url)));

  assert.deepEqual(applied.map(({ length }) => length).sort(), [0, 0, 0, MIGRATIONS.length]);
});

test('a migration that fails leaves everything as it was, and can be mended', async (context) => {
  const url = await createEmpty(context);
  const broken = [...MIGRATIONS, { name: '29990101000000_broken', sql: 'DROP TABLE tasks; SELECT nothing;' }];

  await assert.rejects(migrate(url, broken), /nothing/);

  assert.deepEqual(await query(url, `SELECT to_regclass('tasks') AS found`), [{ found: null }]);
  assert.equal((await migrate(url)).length, MIGRATIONS.length);
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

// Columns, keys and indexes of a database. Checks, collations and identity are what Prisma has no words for.
async function describeTables(url: string) {
  const columns = await query(
    url,
    `SELECT table_name, column_name, udt_name, datetime_precision, is_nullable FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
  );
  const keys = await query(
    url,
    `SELECT conname, confupdtype, confdeltype, conrelid::regclass::text, confrelid::regclass::text
     FROM pg_constraint WHERE contype = 'f' ORDER BY 1`,
  );
  const indexes = await query(
    url,
    `SELECT indexdef FROM pg_indexes
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  return { columns, keys, indexes };
}

test('the migrations make the tables that the schema describes', async (context) => {
  const [migrated, described] = [await createEmpty(context), await createEmpty(context)];
  const schema = readFileSync(join(import.meta.dirname, '../prisma/schema.prisma'), 'utf8');
  await migrate(migrated);
  await query(described, await diffSchemas(described, schema));

  assert.deepEqual(await describeTables(migrated), await describeTables(described));
});

test('what the tracker would refuse, the database refuses too', async (context) => {
  const url = await createEmpty(context);
  await migrate(url);
  await query(
    url,
    `INSERT INTO users (email, name, password_hash, created_at) VALUES ('ana@x.y', 'Ana', '$argon2id$x', now())`,
  );
  const insert = (title: string, status = 'todo', completed: string | null = null) =>
    query(
      url,
      `INSERT INTO tasks (owner_id, title, status, notes, created_at, updated_at, completed_at)
       VALUES (1, $1, $2::task_status, '', now(), now(), $3)`,
      [title, status, completed],
    );

  await insert('x'.repeat(200));
  await insert('😀'.repeat(100)); // 200 as JavaScript counts
  await assert.rejects(insert('x'.repeat(201)), /tasks_title_check/);
  await assert.rejects(insert('😀'.repeat(101)), /tasks_title_check/);
  await assert.rejects(insert(''), /tasks_title_check/);
  await assert.rejects(insert('x', 'over'), /task_status/);
  await assert.rejects(insert('x', 'done'), /tasks_check/);
  await assert.rejects(query(url, `UPDATE users SET email = 'Ana@x.y'`), /users_email_check/);
  await assert.rejects(query(url, `UPDATE users SET password_hash = 'plain'`), /users_password_hash_check/);
  await assert.rejects(query(url, `UPDATE tasks SET id = 7`), /can only be updated to DEFAULT/);
  await query(url, 'DELETE FROM users');
  assert.deepEqual(await query(url, 'SELECT count(*)::int FROM tasks'), [{ count: 0 }]);
});
