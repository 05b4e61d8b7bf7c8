import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createTask } from '../../../src/tasks/task.ts';
import { START } from '../../../web/forms/form-state.ts';
import { createParts, NOW, signUp } from '../../tracker.ts';
import { fill, openPages } from '../pages.ts';

async function createBen() {
  const { user } = await signUp();
  const tasks = createParts().tasks.of(user.id);
  const task = await tasks.create(createTask({ title: 'Call Ana', notes: 'by noon', leadId: null }, NOW));
  return { userId: String(user.id), id: String(task.id), tasks };
}

test('an admin changes and deletes what belongs to somebody else, and that stands written down', async ({
  onTestFinished,
}) => {
  await openPages(onTestFinished, 'admin');
  const { changeTask, editTask } = await import('../../../web/tasks/actions.ts');
  const { userId, id, tasks } = await createBen();

  await changeTask(START, fill({ userId, doing: id }));
  await editTask(
    START,
    fill({
      userId,
      id,
      title: 'Call Ana back',
      'original-title': 'Call Ana',
      notes: '',
      'original-notes': '',
    }),
  );
  const { title, status, notes } = await tasks.get(Number(id));
  await changeTask(START, fill({ userId, delete: id }));

  assert.deepEqual({ title, status, notes }, { title: 'Call Ana back', status: 'doing', notes: 'by noon' });
  assert.equal((await tasks.list()).total, 0);
  const { items } = await createParts().actions.list();
  assert.deepEqual(
    items.map(({ method, path }) => `${method} ${path}`),
    ['PATCH', 'PATCH', 'DELETE'].map((method) => `${method} /admin/users/${userId}/tasks/${id}`),
  );
});

test('whoever is no admin, or no more, is told so and changes nothing', async ({ onTestFinished }) => {
  await openPages(onTestFinished);
  const { changeTask } = await import('../../../web/tasks/actions.ts');
  const { changeUser } = await import('../../../web/users/actions.ts');
  const { userId, id, tasks } = await createBen();

  const changed = await changeTask(START, fill({ userId, delete: id }));
  const promoted = await changeUser(START, fill({ promote: userId }));

  assert.deepEqual([changed.message, promoted.message], Array(2).fill('You are no admin any more.'));
  assert.equal((await tasks.list()).total, 1);
});

test('admins cannot demote or disable themselves', async ({ onTestFinished }) => {
  await openPages(onTestFinished, 'admin');
  const { changeUser } = await import('../../../web/users/actions.ts');
  const { items } = await createParts().users.list();

  const state = await changeUser(START, fill({ demote: String(items[0]?.id) }));

  assert.match(state.message, /cannot demote or disable yourself/);
});
