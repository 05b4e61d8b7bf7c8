import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createLead } from '../src/leads/lead.ts';
import { createTask } from '../src/tasks/task.ts';
import { countQueries, createParts, NOW, signUp, startApp } from './tracker.ts';

type App = Awaited<ReturnType<typeof startApp>>;

const TITLES = ['pear', 'Apple', 'fig', 'apple', 'fig'];

async function startWithTasks(titles = TITLES) {
  const app = await startApp();
  for (const title of titles) await app.post('/tasks').send({ title });
  return app;
}

// The address behind a relation of the Link header, as RFC 8288 writes it.
function linksOf(header = ''): Record<string, string> {
  const links = header.matchAll(/<([^>]*)>; rel="(\w+)"/g);
  return Object.fromEntries([...links].map(([, address = '', rel = '']) => [rel, address]));
}

async function titles(app: App, address: string) {
  const { body } = await app.get(address);
  return body.map(({ title }: { title: string }) => title);
}

test('from the first page one comes to the last by the links, and sees everything once', async () => {
  const app = await startWithTasks();
  const seen: string[] = [];
  const addresses: string[] = [];

  for (let next: string | undefined = '/tasks?pageSize=2&sort=-title'; next; ) {
    addresses.push(next);
    const { body, headers } = await app.get(next);
    seen.push(...body.map(({ title }: { title: string }) => title));
    assert.equal(headers['x-total-count'], '5');
    next = linksOf(headers.link).next;
  }

  assert.deepEqual(seen, ['pear', 'fig', 'fig', 'Apple', 'apple']);
  assert.equal(addresses.length, 3);
});

test('the links keep what else was asked for, and lead only to pages that are there', async () => {
  const app = await startWithTasks();

  const first = linksOf((await app.get('/tasks?q=f%26ig&pageSize=1')).headers.link);
  const second = linksOf((await app.get('/tasks?pageSize=2&page=2&status=todo')).headers.link);
  const beyond = await app.get('/tasks?pageSize=2&page=9');

  assert.deepEqual(first, {
    first: '/tasks?q=f%26ig&pageSize=1&page=1',
    last: '/tasks?q=f%26ig&pageSize=1&page=1',
  });
  assert.deepEqual(second, {
    first: '/tasks?pageSize=2&page=1&status=todo',
    prev: '/tasks?pageSize=2&page=1&status=todo',
    next: '/tasks?pageSize=2&page=3&status=todo',
    last: '/tasks?pageSize=2&page=3&status=todo',
  });
  assert.deepEqual([beyond.status, beyond.body], [200, []]);
  assert.equal(linksOf(beyond.headers.link).prev, '/tasks?pageSize=2&page=3');
});

test('what is equal comes in the order of its creation, in either direction', async () => {
  const app = await startWithTasks(['fig', 'fig', 'fig']);
  const ids = async (sort: string) =>
    (await app.get(`/tasks?sort=${sort}`)).body.map(({ id }: { id: number }) => id);

  const order = await ids('id');

  assert.deepEqual(await ids('title'), order);
  assert.deepEqual(await ids('-title'), order);
  assert.deepEqual(await ids('-id'), order.toReversed());
});

test('every field that the document names sorts', async () => {
  const app = await startApp({}, 'admin');
  const { body: document } = await app.get('/openapi.json');

  for (const path of ['/tasks', '/leads', '/admin/users', '/admin/actions']) {
    const sort = document.paths[path].get.parameters.find(({ name }: { name: string }) => name === 'sort');
    assert(sort.schema.items.enum.length >= 8, path);
    for (const name of sort.schema.items.enum)
      assert.equal((await app.get(`${path}?sort=${name}`)).status, 200, name);
  }
});

