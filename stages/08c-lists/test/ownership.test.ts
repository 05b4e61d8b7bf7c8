import assert from 'node:assert/strict';
import supertest from 'supertest';
import { expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { createLead } from '../src/leads/lead.ts';
import { createTask } from '../src/tasks/task.ts';
import { createParts, NOW, signUp } from './tracker.ts';

// Who may do what, asked of every route that the application has: a route that is added later is asked as well.
const parts = createParts();
const app = createApp(parts);
const owner = await signUp();
const PEOPLE = {
  nobody: undefined,
  owner,
  another: await signUp(),
  admin: await signUp(createParts(), 'admin'),
};
type Person = keyof typeof PEOPLE;

const OPEN = ['/auth/register', '/auth/login', '/auth/refresh', '/auth/logout', '/openapi.json', '/docs'];
const BODIES: Record<string, object> = {
  'POST /tasks': { title: 'New' },
  'PATCH /tasks/:id': { title: 'Changed' },
  'POST /leads': { name: 'New' },
  'PATCH /leads/:id': { name: 'Changed' },
  'PATCH /admin/users/:id': { disabled: false },
  'PATCH /admin/users/:id/tasks/:itemId': { title: 'Changed' },
  'PATCH /admin/users/:id/leads/:itemId': { name: 'Changed' },
};

type Layers = typeof app.router.stack;

interface Route {
  method: string;
  path: string;
}

function listRoutes(layers: Layers): Route[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return 'stack' in handle && Array.isArray(handle.stack) ? listRoutes(handle.stack) : [];
    const methods = new Set(route.stack.map(({ method }) => method?.toUpperCase()));
    return [...methods].flatMap((method) => (method ? { method, path: route.path } : []));
  });
}

const routes = listRoutes(app.router.stack);
const guarded = routes.filter(({ path }) => !OPEN.includes(path));

// What belongs to the owner: a task, a lead, and they themselves.
async function own() {
  const mine = { tasks: parts.tasks.of(owner.user.id), leads: parts.leads.of(owner.user.id) };
  const lead = await mine.leads.create(
    createLead({ name: 'Ana', email: null, company: null, notes: '' }, NOW),
  );
  const task = await mine.tasks.create(createTask({ title: 'Call', notes: '', leadId: lead.id }, NOW));
  return { mine, task, lead };
}

function send(person: Person, method: string, path: string, body?: object) {
  const request = supertest(app)[read(method)](path);
  const access = PEOPLE[person]?.access;
  if (access) request.set('Authorization', `Bearer ${access}`);
  return body ? request.send(body) : request;
}

function read(method: string) {
  const name = method.toLowerCase();
  if (name === 'get' || name === 'post' || name === 'patch' || name === 'delete') return name;
  throw new Error(`There is no such case yet: ${method}`);
}

function expectedStatus(person: Person, { method, path }: Route) {
  if (person === 'nobody') return 401;
  if (path.startsWith('/admin/') && person !== 'admin') return 403;
  if (/^\/(tasks|leads)\/:id/.test(path) && person !== 'owner') return 404;
  return { GET: 200, POST: 201, PATCH: 200, DELETE: 204 }[method];
}

test('the routes are those of the contract', () => {
  expect(guarded.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'DELETE /admin/users/:id/leads/:itemId',
    'DELETE /admin/users/:id/tasks/:itemId',
    'DELETE /leads/:id',
    'DELETE /tasks/:id',
    'GET /admin/actions',
    'GET /admin/users',
    'GET /admin/users/:id',
    'GET /admin/users/:id/leads',
    'GET /admin/users/:id/leads/:itemId',
    'GET /admin/users/:id/tasks',
    'GET /admin/users/:id/tasks/:itemId',
    'GET /auth/me',
    'GET /leads',
    'GET /leads/:id',
    'GET /tasks',
    'GET /tasks/:id',
    'PATCH /admin/users/:id',
    'PATCH /admin/users/:id/leads/:itemId',
    'PATCH /admin/users/:id/tasks/:itemId',
    'PATCH /leads/:id',
    'PATCH /tasks/:id',
    'POST /leads',
    'POST /tasks',
  ]);
});

for (const route of guarded) {
  const { method, path } = route;
  for (const person of ['nobody', 'owner', 'another', 'admin'] as const) {
    const status = expectedStatus(person, route);
    test(`${method} ${path} with the owner's id, sent by ${person}, answers ${status}`, async () => {
      const { mine, task, lead } = await own();
      const ids: Record<string, number> = { tasks: task.id, leads: lead.id, admin: owner.user.id };
      const item = path.includes('/leads/') ? lead.id : task.id;
      const address = path
        .replace(':id', String(ids[path.split('/')[1] ?? '']))
        .replace(':itemId', String(item));

      const answer = await send(person, method, address, BODIES[`${method} ${path}`]);

      assert.equal(answer.status, status, answer.text);
      if (person === 'owner' || (person === 'admin' && path.endsWith(':itemId') && method !== 'GET')) return;
      assert.deepEqual(await mine.tasks.get(task.id), task);
      assert.deepEqual(await mine.leads.get(lead.id), lead);
      if (path === '/tasks' || path === '/leads') assert.doesNotMatch(answer.text, /Call|Ana/);
    });
  }
}

// The bodies that name something of somebody: a task's lead.
for (const { method, path } of guarded.filter(({ method, path }) =>
  /^(POST|PATCH) \/tasks/.test(`${method} ${path}`),
)) {
  for (const person of ['nobody', 'owner', 'another', 'admin'] as const) {
    const done = method === 'POST' ? 201 : 200;
    const status = { nobody: 401, owner: done, another: 422, admin: 422 }[person];
    test(`${method} ${path} with the owner's lead in the body, sent by ${person}, answers ${status}`, async () => {
      const { lead } = await own();
      const theirs = await parts.tasks
        .of((PEOPLE[person] ?? owner).user.id)
        .create(createTask({ title: 'Mine', notes: '', leadId: null }, NOW));
      const body = { ...BODIES[`${method} ${path}`], leadId: lead.id };

      const answer = await send(person, method, path.replace(':id', String(theirs.id)), body);

      assert.equal(answer.status, status, answer.text);
      if (status === 422) assert.equal(answer.body.errors[0].path, '/leadId');
    });
  }
}

for (const person of ['another', 'admin'] as const) {
  test(`the owner's lead in the query finds nothing for ${person}`, async () => {
    const { lead } = await own();

    const answer = await send(person, 'GET', `/tasks?leadId=${lead.id}`);

    assert.deepEqual([answer.status, answer.body], [200, []]);
  });
}
