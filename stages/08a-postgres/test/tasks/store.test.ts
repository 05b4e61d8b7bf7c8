import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createDatabase } from '../../src/database.ts';
import type { NewTask } from '../../src/tasks/schema.ts';
import { createTaskStore } from '../../src/tasks/store.ts';
import { createTask } from '../../src/tasks/task.ts';

function newTask(values: Partial<NewTask>) {
  return createTask({ title: 'Buy milk', notes: '', leadId: null, ...values }, '2026-01-05T09:00:00.000Z');
}

test('an id is never given twice, even when its task is gone', async () => {
  const tasks = createTaskStore(createDatabase());
  const first = await tasks.create(newTask({ title: 'One' }));
  await tasks.remove(first.id);

  const second = await tasks.create(newTask({ title: 'Two' }));

  assert.notEqual(second.id, first.id);
});

test('tasks are listed in the order of their creation, whatever has changed since', async () => {
  const tasks = createTaskStore(createDatabase());
  const one = await tasks.create(newTask({ title: 'One' }));
  await tasks.create(newTask({ title: 'Two' }));
  await tasks.update(one.id, (task) => ({ ...task, title: 'First' }));

  const titles = (await tasks.list()).map(({ title }) => title);

  assert.deepEqual(titles, ['First', 'Two']);
});

test('a task for a lead that does not exist is refused and leaves nothing behind', async () => {
  const tasks = createTaskStore(createDatabase());

  await assert.rejects(tasks.create(newTask({ title: 'One', leadId: 9 })), { code: 'validation' });
  assert.deepEqual(await tasks.list(), []);
});

test('a task that does not exist is not found', async () => {
  const tasks = createTaskStore(createDatabase());

  await assert.rejects(tasks.get(1), { code: 'not-found' });
  await assert.rejects(tasks.remove(1), { code: 'not-found' });
});

test('a search finds a part of the title or the notes, whatever the case', async () => {
  const tasks = createTaskStore(createDatabase());
  await tasks.create(newTask({ title: 'Buy MILK' }));
  await tasks.create(newTask({ title: 'Breakfast', notes: 'milk, eggs' }));
  await tasks.create(newTask({ title: 'Call Ana' }));

  const titles = (await tasks.list({ q: 'Milk' })).map(({ title }) => title);

  assert.deepEqual(titles, ['Buy MILK', 'Breakfast']);
});
