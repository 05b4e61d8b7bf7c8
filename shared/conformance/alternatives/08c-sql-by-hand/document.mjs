/* The OpenAPI document, by hand. */

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const string = (more = {}) => ({ type: 'string', ...more });
const orNull = (schema) => ({ anyOf: [schema, { type: 'null' }] });
const time = string({ format: 'date-time' });
const closed = (properties, more) => ({ type: 'object', properties, additionalProperties: false, ...more });
const shapes = {
  tasks: {
    title: string({ minLength: 1, maxLength: 200 }),
    notes: string({ maxLength: 10_000 }),
    leadId: orNull({ type: 'integer', minimum: 1 }),
  },
  leads: {
    name: string({ minLength: 1, maxLength: 120 }),
    email: orNull(string({ format: 'email', maxLength: 254 })),
    company: orNull(string({ maxLength: 120 })),
    notes: string({ maxLength: 10_000 }),
  },
};
const states = {
  tasks: { status: string({ enum: ['todo', 'doing', 'done'] }) },
  leads: { stage: string({ enum: ['new', 'contacted', 'qualified', 'won', 'lost'] }) },
};
const kept = {
  tasks: { id: { type: 'integer' }, createdAt: time, updatedAt: time, completedAt: orNull(time) },
  leads: { id: { type: 'integer' }, createdAt: time, updatedAt: time },
};
const person = {
  id: { type: 'integer' },
  email: string({ format: 'email' }),
  name: string(),
  role: string({ enum: ['user', 'admin'] }),
};
const counted = {
  ...person,
  disabled: { type: 'boolean' },
  createdAt: time,
  taskCount: { type: 'integer' },
  leadCount: { type: 'integer' },
};

const parameter = ([name, schema]) => ({ name, in: 'query', schema });
const idInPath = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } };
const paging = (fields) =>
  Object.entries({
    sort: string({
      description: `One or several of ${fields.join(', ')}, with commas between; - turns one around`,
    }),
    page: { type: 'integer', minimum: 1 },
    pageSize: { type: 'integer', minimum: 1, maximum: 100 },
  }).map(parameter);
const body = (schema) => ({ required: true, content: { 'application/json': { schema } } });
const done = (schema) => ({ description: 'Done', content: { 'application/json': { schema } } });
const gone = { description: 'Done' };
const bad = (...statuses) =>
  Object.fromEntries(
    [401, ...statuses, 503].map((status) => [
      status,
      { description: 'Refused', content: { 'application/problem+json': { schema: ref('Problem') } } },
    ]),
  );

function describeThings(name, schemas, paths) {
  const all = { ...kept[name], ...shapes[name], ...states[name] };
  schemas[`${name}-new`] = closed(shapes[name], { required: Object.keys(shapes[name]).slice(0, 1) });
  schemas[`${name}-change`] = closed({ ...shapes[name], ...states[name] }, { minProperties: 1 });
  schemas[`${name}-one`] = closed(all, { required: Object.keys(all) });
  const one = ref(`${name}-one`);
  const list = { 200: done({ type: 'array', items: one }) };
  const filters = {
    ...states[name],
    ...(name === 'tasks' ? { leadId: { type: 'integer', minimum: 1 } } : {}),
    q: string(),
  };
  const parameters = [...Object.entries(filters).map(parameter), ...paging(Object.keys(all))];
  paths[`/${name}`] = {
    get: { parameters, responses: { ...list, ...bad(422) } },
    post: {
      requestBody: body(ref(`${name}-new`)),
      responses: { 201: done(one), ...bad(400, 413, 415, 422) },
    },
  };
  paths[`/${name}/{id}`] = {
    parameters: [idInPath],
    get: { responses: { 200: done(one), ...bad(404) } },
    patch: {
      requestBody: body(ref(`${name}-change`)),
      responses: { 200: done(one), ...bad(400, 404, 409, 413, 415, 422) },
    },
    delete: { responses: { 204: gone, ...bad(404) } },
  };
  paths[`/admin/users/{id}/${name}`] = {
    parameters: [idInPath],
    get: { parameters, responses: { ...list, ...bad(403, 404, 422) } },
  };
  const { get, patch, delete: remove } = paths[`/${name}/{id}`];
  const asAdmin = ({ responses, ...rest }) => ({ ...rest, responses: { ...responses, ...bad(403, 404) } });
  paths[`/admin/users/{id}/${name}/{itemId}`] = {
    parameters: [idInPath, { ...idInPath, name: 'itemId' }],
    get: asAdmin(get),
    patch: asAdmin(patch),
    delete: asAdmin(remove),
  };
}

