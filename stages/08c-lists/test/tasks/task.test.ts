import assert from 'node:assert/strict';
import { test } from 'vitest';
import type { Task } from '../../src/tasks/schema.ts';
import { changeStatus, createTask, updateTask } from '../../src/tasks/task.ts';

const MONDAY = '2026-01-05T09:00:00.000Z';
const TUESDAY = '2026-01-06T09:00:00.000Z';
const WEDNESDAY = '2026-01-07T09:00:00.000Z';

const task: Task = { id: 1, ...createTask({ title: 'Buy milk', notes: '', leadId: null }, MONDAY) };

test('a new task is to do, and was created and changed at the same moment', () => {
  assert.deepEqual(task, {
    id: 1,
    title: 'Buy milk',
    notes: '',
    leadId: null,
    status: 'todo',
    createdAt: MONDAY,
    updatedAt: MONDAY,
    completedAt: null,
  });
});

test('a task that becomes done remembers when', () => {
  const done = changeStatus(task, 'done', TUESDAY);

  assert.equal(done.status, 'done');
  assert.equal(done.completedAt, TUESDAY);
  assert.equal(done.updatedAt, TUESDAY);
});

test('a task that is done already stays as it is', () => {
  const done = changeStatus(task, 'done', TUESDAY);

  assert.deepEqual(changeStatus(done, 'done', WEDNESDAY), done);
});

test('a task that is taken up again is no longer completed', () => {
  const reopened = changeStatus(changeStatus(task, 'done', TUESDAY), 'doing', WEDNESDAY);

  assert.equal(reopened.completedAt, null);
  assert.equal(reopened.updatedAt, WEDNESDAY);
});

test('an update changes the fields it names and no other', () => {
  const updated = updateTask(task, { title: 'Buy oat milk' }, TUESDAY);

  assert.deepEqual(updated, { ...task, title: 'Buy oat milk', updatedAt: TUESDAY });
});

test('an update that names a status changes it as the rules say', () => {
  const done = updateTask(task, { notes: 'two litres', status: 'done' }, TUESDAY);

  assert.equal(done.notes, 'two litres');
  assert.equal(done.completedAt, TUESDAY);
});
