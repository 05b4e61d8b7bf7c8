import assert from 'node:assert/strict';
import type { Test } from 'supertest';
import { test } from 'vitest';
import type { ErrorCode, FieldError } from '../src/errors.ts';
import { NOW, startApp } from './tracker.ts';

type App = Awaited<ReturnType<typeof startApp>>;

test('a task that is created is answered with its address, and found there', async () => {
  const app = await startApp();

  const created = await app.post('/tasks').send({ title: ' Buy milk ' });
  const read = await app.get(created.headers.location ?? '');

  assert.equal(created.status, 201);
  assert.equal(created.body.title, 'Buy milk');
  assert.deepEqual(read.body, created.body);
});

test('a lead that is deleted is gone, and its tasks stay', async () => {
  const app = await startApp();
  const { body: lead } = await app.post('/leads').send({ name: 'Ana Pop' });
  await app.post('/tasks').send({ title: 'Call Ana', leadId: lead.id });

  const deleted = await app.delete(`/leads/${lead.id}`);

  assert.equal(deleted.status, 204);
  assert.deepEqual((await app.get('/leads')).body, []);
  assert.equal((await app.get('/tasks')).body[0].leadId, null);
});

test('a PATCH changes the fields it sends and no other', async () => {
  const app = await startApp();
  const { body: task } = await app.post('/tasks').send({ title: 'Buy milk', notes: 'two litres' });

  const { status, body } = await app.patch(`/tasks/${task.id}`).send({ status: 'done' });

  assert.equal(status, 200);
  assert.deepEqual(body, { ...task, status: 'done', completedAt: NOW });
});

test('a PATCH to a stage the pipeline does not allow answers 409 and changes nothing', async () => {
  const app = await startApp();
  const { body: lead } = await app.post('/leads').send({ name: 'Ana Pop' });

  const { status, body } = await app.patch(`/leads/${lead.id}`).send({ name: 'Ana Popescu', stage: 'won' });

  assert.equal(status, 409);
  assert.match(body.detail, /contacted, lost/);
  assert.deepEqual((await app.get(`/leads/${lead.id}`)).body, lead);
});

test('a list can be narrowed down by status, lead and text together', async () => {
  const app = await startApp();
  const { body: lead } = await app.post('/leads').send({ name: 'Ana Pop' });
  const { body: wanted } = await app.post('/tasks').send({ title: 'Call Ana', leadId: lead.id });
  await app.post('/tasks').send({ title: 'Call Bogdan' });
  await app.post('/tasks').send({ title: 'Write to Ana', leadId: lead.id });

  const { body } = await app.get('/tasks').query({ status: 'todo', leadId: lead.id, q: 'call' });

  assert.deepEqual(body, [wanted]);
});

test('a search finds a letter with an accent, however it was typed', async () => {
  const app = await startApp();
  const { body: wanted } = await app.post('/leads').send({ name: 'Cafe\u0301 Central' });

  for (const q of ['CAFÉ', 'cafe\u0301']) {
    const { body } = await app.get('/leads').query({ q });
    assert.deepEqual(body, [wanted]);
  }
});

test('a search does not lose its blanks', async () => {
  const app = await startApp();
  await app.post('/tasks').send({ title: 'milkshake' });
  const { body: wanted } = await app.post('/tasks').send({ title: 'milk and bread' });

  const { body } = await app.get('/tasks').query({ q: 'milk ' });

  assert.deepEqual(body, [wanted]);
});

const REFUSED: [what: string, send: (app: App) => Test, status: number, code: ErrorCode][] = [
  ['broken JSON', (app) => sendJson(app, '{"title":'), 400, 'malformed-json'],
  ['an empty body', (app) => sendJson(app, ''), 400, 'malformed-json'],
  ['a body of a byte order mark', (app) => sendJson(app, '\ufeff'), 400, 'malformed-json'],
  [
    'a body in another encoding',
    (app) => sendJson(app, Buffer.from('{"title":"x"}', 'utf16le'), 'utf-16le'),
    400,
    'malformed-json',
  ],
  [
    'bytes that are not UTF-8',
    (app) => sendJson(app, Buffer.from([0x22, 0xff, 0x22])),
    400,
    'malformed-json',
  ],
  ['another media type', (app) => app.post('/tasks').type('text').send('x'), 415, 'unsupported-media-type'],
  ['a body over 100 kB', (app) => sendJson(app, `"${'x'.repeat(100_000)}"`), 413, 'payload-too-large'],
  ['a field that breaks a rule', (app) => app.post('/tasks').send({ title: '' }), 422, 'validation'],
  ['a query that cannot be', (app) => app.get('/tasks?status=over'), 422, 'validation'],
  ['a parameter given twice', (app) => app.get('/tasks?q=a&q=b'), 422, 'validation'],
  ['an unknown path', (app) => app.get('/task'), 404, 'not-found'],
  ['a path with a slash too many', (app) => app.get('/tasks/'), 404, 'not-found'],
  ['an unknown id', (app) => app.get('/tasks/9'), 404, 'not-found'],
  ['an id that is not one', (app) => app.get('/tasks/one'), 404, 'not-found'],
  ['an id that is wrongly encoded', (app) => app.get('/tasks/%zz'), 404, 'not-found'],
  ['a method the path does not take', (app) => app.put('/tasks'), 405, 'method-not-allowed'],
];

