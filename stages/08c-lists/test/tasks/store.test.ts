import assert from 'node:assert/strict';
import { test } from 'vitest';
import { type NewTask, parseTaskQuery } from '../../src/tasks/schema.ts';
import { createTask } from '../../src/tasks/task.ts';
import { createParts, signUp } from '../tracker.ts';

function newTask(values: Partial<NewTask>) {
  return createTask({ title: 'Buy milk', notes: '', leadId: null, ...values }, '2026-01-05T09:00:00.000Z');
}

async function createTasks() {
  const { user } = await signUp();
  return createParts().tasks.of(user.id);
}

test('an id is never given twice, even when its task is gone', async () => {
  const tasks = await createTasks();
  const first = await tasks.create(newTask({ title: 'One' }));
  await tasks.remove(first.id);

  const second = await tasks.create(newTask({ title: 'Two' }));

  assert.notEqual(second.id, first.id);
});

test('tasks are listed in the order of their creation, whatever has changed since', async () => {
  const tasks = await createTasks();
  const one = await tasks.create(newTask({ title: 'One' }));
  await tasks.create(newTask({ title: 'Two' }));
  await tasks.update(one.id, (task) => ({ ...task, title: 'First' }));

  const titles = (await tasks.list()).items.map(({ title }) => title);

  assert.deepEqual(titles, ['First', 'Two']);
});

test('a task for a lead that does not exist is refused and leaves nothing behind', async () => {
  const tasks = await createTasks();

  await assert.rejects(tasks.create(newTask({ title: 'One', leadId: 9_999 })), { code: 'validation' });
  assert.deepEqual((await tasks.list()).items, []);
});

test('a task that does not exist is not found', async () => {
  const tasks = await createTasks();

  await assert.rejects(tasks.get(1), { code: 'not-found' });
  await assert.rejects(tasks.remove(1), { code: 'not-found' });
});

test('a search finds a part of the title or the notes, whatever the case', async () => {
  const tasks = await createTasks();
  await tasks.create(newTask({ title: 'Buy MILK' }));
  await tasks.create(newTask({ title: 'Breakfast', notes: 'milk, eggs' }));
  await tasks.create(newTask({ title: 'Call Ana' }));

  const titles = (await tasks.list(parseTaskQuery({ q: 'Milk' }))).items.map(({ title }) => title);

  assert.deepEqual(titles, ['Buy MILK', 'Breakfast']);
});

test('% and _ in a search are characters like others', async () => {
  const tasks = await createTasks();
  for (const title of ['100 % sure', '100 times', 'snake_case', 'snakes', 'C:\\temp'])
    await tasks.create(newTask({ title }));

  const found = async (q: string) =>
    (await tasks.list(parseTaskQuery({ q }))).items.map(({ title }) => title);

  assert.deepEqual(await found('100 %'), ['100 % sure']);
  assert.deepEqual(await found('E_c'), ['snake_case']);
  assert.deepEqual(await found(':\\t'), ['C:\\temp']);
});

test('a case is that of any alphabet', async () => {
  const tasks = await createTasks();
  await tasks.create(newTask({ title: 'ŽIVA ΩΔ' }));

  assert.equal((await tasks.list(parseTaskQuery({ q: 'živa ωδ' }))).total, 1);
});

test('of many changes at the same time none is lost', async () => {
  const tasks = await createTasks();
  const { id } = await tasks.create(newTask({ notes: '' }));

  await Promise.all(
    Array.from({ length: 8 }, () => tasks.update(id, (task) => ({ ...task, notes: `${task.notes}x` }))),
  );

  assert.equal((await tasks.get(id)).notes, 'xxxxxxxx');
});

test('a change that is refused leaves the task as it was', async () => {
  const tasks = await createTasks();
  const task = await tasks.create(newTask({}));

  await assert.rejects(
    tasks.update(task.id, (task) => ({ ...task, title: 'Other', leadId: 9_999 })),
    { code: 'validation' },
  );

  assert.deepEqual(await tasks.get(task.id), task);
});

test('an id that no column can hold belongs to nothing', async () => {
  const tasks = await createTasks();

  await assert.rejects(tasks.get(2 ** 40), { code: 'not-found' });
  await assert.rejects(tasks.create(newTask({ leadId: 2 ** 40 })), { code: 'validation' });
  assert.equal((await tasks.list(parseTaskQuery({ leadId: '99999999999' }))).total, 0);
});
