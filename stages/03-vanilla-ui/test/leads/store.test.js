import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createDatabase } from '../../src/database.js';
import { createLeadStore } from '../../src/leads/store.js';
import { createTaskStore } from '../../src/tasks/store.js';

test('deleting a lead keeps its tasks and leaves the others alone', async () => {
  const db = createDatabase();
  const leads = createLeadStore(db);
  const tasks = createTaskStore(db);
  const ana = await leads.create({ name: 'Ana' });
  const bogdan = await leads.create({ name: 'Bogdan' });
  await tasks.create({ title: 'Call Ana', leadId: ana.id });
  await tasks.create({ title: 'Call Bogdan', leadId: bogdan.id });

  await leads.remove(ana.id);

  assert.deepEqual(
    (await tasks.list()).map(({ title, leadId }) => ({ title, leadId })),
    [
      { title: 'Call Ana', leadId: null },
      { title: 'Call Bogdan', leadId: bogdan.id },
    ],
  );
});

test('leads can be listed by their stage', async () => {
  const leads = createLeadStore(createDatabase());
  await leads.create({ name: 'Ana', stage: 'new' });
  await leads.create({ name: 'Bogdan', stage: 'won' });

  const names = (await leads.list({ stage: 'won' })).map(({ name }) => name);

  assert.deepEqual(names, ['Bogdan']);
});

test('a search finds a part of the name, the address or the company', async () => {
  const leads = createLeadStore(createDatabase());
  await leads.create({ name: 'Ana Pop', email: null, company: 'Acme' });
  await leads.create({ name: 'Bogdan', email: 'b@acme.example', company: null });
  await leads.create({ name: 'Corina', email: null, company: null });

  const names = (await leads.list({ q: 'ACME' })).map(({ name }) => name);

  assert.deepEqual(names, ['Ana Pop', 'Bogdan']);
});
