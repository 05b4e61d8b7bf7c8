import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { createApp } from '../src/app.js';
import { createDatabase } from '../src/database.js';
import { createLeadStore } from '../src/leads/store.js';
import { createTaskStore } from '../src/tasks/store.js';

const NOW = '2026-01-05T09:00:00.000Z';

// Starts an application with data of its own and answers a function that sends it requests.
async function startApp(t, overrides = {}) {
  const db = createDatabase();
  const app = createApp({
    tasks: createTaskStore(db),
    leads: createLeadStore(db),
    clock: () => NOW,
    corsOrigins: ['*'],
    logger: console,
    ...overrides,
  });
  const server = createServer(app);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return (path, options) => fetch(`http://127.0.0.1:${server.address().port}${path}`, options);
}

function json(method, body, headers = {}) {
  return { method, headers: { 'Content-Type': 'application/json', ...headers }, body };
}

test('a task that is created is answered with its address, and listed', async (t) => {
  const request = await startApp(t);

  const created = await request('/tasks', json('POST', '{"title":" Buy milk "}'));
  const listed = await request('/tasks');

  const task = await created.json();
  assert.equal(created.status, 201);
  assert.equal(created.headers.get('location'), `/tasks/${task.id}`);
  assert.equal(task.title, 'Buy milk');
  assert.deepEqual(await listed.json(), [task]);
});

test('a lead that is deleted is gone, and its tasks stay', async (t) => {
  const request = await startApp(t);
  const lead = await (await request('/leads', json('POST', '{"name":"Ana Pop"}'))).json();
  await request('/tasks', json('POST', `{"title":"Call Ana","leadId":${lead.id}}`));

  const deleted = await request(`/leads/${lead.id}`, { method: 'DELETE' });

  assert.equal(deleted.status, 204);
  assert.deepEqual(await (await request('/leads')).json(), []);
  const [task] = await (await request('/tasks')).json();
  assert.equal(task.leadId, null);
});

const REFUSED = [
  ['broken JSON', '/tasks', json('POST', '{"title":'), 400, 'malformed-json'],
  ['an empty body', '/tasks', json('POST', ''), 400, 'malformed-json'],
  [
    'bytes that are not UTF-8',
    '/tasks',
    json('POST', Buffer.from([0x22, 0xff, 0x22])),
    400,
    'malformed-json',
  ],
  [
    'another media type',
    '/tasks',
    json('POST', 'title=x', { 'Content-Type': 'text/plain' }),
    415,
    'unsupported-media-type',
  ],
  ['a body over 100 kB', '/tasks', json('POST', `"${'x'.repeat(100_000)}"`), 413, 'payload-too-large'],
  ['a field that breaks a rule', '/tasks', json('POST', '{"title":""}'), 422, 'validation'],
  ['an unknown path', '/task', {}, 404, 'not-found'],
  ['a path with a slash too many', '/tasks/', {}, 404, 'not-found'],
  ['an unknown id', '/tasks/9', { method: 'DELETE' }, 404, 'not-found'],
  ['an id that is not one', '/tasks/one', { method: 'DELETE' }, 404, 'not-found'],
  ['a method the path does not take', '/tasks', { method: 'PUT' }, 405, 'method-not-allowed'],
];

for (const [what, path, options, status, code] of REFUSED) {
  test(`${what} is answered with ${status} and changes nothing`, async (t) => {
    const request = await startApp(t);

    const response = await request(path, options);

    const problem = await response.json();
    assert.equal(response.status, status);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    assert.equal(problem.type, `/problems/${code}`);
    assert.equal(problem.status, status);
    assert.deepEqual(await (await request('/tasks')).json(), []);
  });
}

test('a validation problem names each field by its JSON Pointer', async (t) => {
  const request = await startApp(t);

  const problem = await (await request('/leads', json('POST', '{"name":"","phone":"112"}'))).json();

  assert.deepEqual(problem.errors.map(({ path }) => path).sort(), ['/name', '/phone']);
});

test('a method the path does not take is answered with those it takes', async (t) => {
  const request = await startApp(t);

  const refused = await request('/tasks', { method: 'PUT' });
  const asked = await request('/tasks', { method: 'OPTIONS' });

  assert.equal(refused.headers.get('allow'), 'GET, HEAD, POST, OPTIONS');
  assert.equal(asked.status, 204);
  assert.equal(asked.headers.get('allow'), 'GET, HEAD, POST, OPTIONS');
});

test('a HEAD is answered like a GET, without the body', async (t) => {
  const request = await startApp(t);

  const response = await request('/tasks', { method: 'HEAD' });

  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-length'), '2');
  assert.equal(await response.text(), '');
});

test('an origin that is on the list may read the answers, another may not', async (t) => {
  const request = await startApp(t, { corsOrigins: ['https://tracker.example'] });

  const listed = await request('/tasks', { headers: { Origin: 'https://tracker.example' } });
  const stranger = await request('/tasks', { headers: { Origin: 'https://elsewhere.example' } });

  assert.equal(listed.headers.get('access-control-allow-origin'), 'https://tracker.example');
  assert.equal(stranger.headers.get('access-control-allow-origin'), null);
  assert.equal(stranger.headers.get('vary'), 'Origin');
});

test('an error that nobody foresaw is logged, and kept from the client', async (t) => {
  const logged = [];
  const secret = new Error('the password is 1234');
  const tasks = { list: () => Promise.reject(secret) };
  const request = await startApp(t, { tasks, logger: { error: (error) => logged.push(error) } });

  const response = await request('/tasks');

  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /1234/);
  assert.deepEqual(logged, [secret]);
});
