import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createLead } from '../../src/leads/lead.ts';
import { type NewLead, parseLeadQuery } from '../../src/leads/schema.ts';
import type { NewTask } from '../../src/tasks/schema.ts';
import { createTask } from '../../src/tasks/task.ts';
import { createParts, NOW, signUp } from '../tracker.ts';

function newLead(values: Partial<NewLead>) {
  return createLead({ name: 'Ana', email: null, company: null, notes: '', ...values }, NOW);
}

function newTask(values: Partial<NewTask>) {
  return createTask({ title: 'Call Ana', notes: '', leadId: null, ...values }, NOW);
}

async function createStores() {
  const { user } = await signUp();
  const { tasks, leads } = createParts();
  return { tasks: tasks.of(user.id), leads: leads.of(user.id) };
}

test('deleting a lead keeps its tasks and leaves the others alone', async () => {
  const { tasks, leads } = await createStores();
  const ana = await leads.create(newLead({ name: 'Ana' }));
  const bogdan = await leads.create(newLead({ name: 'Bogdan' }));
  await tasks.create(newTask({ title: 'Call Ana', leadId: ana.id }));
  await tasks.create(newTask({ title: 'Call Bogdan', leadId: bogdan.id }));

  await leads.remove(ana.id);

  assert.deepEqual(
    (await tasks.list()).items.map(({ title, leadId }) => ({ title, leadId })),
    [
      { title: 'Call Ana', leadId: null },
      { title: 'Call Bogdan', leadId: bogdan.id },
    ],
  );
});

test('leads can be listed by their stage', async () => {
  const { leads } = await createStores();
  await leads.create(newLead({ name: 'Ana' }));
  await leads.create({ ...newLead({ name: 'Bogdan' }), stage: 'won' });

  const names = (await leads.list(parseLeadQuery({ stage: 'won' }))).items.map(({ name }) => name);

  assert.deepEqual(names, ['Bogdan']);
});

test('a search finds a part of the name, the address or the company', async () => {
  const { leads } = await createStores();
  await leads.create(newLead({ name: 'Ana Pop', company: 'Acme' }));
  await leads.create(newLead({ name: 'Bogdan', email: 'b@acme.example' }));
  await leads.create(newLead({ name: 'Corina' }));

  const names = (await leads.list(parseLeadQuery({ q: 'ACME' }))).items.map(({ name }) => name);

  assert.deepEqual(names, ['Ana Pop', 'Bogdan']);
});

test('leads can be listed by their ids, and those of others are not among them', async () => {
  const { leads } = await createStores();
  const others = await createStores();
  const ana = await leads.create(newLead({ name: 'Ana' }));
  await leads.create(newLead({ name: 'Bogdan' }));
  const corina = await leads.create(newLead({ name: 'Corina' }));
  const theirs = await others.leads.create(newLead({ name: 'Dana' }));

  const query = parseLeadQuery({ id: `${corina.id},${theirs.id},${ana.id},99999999999` });

  assert.deepEqual(
    (await leads.list(query)).items.map(({ name }) => name),
    ['Ana', 'Corina'],
  );
});
