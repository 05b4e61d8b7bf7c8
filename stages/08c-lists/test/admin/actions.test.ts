import assert from 'node:assert/strict';
import supertest from 'supertest';
import { test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createLead } from '../../src/leads/lead.ts';
import { createTask } from '../../src/tasks/task.ts';
import { createParts, db, NOW, signUp } from '../tracker.ts';

// An admin, and somebody with a task and a lead.
async function start() {
  const parts = createParts();
  const { user: owner } = await signUp();
  const { user, access } = await signUp(parts, 'admin');
  const logger = { error() {} };
  const app = supertest.agent(createApp({ ...parts, logger })).set('Authorization', `Bearer ${access}`);
  const mine = { tasks: parts.tasks.of(owner.id), leads: parts.leads.of(owner.id) };
  const lead = await mine.leads.create(
    createLead({ name: 'Ana', email: null, company: null, notes: '' }, NOW),
  );
  const task = await mine.tasks.create(createTask({ title: 'Call', notes: '', leadId: lead.id }, NOW));
  const paths = {
    user: `/admin/users/${owner.id}`,
    task: `/admin/users/${owner.id}/tasks/${task.id}`,
    lead: `/admin/users/${owner.id}/leads/${lead.id}`,
  };
  const readActions = async () =>
    (await parts.actions.list()).items.filter(({ owner: { id } }) => id === owner.id);
  return { app, admin: user, owner, mine, task, lead, paths, readActions };
}

test('what an admin does to what belongs to another is listed: when, who, whose and what', async () => {
  const { app, admin, owner, mine, task, paths } = await start();

  const changed = await app.patch(paths.task).send({ title: 'Call Ana', status: 'done' });
  await app.patch(paths.lead).send({ stage: 'contacted' });
  await app.delete(paths.lead);
  await app.patch(paths.user).send({ disabled: true });
  const { body, headers } = await app.get('/admin/actions?sort=-id&pageSize=4');

  assert.deepEqual(changed.body, { ...task, title: 'Call Ana', status: 'done', completedAt: NOW });
  assert.deepEqual((await mine.tasks.get(task.id)).leadId, null);
  const common = {
    createdAt: NOW,
    admin: { id: admin.id, email: admin.email },
    owner: { id: owner.id, email: owner.email },
  };
  assert.deepEqual(
    body.toReversed().map(({ id: _, ...action }: { id: number }) => action),
    [
      { ...common, method: 'PATCH', path: paths.task },
      { ...common, method: 'PATCH', path: paths.lead },
      { ...common, method: 'DELETE', path: paths.lead },
      { ...common, method: 'PATCH', path: paths.user },
    ],
  );
  assert(Number(headers['x-total-count']) >= 4);
});

test('what is only looked at or refused is no action', async () => {
  const { app, paths, readActions } = await start();

  const statuses = [
    (await app.get(paths.task)).status,
    (await app.patch(paths.task).send({ title: '' })).status,
    (await app.patch(paths.task).send({ leadId: 99_999 })).status,
    (await app.patch(paths.lead).send({ stage: 'won' })).status,
    (await app.patch('/admin/users/99999/tasks/1').send({ title: 'x' })).status,
    (await app.delete(paths.task.replace(/\d+$/, '99999'))).status,
  ];

  assert.deepEqual(statuses, [200, 422, 422, 409, 404, 404]);
  assert.deepEqual(await readActions(), []);
});

test('nothing is done that cannot be written down', async () => {
  const { app, mine, task, lead, paths } = await start();
  await db.$executeRaw`ALTER TABLE admin_actions ADD CONSTRAINT broken CHECK (false) NOT VALID`;

  const answers = [
    await app.patch(paths.task).send({ title: 'Changed' }),
    await app.delete(paths.task),
    await app.delete(paths.lead),
    await app.patch(paths.user).send({ role: 'admin' }),
  ];

  await db.$executeRaw`ALTER TABLE admin_actions DROP CONSTRAINT broken`;
  assert.deepEqual(
    answers.map(({ status }) => status),
    [500, 500, 500, 500],
  );
  assert.deepEqual(await mine.tasks.get(task.id), task);
  assert.deepEqual(await mine.leads.get(lead.id), lead);
  assert.equal((await app.get(paths.user)).body.role, 'user');
});
