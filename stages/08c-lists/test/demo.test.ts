import assert from 'node:assert/strict';
import supertest from 'supertest';
import { test } from 'vitest';
import { createApp } from '../src/app.ts';
import { DEMO_ACCOUNT } from '../src/demo/account.ts';
import { LEADS, TASKS } from '../src/demo/data.ts';
import { ensureDemo } from '../src/demo/demo.ts';
import type { Lead } from '../src/leads/schema.ts';
import type { Task } from '../src/tasks/schema.ts';
import { createParts, db, NOW } from './tracker.ts';

test('whoever signs in to the demonstration finds something to look at, from the days before', async () => {
  const parts = createParts();
  await ensureDemo(db, parts.passwords, NOW);
  const browser = supertest.agent(createApp({ ...parts, secureCookies: false }));
  const { email, password, name } = DEMO_ACCOUNT;

  const { body } = await browser.post('/auth/login').send({ email, password });
  const lists = [await parts.tasks.of(body.id).list(), await parts.leads.of(body.id).list()];

  assert.equal(body.name, name);
  assert.deepEqual(
    lists.map(({ total }) => total),
    [TASKS.length, LEADS.length],
  );
  for (const { createdAt, updatedAt } of lists.flatMap<Task | Lead>(({ items }) => items))
    assert(createdAt <= updatedAt && updatedAt <= NOW, `${createdAt} ${updatedAt}`);
});

test('of several processes that start together one makes the demonstration, and later ones leave it', async () => {
  const { passwords } = createParts();
  await db.user.deleteMany();

  await Promise.all([1, 2, 3].map(() => ensureDemo(db, passwords, NOW)));
  await db.task.deleteMany();
  await ensureDemo(db, passwords, NOW);

  assert.deepEqual(
    [await db.user.count(), await db.lead.count(), await db.task.count()],
    [1, LEADS.length, 0],
  );
});

test('a demonstration that was begun and not finished is not there', async () => {
  const { passwords } = createParts();
  await db.user.deleteMany();
  await db.$executeRaw`ALTER TABLE tasks ADD CONSTRAINT broken CHECK (title <> 'Order business cards') NOT VALID`;

  await assert.rejects(ensureDemo(db, passwords, NOW), /broken/);

  await db.$executeRaw`ALTER TABLE tasks DROP CONSTRAINT broken`;
  assert.equal(await db.user.count(), 0);
});
