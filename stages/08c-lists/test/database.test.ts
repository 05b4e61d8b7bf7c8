import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@strata/services/postgres';
import supertest from 'supertest';
import { type TestContext, test } from 'vitest';
import { createActing } from '../src/admin/acting.ts';
import { createActionStore } from '../src/admin/store.ts';
import { createApp } from '../src/app.ts';
import { createAccessTokens } from '../src/auth/access.ts';
import { createPasswords } from '../src/auth/passwords.ts';
import { createSessions } from '../src/auth/sessions.ts';
import { createDatabase } from '../src/database.ts';
import { createLeadStores } from '../src/leads/store.ts';
import { migrate } from '../src/migrate.ts';
import { createTaskStores } from '../src/tasks/store.ts';
import { createTask } from '../src/tasks/task.ts';
import { createUserStore } from '../src/users/store.ts';
import { NOW, SECRET, signUp } from './tracker.ts';

// A Postgres of its own, that can be stopped, and an application on it.
async function start({ onTestFinished }: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-test-'));
  chmodSync(folder, 0o755); // for the account that root lends the server
  const first = await startPostgres({ own: true, folder });
  const url = await first.ensureDatabase('tracker');
  await migrate(url);
  const db = createDatabase(url);
  const logged: unknown[] = [];
  const clock = () => NOW;
  const parts = {
    tasks: createTaskStores(db),
    leads: createLeadStores(db),
    users: createUserStore(db),
    actions: createActionStore(db),
    acting: createActing(db),
    sessions: createSessions(db, clock),
    tokens: createAccessTokens(SECRET, clock),
    passwords: createPasswords(),
    secureCookies: true,
    clock,
    corsOrigins: [],
    logger: { error: (error: unknown) => logged.push(error) },
  };
  const { user, access } = await signUp(parts);
  const app = supertest.agent(createApp(parts)).set('Authorization', `Bearer ${access}`);
  const running = { postgres: first };
  const again = async () => {
    running.postgres = await startPostgres({ own: true, folder, port: Number(new URL(url).port) });
  };
  onTestFinished(async () => {
    await db.$disconnect();
    await running.postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { tasks: parts.tasks.of(user.id), app, logged, running, again, url };
}

async function timed<T>(work: () => PromiseLike<T>) {
  const begun = performance.now();
  return { answer: await work(), milliseconds: performance.now() - begun };
}

test('a Postgres that restarts costs a 503 meanwhile, and is found again without a restart', async (context) => {
  const { app, logged, running, again } = await start(context);
  await app.post('/tasks').send({ title: 'Kept' });

  await running.postgres.stop();
  const { answer, milliseconds } = await timed(() => app.get('/tasks'));
  await again();
  const after = await app.get('/tasks');

  assert.deepEqual([answer.status, answer.headers['retry-after']], [503, '1']);
  assert.equal(answer.body.type, '/problems/unavailable');
  assert(milliseconds < 1500, `it took ${milliseconds} ms`);
  assert.deepEqual([after.status, after.body[0].title], [200, 'Kept']);
  const [error, ...others] = logged;
  assert(error instanceof Error && error.cause instanceof Error, 'the log says why');
  assert.deepEqual(others, [], 'and says it once');
});

test('a Postgres that hangs costs every request a 503 in about a second, and none afterwards', async (context) => {
  const { app, running } = await start(context);

  running.postgres.freeze();
  const answers = await Promise.all(
    [app.get('/tasks'), app.post('/tasks').send({ title: 'Lost' }), app.get('/auth/me')].map((sent) =>
      timed(() => sent),
    ),
  );
  running.postgres.thaw();

  for (const { answer, milliseconds } of answers) {
    assert.deepEqual([answer.status, answer.headers['retry-after']], [503, '1']);
    assert.doesNotMatch(answer.text, /again/, 'whether the change happened is not known');
    assert(milliseconds < 3000, `it took ${milliseconds} ms`);
  }
  assert.deepEqual((await app.get('/tasks')).body, []);
});

// Whatever is written next must not end up in the transaction that was left open.
test('a connection that hung in the middle of a change is never used again', async (context) => {
  const { app, tasks, running, url } = await start(context);
  const task = await tasks.create(createTask({ title: 'Before', notes: '', leadId: null }, NOW));
  const change = tasks.update(task.id, (task) => {
    running.postgres.freeze();
    return { ...task, title: 'Never' };
  });
  await assert.rejects(change);
  running.postgres.thaw();

  const acknowledged: string[] = [];
  for (let at = 0; at < 12; at += 1) {
    const { status, body } = await app.post('/tasks').send({ title: `Task ${at}` });
    if (status === 201) acknowledged.push(body.title);
  }

  const elsewhere = createDatabase(url);
  context.onTestFinished(() => elsewhere.$disconnect());
  const rows = await elsewhere.task.findMany({ orderBy: { id: 'asc' } });
  assert.equal(acknowledged.length, 12);
  assert.deepEqual(
    rows.map(({ title }) => title),
    ['Before', ...acknowledged],
  );
});
