import assert from 'node:assert/strict';
import { postgresAt } from '@strata/services/postgres';
import pg from 'pg';
import { inject, type TestContext, test } from 'vitest';
import { createPasswords } from '../src/auth/passwords.ts';
import { createSessions } from '../src/auth/sessions.ts';
import { createDatabase } from '../src/database.ts';
import { createLeadStores } from '../src/leads/store.ts';
import { migrate, readMigrations } from '../src/migrate.ts';
import { createTaskStores } from '../src/tasks/store.ts';
import { createUserStore } from '../src/users/store.ts';
import { createUser } from '../src/users/user.ts';
import { NOW } from './tracker.ts';

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

// As the brief shows it. The tasks of a lead go with it: the foreign key of both brings the new owner.
const HAND_OVER = ['leads', 'tasks'].map(
  (table) => `UPDATE ${table} SET owner_id = (SELECT id FROM users WHERE email = 'ana@x.y')
              WHERE owner_id = (SELECT id FROM users WHERE email = 'before@localhost')`,
);

test('what was there before there were accounts goes to one that nobody can use, and can be handed over', async (context) => {
  const url = await createEmpty(context);
  await migrate(url, MIGRATIONS.slice(0, 1));
  await query(
    url,
    `INSERT INTO leads (name, stage, notes, created_at, updated_at) VALUES ('Ana', 'new', '', now(), now())`,
  );
  await query(
    url,
    `INSERT INTO tasks (title, status, notes, lead_id, created_at, updated_at)
     VALUES ('Call', 'todo', '', 1, now(), now()), ('Write', 'todo', '', NULL, now(), now())`,
  );

  await migrate(url);

  const db = createDatabase(url);
  context.onTestFinished(() => db.$disconnect());
  const before = await createUserStore(db).findByEmail('before@localhost');
  assert(before);
  assert.equal(before.disabled, true);
  assert.equal(await createPasswords().matches('', before.passwordHash), false);
  assert.deepEqual(
    (await createTaskStores(db).of(before.id).list()).items.map(({ title, leadId }) => [title, leadId]),
    [
      ['Call', 1],
      ['Write', null],
    ],
  );
  const account = { ...createUser({ email: 'ana@x.y', name: 'Ana' }, NOW), passwordHash: '$argon2id$none' };
  const { user } = await createSessions(db, () => NOW).register(account);
  for (const statement of HAND_OVER) await query(url, statement);
  assert.equal((await createTaskStores(db).of(user.id).list()).total, 2);
  assert.equal((await createLeadStores(db).of(user.id).list()).total, 1);
});

test('where there was nothing before, there is no account for it', async (context) => {
  const url = await createEmpty(context);

  await migrate(url);

  assert.deepEqual(await query(url, 'SELECT count(*)::int FROM users'), [{ count: 0 }]);
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
  await query(
    url,
    `INSERT INTO users (email, name, password_hash, created_at)
     VALUES ('ana@x.y', 'Ana', '$argon2id$x', now()), ('ben@x.y', 'Ben', '$argon2id$x', now())`,
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
  await query(
    url,
    `INSERT INTO leads (owner_id, name, stage, notes, created_at, updated_at)
     VALUES (1, 'Ana''s', 'new', '', now(), now()), (2, 'Ben''s', 'new', '', now(), now())`,
  );
  await query(url, 'UPDATE tasks SET lead_id = 1');
  await assert.rejects(query(url, 'UPDATE tasks SET lead_id = 2'), /tasks_lead_id_owner_id_fkey/);
  await assert.rejects(query(url, `UPDATE users SET email = 'Ana@x.y'`), /users_email_check/);
  await assert.rejects(query(url, `UPDATE users SET password_hash = 'plain'`), /users_password_hash_check/);
  await assert.rejects(query(url, 'UPDATE tasks SET id = 7'), /can only be updated to DEFAULT/);
  await query(url, 'DELETE FROM leads');
  assert.deepEqual(await query(url, 'SELECT DISTINCT owner_id, lead_id FROM tasks'), [
    { owner_id: 1, lead_id: null },
  ]);
  await query(url, 'DELETE FROM users');
  assert.deepEqual(await query(url, 'SELECT count(*)::int FROM tasks'), [{ count: 0 }]);
});
