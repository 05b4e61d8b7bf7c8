import assert from 'node:assert/strict';
import supertest from 'supertest';
import { test } from 'vitest';
import { ensureAdmin } from '../../src/admin/ensure-admin.ts';
import { createApp } from '../../src/app.ts';
import { createTask } from '../../src/tasks/task.ts';
import { parseUserQuery } from '../../src/users/schema.ts';
import { countQueries, createParts, db, NOW, signUp, startApp } from '../tracker.ts';

async function addTasks(ownerId: number, count: number) {
  const tasks = createParts().tasks.of(ownerId);
  for (let at = 0; at < count; at += 1)
    await tasks.create(createTask({ title: `Task ${at}`, notes: '', leadId: null }, NOW));
}

test('an admin sees who has how much, the most first', async () => {
  const admin = await startApp({}, 'admin');
  const { user } = await signUp();
  await addTasks(user.id, 3);

  const { body } = await admin.get('/admin/users?sort=-taskCount');

  assert.deepEqual(body[0], { ...user, taskCount: 3, leadCount: 0 });
});

test('an admin reads the tasks of a user, and of nobody who is not there', async () => {
  const admin = await startApp({}, 'admin');
  const { user } = await signUp();
  await addTasks(user.id, 2);

  const found = await admin.get(`/admin/users/${user.id}/tasks?pageSize=1&sort=-id`);
  const missing = await admin.get('/admin/users/99999/tasks');

  assert.deepEqual([found.body[0].title, found.headers['x-total-count']], ['Task 1', '2']);
  assert.equal(missing.status, 404);
});

test('somebody who is disabled is out at once, and comes back when enabled', async () => {
  const parts = createParts();
  const admin = await startApp({}, 'admin');
  const { user, access, refreshToken } = await signUp();
  const app = createApp(parts);
  const me = (token: string) => supertest(app).get('/auth/me').set('Authorization', `Bearer ${token}`);

  const { body } = await admin.patch(`/admin/users/${user.id}`).send({ disabled: true });

  assert.equal(body.disabled, true);
  assert.equal((await me(access)).status, 401);
  const refresh = await supertest(app).post('/auth/refresh').set('Cookie', `refresh=${refreshToken}`);
  assert.equal(refresh.status, 401);
  await admin.patch(`/admin/users/${user.id}`).send({ disabled: false });
  const there = await parts.users.findByEmail(user.email);
  const session = there && (await parts.sessions.open(there));
  assert.ok(session);
  const token = await parts.tokens.sign({ userId: user.id, sessionId: session.id, role: 'user' });
  assert.equal((await me(token)).status, 200);
});

test('a promotion counts from the next request on, whatever the token says', async () => {
  const admin = await startApp({}, 'admin');
  const { user, access } = await signUp();
  const list = () =>
    supertest(createApp(createParts())).get('/admin/users').set('Authorization', `Bearer ${access}`);
  assert.equal((await list()).status, 403);

  await admin.patch(`/admin/users/${user.id}`).send({ role: 'admin' });

  assert.equal((await list()).status, 200);
});

test('admins cannot demote or disable themselves', async () => {
  const { user, access } = await signUp(createParts(), 'admin');
  const app = createApp(createParts());
  const patch = (body: object) =>
    supertest(app).patch(`/admin/users/${user.id}`).set('Authorization', `Bearer ${access}`).send(body);

  for (const body of [{ role: 'user' }, { disabled: true }, { role: 'admin', disabled: true }]) {
    const answer = await patch(body);
    assert.deepEqual([answer.status, answer.body.type], [409, '/problems/own-account']);
  }
  assert.equal((await patch({ role: 'admin' })).status, 200);
  assert.equal((await patch({ role: 'owner' })).status, 422);
});

test('the admin of the settings is made once, and takes over an account that was registered before', async () => {
  const { passwords, users, sessions } = createParts();
  const { user } = await signUp();
  const wanted = { email: user.email, password: 'of the operator' };

  await ensureAdmin(db, passwords, wanted, NOW);
  const made = await users.findByEmail(user.email);
  assert.ok(made && (await sessions.open(made)));
  await ensureAdmin(db, passwords, { ...wanted, password: 'another one' }, NOW);

  assert.equal(made?.role, 'admin');
  assert.equal(await passwords.matches('of the operator', made?.passwordHash), true);
  assert.deepEqual(await users.findByEmail(user.email), made);
  assert.equal(await db.session.count({ where: { userId: user.id } }), 1);
});

test('somebody becomes the admin of the settings and loses their sessions in one, or keeps both', async () => {
  const { passwords, users } = createParts();
  const { user } = await signUp();
  await db.$executeRaw`CREATE TABLE holders AS SELECT id FROM sessions WHERE user_id = ${user.id}`;
  await db.$executeRaw`ALTER TABLE holders ADD FOREIGN KEY (id) REFERENCES sessions`;

  await assert.rejects(ensureAdmin(db, passwords, { email: user.email, password: 'of the operator' }, NOW));

  await db.$executeRaw`DROP TABLE holders`;
  assert.equal((await users.get(user.id)).role, 'user');
});

test('of two admins who demote each other at the same moment, one is left', async () => {
  const app = createApp(createParts());
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await signUp(createParts(), 'admin'), await signUp(createParts(), 'admin')];
    const demote = (by: typeof one, whom: typeof one) =>
      supertest(app)
        .patch(`/admin/users/${whom.user.id}`)
        .set('Authorization', `Bearer ${by.access}`)
        .send({ role: 'user' });

    const answers = await Promise.all([demote(one, two), demote(two, one)]);

    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 403]);
    const left = await db.user.count({ where: { id: { in: [one.user.id, two.user.id] }, role: 'admin' } });
    assert.equal(left, 1);
  }
});

// The problem of N + 1, and its absence: one query for the users and one more for each count of each of them.
test('the counts of many users cost as many queries as those of one', async () => {
  const { users } = createParts();
  const list = () => users.list(parseUserQuery({ pageSize: '100' }));
  const oneByOne = async () => {
    for (const { id } of await db.user.findMany()) {
      await db.task.count({ where: { ownerId: id } });
      await db.lead.count({ where: { ownerId: id } });
    }
  };
  const few = { together: await countQueries(list), apart: await countQueries(oneByOne) };
  for (let more = 0; more < 10; more += 1) await signUp();

  const many = { together: await countQueries(list), apart: await countQueries(oneByOne) };

  assert.equal(many.together, few.together);
  assert.equal(many.together, 1);
  assert.equal(many.apart, few.apart + 20);
});
