import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createLead } from '../../src/leads/lead.ts';
import type { NewLead } from '../../src/leads/schema.ts';
import { createLeadStore } from '../../src/leads/store.ts';
import type { NewTask } from '../../src/tasks/schema.ts';
import { createTaskStore } from '../../src/tasks/store.ts';
import { createTask } from '../../src/tasks/task.ts';
import { db } from '../tracker.ts';

const NOW = '2026-01-05T09:00:00.000Z';

function newLead(values: Partial<NewLead>) {
  return createLead({ name: 'Ana', email: null, company: null, notes: '', ...values }, NOW);
}

function newTask(values: Partial<NewTask>) {
  return createTask({ title: 'Call Ana', notes: '', leadId: null, ...values }, NOW);
}

test('deleting a lead keeps its tasks and leaves the others alone', async () => {
  const leads = createLeadStore(db);
  const tasks = createTaskStore(db);
  const ana = await leads.create(newLead({ name: 'Ana' }));
  const bogdan = await leads.create(newLead({ name: 'Bogdan' }));
  await tasks.create(newTask({ title: 'Call Ana', leadId: ana.id }));
  await tasks.create(newTask({ title: 'Call Bogdan', leadId: bogdan.id }));

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
  const leads = createLeadStore(db);
  await leads.create(newLead({ name: 'Ana' }));
  await leads.create({ ...newLead({ name: 'Bogdan' }), stage: 'won' });

  const names = (await leads.list({ stage: 'won' })).map(({ name }) => name);

  assert.deepEqual(names, ['Bogdan']);
});

test('a search finds a part of the name, the address or the company', async () => {
  const leads = createLeadStore(db);
  await leads.create(newLead({ name: 'Ana Pop', company: 'Acme' }));
  await leads.create(newLead({ name: 'Bogdan', email: 'b@acme.example' }));
  await leads.create(newLead({ name: 'Corina' }));

  const names = (await leads.list({ q: 'ACME' })).map(({ name }) => name);

  assert.deepEqual(names, ['Ana Pop', 'Bogdan']);
});