function describePeople(schemas, paths) {
  const { email } = person;
  const password = string({ minLength: 12, maxLength: 128 });
  const name = string({ minLength: 1, maxLength: 120 });
  schemas.me = closed(person, { required: Object.keys(person) });
  schemas.user = closed(counted, { required: Object.keys(counted) });
  schemas.registration = closed({ email, password, name }, { required: ['email', 'password', 'name'] });
  schemas.credentials = closed({ email: string(), password: string() }, { required: ['email', 'password'] });
  const change = closed({ role: person.role, disabled: { type: 'boolean' } }, { minProperties: 1 });
  const post = (schema, responses) => ({ post: { requestBody: body(schema), responses } });
  paths['/auth/register'] = post(ref('registration'), {
    201: done(ref('me')),
    ...bad(400, 409, 413, 415, 422),
  });
  paths['/auth/login'] = post(ref('credentials'), { 200: done(ref('me')), ...bad(400, 413, 415, 422) });
  for (const verb of ['refresh', 'logout'])
    paths[`/auth/${verb}`] = { post: { responses: { 204: gone, ...bad() } } };
  paths['/auth/me'] = { get: { responses: { 200: done(ref('me')), ...bad() } } };
  const users = { 200: done({ type: 'array', items: ref('user') }), ...bad(403, 422) };
  paths['/admin/users'] = { get: { parameters: paging(Object.keys(counted)), responses: users } };
  const other = { type: 'object', properties: { id: { type: 'integer' } } };
  schemas.action = closed({
    id: { type: 'integer' },
    createdAt: time,
    admin: other,
    owner: other,
    method: string(),
    path: string(),
  });
  const actions = { 200: done({ type: 'array', items: ref('action') }), ...bad(403, 422) };
  paths['/admin/actions'] = {
    get: { parameters: paging(['id', 'createdAt', 'method', 'path']), responses: actions },
  };
  paths['/admin/users/{id}'] = {
    parameters: [idInPath],
    patch: {
      requestBody: body(change),
      responses: { 200: done(ref('user')), ...bad(400, 403, 404, 409, 413, 415, 422) },
    },
  };
}

export function describe() {
  const members = {
    type: string(),
    title: string(),
    status: { type: 'integer' },
    detail: string(),
    errors: {},
  };
  const schemas = {
    Problem: { type: 'object', required: ['type', 'title', 'status', 'detail'], properties: members },
  };
  const paths = {};
  for (const name of ['tasks', 'leads']) describeThings(name, schemas, paths);
  describePeople(schemas, paths);
  return {
    openapi: '3.1.1',
    info: { title: 'Another tracker', version: '8' },
    paths,
    components: { schemas },
  };
}

const STYLE =
  'body { font: 1em/1.5 system-ui; max-width: 60rem; margin: 2rem auto } pre { white-space: pre-wrap }';
const SCRIPT = `fetch('/openapi.json').then((answer) => answer.json()).then((document) => {
  window.document.querySelector('pre').textContent = JSON.stringify(document, null, 2);
});`;
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Another tracker</title>
<link rel="stylesheet" href="docs.css"></head><body><h1>Another tracker</h1><pre></pre>
<script src="docs.js"></script></body></html>`;

const file = (type, text) => ({ status: 200, type, body: text, headers: {} });
/** What is served under /docs/, by its name. */
export const FILES = {
  '': file('text/html; charset=utf-8', PAGE),
  'docs.css': file('text/css', STYLE),
  'docs.js': file('text/javascript', SCRIPT),
};