function sendJson(app: App, body: string | Buffer, charset = 'utf-8') {
  return app
    .post('/tasks')
    .type(`application/json; charset=${charset}`)
    .serialize((bytes) => bytes)
    .send(body);
}

for (const [what, send, status, code] of REFUSED) {
  test(`${what} is answered with ${status} and changes nothing`, async () => {
    const app = await startApp();

    const response = await send(app);

    assert.equal(response.status, status);
    assert.equal(response.headers['content-type'], 'application/problem+json');
    assert.equal(response.body.type, `/problems/${code}`);
    assert.equal(response.body.status, status);
    assert.deepEqual((await app.get('/tasks')).body, []);
  });
}

test('a validation problem names each field by its JSON Pointer', async () => {
  const { body } = await (await startApp()).post('/leads').send({ name: '', 'a/b': '112' });

  assert.deepEqual(body.errors.map(({ path }: FieldError) => path).sort(), ['/a~1b', '/name']);
});

test('a method the path does not take is answered with those it takes', async () => {
  const app = await startApp();

  const refused = await app.put('/tasks');
  const asked = await app.options('/tasks');

  assert.equal(refused.headers.allow, 'GET, HEAD, POST, OPTIONS');
  assert.equal(asked.status, 204);
  assert.equal(asked.headers.allow, 'GET, HEAD, POST, OPTIONS');
});

test('a HEAD is answered like a GET, without the body', async () => {
  const { status, headers, text } = await (await startApp()).head('/tasks');

  assert.equal(status, 200);
  assert.equal(headers['content-length'], '2');
  assert.equal(text, undefined);
});

test('an origin that is on the list may read the answers, another may not', async () => {
  const app = await startApp({ corsOrigins: ['https://tracker.example'] });

  const listed = await app.get('/tasks').set('Origin', 'https://tracker.example');
  const stranger = await app.get('/tasks').set('Origin', 'https://elsewhere.example');

  assert.equal(listed.headers['access-control-allow-origin'], 'https://tracker.example');
  assert.equal(stranger.headers['access-control-allow-origin'], undefined);
  assert.equal(stranger.headers.vary, 'Origin');
});

test('an error that nobody foresaw is logged, and kept from the client', async () => {
  const logged: unknown[] = [];
  const secret = new Error('the password is 1234');
  const tasks = {
    of: () => {
      throw secret;
    },
  };
  const app = await startApp({ tasks, logger: { error: (error) => logged.push(error) } });

  const response = await app.get('/tasks');

  assert.equal(response.status, 500);
  assert.doesNotMatch(response.text, /1234/);
  assert.deepEqual(logged, [secret]);
});

test('every operation that the document describes is there', async () => {
  const app = await startApp();
  const { body: document } = await app.get('/openapi.json');

  for (const [path, operations] of Object.entries<object>(document.paths)) {
    const { headers } = await app.options(path.replaceAll(/\{\w+\}/g, '1'));
    const allowed = (headers.allow ?? '')
      .split(', ')
      .filter((method) => !['HEAD', 'OPTIONS'].includes(method));
    const described = Object.keys(operations).map((method) => method.toUpperCase());
    assert.deepEqual(described.sort(), allowed.sort(), path);
  }
});

test('the documentation is a page that reads the document', async () => {
  const app = await startApp();

  const page = await app.get('/docs/');
  const script = await app.get('/docs/swagger-ui-init.js');

  assert.equal(page.type, 'text/html');
  assert.match(script.text, /\/openapi\.json/);
});

test('the pages are not the business of the API', async () => {
  assert.equal((await (await startApp()).get('/')).status, 404);
});
