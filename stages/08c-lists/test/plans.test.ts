import assert from 'node:assert/strict';
import pg from 'pg';
import { beforeAll, test } from 'vitest';
import { parseTaskQuery } from '../src/tasks/schema.ts';
import { createParts, db, explainQueries, signUp, url } from './tracker.ts';

// Four people with five thousand tasks each: so few that nothing is slow, and so many that reading all of them would be.
beforeAll(async () => {
  for (let person = 0; person < 4; person += 1) await signUp();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `INSERT INTO tasks (owner_id, title, status, notes, created_at, updated_at)
     SELECT id, left(md5(id || ' ' || at), 8), 'todo', repeat('notes ', 20),
            now() - at * interval '1 minute', now() - at * interval '1 second'
     FROM users, generate_series(1, 5000) AS at`,
  );
  await client.query('VACUUM ANALYZE tasks');
  await client.end();
}, 60_000);

async function explain(query: object) {
  const { id } = await db.user.findFirstOrThrow();
  return explainQueries(() => createParts().tasks.of(id).list(parseTaskQuery(query)));
}

test('a page begins where the index says, whatever it is sorted by', async () => {
  for (const [sort, index] of [
    ['status,-createdAt', 'tasks_owner_id_status_created_at_id_idx'],
    ['title', 'tasks_owner_id_title_id_idx'],
    ['-updatedAt', 'tasks_owner_id_updated_at_id_idx'],
  ]) {
    const [page = ''] = await explain({ sort });

    assert.match(page, new RegExp(`using ${index} `), page);
  }
});

test('a part of a word is looked up, and not looked for in every task', async () => {
  const [page = '', ...others] = await explain({ q: 'a1b2c3' });

  assert.match(page, /on tasks_owner_id_search_idx/);
  assert.deepEqual(others, [], 'the end is in sight: nobody counts');
});
