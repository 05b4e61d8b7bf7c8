import assert from 'node:assert/strict';
import supertest from 'supertest';
import { test } from 'vitest';
import { createApp } from '../src/app.ts';
import { DEMO_ACCOUNT, ensureDemo } from '../src/demo.ts';
import { createParts } from './tracker.ts';

test('the demonstration has more than a page to show, and is made once', async () => {
  const parts = createParts();
  await ensureDemo(parts);
  await ensureDemo(parts);
  const browser = supertest.agent(createApp({ ...parts, secureCookies: false }));
  const { email, password, name } = DEMO_ACCOUNT;

  const { body } = await browser.post('/auth/login').send({ email, password });
  const lists = [await parts.tasks.of(body.id).list(), await parts.leads.of(body.id).list()];

  assert.equal(body.name, name);
  for (const { items, total } of lists) {
    assert.equal(items.length, 20);
    assert(total > 20 && total < 60, `${total}`);
    for (const { createdAt, updatedAt } of items)
      assert(createdAt <= updatedAt && updatedAt <= parts.clock(), `${createdAt} ${updatedAt}`);
  }
});