test('several fields sort one after the other, a status and a stage in the order in which work goes', async () => {
  const app = await startApp();
  for (const [title, status] of [
    ['b', 'done'],
    ['a', 'todo'],
    ['c', 'doing'],
    ['d', 'todo'],
  ]) {
    const { body } = await app.post('/tasks').send({ title });
    await app.patch(`/tasks/${body.id}`).send({ status });
  }

  assert.deepEqual(await titles(app, '/tasks?sort=status,-title'), ['d', 'a', 'c', 'b']);
  assert.deepEqual(await titles(app, '/tasks?sort=-status,-id'), ['b', 'c', 'd', 'a']);
});

test('texts come in the order that people expect', async () => {
  const app = await startWithTasks(['Zebra', 'apple', 'Élan', 'eland', 'Elbow', 'ďáblík', 'dab']);

  assert.deepEqual(await titles(app, '/tasks?sort=title'), [
    'apple',
    'dab',
    'ďáblík',
    'Élan',
    'eland',
    'Elbow',
    'Zebra',
  ]);
});

test('20 come when nobody says how many', async () => {
  const app = await startWithTasks(Array.from({ length: 21 }, (_, at) => `Task ${at}`));

  assert.equal((await titles(app, '/tasks')).length, 20);
  assert.deepEqual(await titles(app, '/tasks?page=2'), ['Task 20']);
});

for (const [query, path] of [
  ['sort=owner', '/sort'],
  ['sort=ownerId', '/sort'],
  ['sort=--id', '/sort'],
  ['sort=', '/sort'],
  ['sort=title,', '/sort'],
  ['sort=title,-title', '/sort'],
  ['sort=title,owner', '/sort'],
  ['page=0', '/page'],
  ['page=1.5', '/page'],
  ['page=-1', '/page'],
  ['pageSize=101', '/pageSize'],
  ['pageSize=0', '/pageSize'],
  ['pageSize=ten', '/pageSize'],
  ['page=1&page=2', '/page'],
] as const) {
  test(`?${query} is refused with ${path}`, async () => {
    const { status, body } = await (await startApp()).get(`/tasks?${query}`);

    assert.deepEqual([status, body.errors[0].path], [422, path]);
  });
}

test('a request costs as many queries with many rows as with few', async () => {
  const { user, access } = await signUp();
  const parts = createParts();
  const app = (await startApp()).set('Authorization', `Bearer ${access}`);
  const mine = { tasks: parts.tasks.of(user.id), leads: parts.leads.of(user.id) };
  const add = async () => {
    const lead = await mine.leads.create(
      createLead({ name: 'Ana', email: null, company: null, notes: '' }, NOW),
    );
    return mine.tasks.create(createTask({ title: 'Call', notes: '', leadId: lead.id }, NOW));
  };
  const { id, leadId } = await add();
  const requests = {
    'GET /tasks': () => app.get('/tasks?pageSize=100'),
    'GET /tasks?q=': () => app.get('/tasks?q=call&status=todo&sort=-title&pageSize=100'),
    'GET /tasks/:id': () => app.get(`/tasks/${id}`),
    'PATCH /tasks/:id': () => app.patch(`/tasks/${id}`).send({ title: 'Call Ana', leadId }),
    'POST /tasks': () => app.post('/tasks').send({ title: 'Write', leadId }),
    'GET /leads': () => app.get('/leads?pageSize=100'),
  };
  const count = async () => {
    const counts: Record<string, number> = {};
    for (const [name, send] of Object.entries(requests))
      counts[name] = await countQueries(async () => send());
    return counts;
  };
  const few = await count();
  for (let more = 0; more < 50; more += 1) await add();

  const many = await count();

  assert.deepEqual(many, few);
  assert.deepEqual(many, {
    'GET /tasks': 2,
    'GET /tasks?q=': 2,
    'GET /tasks/:id': 2,
    'PATCH /tasks/:id': 6,
    'POST /tasks': 2,
    'GET /leads': 2,
  });
  assert.equal(await countQueries(async () => app.get('/tasks?pageSize=5')), 3, 'the end is not in sight');
});
