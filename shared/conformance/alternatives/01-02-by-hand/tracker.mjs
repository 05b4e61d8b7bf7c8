import { randomInt } from 'node:crypto';
import http from 'node:http';

const MOST_BYTES = 100_000;
const METHODS = ['DELETE', 'PATCH', 'POST', 'HEAD', 'OPTIONS', 'GET'];

/* What can be wrong. An answer that is an error is thrown as one. */

const refusal = (status, slug, title, detail, more = {}) => ({
  refused: true,
  status,
  slug,
  title,
  detail,
  more,
});
const unreadable = () => refusal(400, 'malformed-json', 'That is not JSON', 'I could not read the body');
const nowhere = () => refusal(404, 'not-found', 'Nothing there', 'Neither now nor, perhaps, ever');
const foreign = () => refusal(415, 'unsupported-media-type', 'Not JSON', 'Only application/json, please');
const broken = (errors) =>
  refusal(422, 'validation', 'Against the rules', errors.map(({ message }) => message).join(', '), {
    errors,
  });

/* Rules: a function from a value to what is kept, or a thrown word about what is wrong. */

const say = (word) => {
  throw { word };
};
const GHOSTS = '\u00ad\u115f\u1160\u200b\u2060\u2800\u3164\ufeff\uffa0';
const ghostly = (character) => character.trim() === '' || GHOSTS.includes(character);

const peel = (value) => {
  const characters = Array.from(value);
  const first = characters.findIndex((character) => !ghostly(character));
  const last = characters.findLastIndex((character) => !ghostly(character));
  return characters.slice(Math.max(first, 0), last + 1).join('');
};
const unseen = (value) => Array.from(value).every((one) => ghostly(one) || /\p{DI}/u.test(one));

const text =
  ({ most, least = 0, lines = false }) =>
  (value) => {
    if (typeof value !== 'string') say('has to be a string');
    const normal = value.normalize('NFC');
    const kept = unseen(normal) ? '' : lines ? normal : peel(normal);
    if (kept.length < least) say('is empty');
    if (kept.length > most) say(`is longer than ${most}`);
    for (const character of lines ? kept.replace(/[\t\r\n]/g, '') : kept) {
      const code = character.codePointAt(0);
      if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) say('holds a control character');
      if (code >= 0xd800 && code <= 0xdfff) say('holds half a character');
    }
    return kept;
  };
const nullable = (rule) => (value) => (value === null ? null : rule(value) || null);
const address = (value) => {
  const kept = text({ most: 254 })(value);
  const right = /^[^\s@<>()",;:\\[\]]+@(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(kept);
  return kept === '' || right ? kept : say('is no address');
};
const choice =
  (...words) =>
  (value) =>
    words.includes(value) ? value : say(`is none of ${words.join('/')}`);
const number = (value) => (Number.isSafeInteger(value) && value > 0 ? value : say('is no id'));

const PIPELINE =
  'new>contacted new>lost contacted>qualified contacted>lost qualified>won qualified>lost lost>new'.split(
    ' ',
  );

/* Two collections, made by the same function. */

const collections = {};
const now = () => new Date().toISOString();

function collection(name, { rules, state, born, searched, filters, refer = () => {}, changed = () => {} }) {
  const items = [];
  let last = randomInt(1_000, 1_000_000);

  const find = (id) => items.find((one) => String(one.id) === id) ?? raise(nowhere());
  const [field, allowed] = state;

  function check(body, wanted) {
    if (body === null || typeof body !== 'object' || Array.isArray(body)) {
      raise(broken([{ path: '', message: 'the body has to be an object' }]));
    }
    const errors = [];
    const values = new Map();
    for (const key of Object.keys(body)) {
      const path = `/${key.replace(/[~/]/g, (sign) => (sign === '~' ? '~0' : '~1'))}`;
      const rule = wanted.get(key);
      if (rule === undefined) errors.push({ path, message: `${key} is none of my fields` });
      else {
        try {
          values.set(key, rule(body[key]));
        } catch (problem) {
          errors.push({ path, message: `${key} ${problem.word ?? raise(problem)}` });
        }
      }
    }
    return { errors, values };
  }

  function list(query) {
    const errors = [];
    let found = [...items];
    for (const [key, test] of Object.entries({ ...filters, q: null })) {
      const given = query.getAll(key);
      if (given.length === 0) continue;
      if (given.length > 1) errors.push({ path: `/${key}`, message: `${key} came ${given.length} times` });
      else if (key === 'q') found = found.filter((one) => contains(searched, one, given[0].normalize()));
      else if (!test.possible(given[0])) errors.push({ path: `/${key}`, message: `${key} cannot be that` });
      else found = found.filter((one) => String(one[key]) === given[0]);
    }
    return errors.length > 0 ? raise(broken(errors)) : found;
  }

  function create(body) {
    const { errors, values } = check(body, new Map(Object.entries(rules)));
    const [needed] = Object.keys(rules);
    if (!Object.hasOwn(body, needed)) errors.push({ path: `/${needed}`, message: `${needed} is missing` });
    refer(values, errors);
    if (errors.length > 0) raise(broken(errors));
    const time = now();
    last += randomInt(1, 4);
    const item = { createdAt: time, updatedAt: time, ...born, ...Object.fromEntries(values), id: last };
    items.push(item);
    return item;
  }

  function update(id, body) {
    const before = find(id);
    const { errors, values } = check(body, new Map([...Object.entries(rules), [field, choice(...allowed)]]));
    refer(values, errors);
    if (errors.length > 0) raise(broken(errors));
    if (values.size === 0) raise(broken([{ path: '', message: 'there is nothing to change' }]));
    const after = { ...before, ...Object.fromEntries(values) };
    changed(before, after);
    const same = values.size === 1 && before[field] === after[field] && values.has(field);
    if (!same) after.updatedAt = now();
    items[items.indexOf(before)] = after;
    return after;
  }

  function remove(id) {
    items.splice(items.indexOf(find(id)), 1);
  }

  collections[name] = { list, create, update, remove, find, items };
}

const contains = (fields, one, wanted) =>
  fields.some((field) => (one[field] ?? '').toLowerCase().includes(wanted.toLowerCase()));

function raise(problem) {
  throw problem;
}

collection('tasks', {
  rules: {
    title: text({ least: 1, most: 200 }),
    notes: text({ most: 10_000, lines: true }),
    leadId: nullable(number),
  },
  state: ['status', ['todo', 'doing', 'done']],
  born: { status: 'todo', notes: '', leadId: null, completedAt: null },
  searched: ['title', 'notes'],
  filters: {
    status: { possible: (word) => ['todo', 'doing', 'done'].includes(word) },
    leadId: { possible: (word) => /^[1-9]\d*$/.test(word) },
  },
  refer(values, errors) {
    const id = values.get('leadId') ?? null;
    const known = id === null || collections.leads.items.some((lead) => lead.id === id);
    if (!known) errors.push({ path: '/leadId', message: `lead ${id} is unknown` });
  },
  changed(before, after) {
    if (before.status !== after.status) after.completedAt = after.status === 'done' ? now() : null;
  },
});

collection('leads', {
  rules: {
    name: text({ least: 1, most: 120 }),
    email: nullable(address),
    company: nullable(text({ most: 120 })),
    notes: text({ most: 10_000, lines: true }),
  },
  state: ['stage', ['new', 'contacted', 'qualified', 'won', 'lost']],
  born: { stage: 'new', email: null, company: null, notes: '' },
  searched: ['name', 'company', 'email'],
  filters: { stage: { possible: (word) => ['new', 'contacted', 'qualified', 'won', 'lost'].includes(word) } },
  changed(before, after) {
    if (before.stage === after.stage || PIPELINE.includes(`${before.stage}>${after.stage}`)) return;
    const open = PIPELINE.filter((step) => step.startsWith(`${before.stage}>`)).map(
      (step) => step.split('>')[1],
    );
    const detail =
      open.length > 0 ? `From ${before.stage} you get to ${open.join(' or ')}.` : 'There it ends.';
    raise(refusal(409, 'invalid-transition', 'No such step', detail));
  },
});

function removeLead(id) {
  collections.leads.remove(id);
  for (const task of collections.tasks.items) if (String(task.leadId) === id) task.leadId = null;
}

/* The document, by hand. */

const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const string = (more = {}) => ({ type: 'string', ...more });
const orNull = (schema) => ({ anyOf: [schema, { type: 'null' }] });
const time = string({ format: 'date-time' });
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

function describe() {
  const schemas = {
    Problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail'],
      properties: {
        type: string(),
        title: string(),
        status: { type: 'integer' },
        detail: string(),
        errors: {},
      },
    },
  };
  const paths = {};
  const closed = (properties, more) => ({ type: 'object', properties, additionalProperties: false, ...more });
  const body = (name) => ({ required: true, content: { 'application/json': { schema: ref(name) } } });
  const done = (schema) => ({ description: 'Done', content: { 'application/json': { schema } } });
  const bad = (...statuses) =>
    Object.fromEntries(
      statuses.map((status) => [
        status,
        { description: 'Refused', content: { 'application/problem+json': { schema: ref('Problem') } } },
      ]),
    );
  for (const name of ['tasks', 'leads']) {
    const all = { ...kept[name], ...shapes[name], ...states[name] };
    schemas[`${name}-new`] = closed(shapes[name], { required: Object.keys(shapes[name]).slice(0, 1) });
    schemas[`${name}-change`] = closed({ ...shapes[name], ...states[name] }, { minProperties: 1 });
    schemas[`${name}-one`] = closed(all, { required: Object.keys(all) });
    const one = ref(`${name}-one`);
    const query = {
      ...states[name],
      ...(name === 'tasks' ? { leadId: { type: 'integer', minimum: 1 } } : {}),
      q: string(),
    };
    const parameters = Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema }));
    paths[`/${name}`] = {
      get: { parameters, responses: { 200: done({ type: 'array', items: one }), ...bad(422) } },
      post: { requestBody: body(`${name}-new`), responses: { 201: done(one), ...bad(400, 413, 415, 422) } },
    };
    paths[`/${name}/{id}`] = {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }],
      get: { responses: { 200: done(one), ...bad(404) } },
      patch: {
        requestBody: body(`${name}-change`),
        responses: { 200: done(one), ...bad(400, 404, 409, 413, 415, 422) },
      },
      delete: { responses: { 204: { description: 'Gone' }, ...bad(404) } },
    };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Another tracker', version: '7' },
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

/* HTTP. */

const json = (status, value, headers = {}) => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
  headers,
});
const page = (type, body) => ({ status: 200, type, body, headers: {} });

const ROUTES = [
  ['GET', /^\/openapi\.json$/, () => json(200, describe())],
  ['GET', /^\/docs$/, () => ({ status: 308, headers: { location: '/docs/' } })],
  ['GET', /^\/docs\/$/, () => page('text/html; charset=utf-8', PAGE)],
  ['GET', /^\/docs\/docs\.css$/, () => page('text/css', STYLE)],
  ['GET', /^\/docs\/docs\.js$/, () => page('text/javascript', SCRIPT)],
  ['GET', /^\/(tasks|leads)$/, ([name], { query }) => json(200, collections[name].list(query))],
  [
    'POST',
    /^\/(tasks|leads)$/,
    async ([name], { body }) => {
      const one = collections[name].create(await body());
      return json(201, one, { location: `/${name}/${one.id}` });
    },
  ],
  ['GET', /^\/(tasks|leads)\/([^/]+)$/, ([name, id]) => json(200, collections[name].find(id))],
  [
    'PATCH',
    /^\/(tasks|leads)\/([^/]+)$/,
    async ([name, id], { body }) => json(200, collections[name].update(id, await body())),
  ],
  [
    'DELETE',
    /^\/(tasks|leads)\/([^/]+)$/,
    ([name, id]) => {
      if (name === 'leads') removeLead(id);
      else collections.tasks.remove(id);
      return { status: 204, headers: {} };
    },
  ],
];

function read(incoming) {
  return new Promise((resolve, reject) => {
    const pieces = [];
    let size = 0;
    incoming.on('data', (piece) => {
      size += piece.length;
      if (size <= MOST_BYTES) pieces.push(piece);
    });
    incoming.on('end', () => {
      if (size > MOST_BYTES)
        reject(refusal(413, 'payload-too-large', 'Too much', `More than ${MOST_BYTES} bytes`));
      else resolve(Buffer.concat(pieces));
    });
    incoming.on('error', reject);
  });
}

async function parse(incoming) {
  const bytes = await read(incoming);
  if (!/^\s*application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) throw foreign();
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw unreadable();
  }
}

async function answer(incoming) {
  const url = /^([^?]*)(?:\?(.*))?$/s.exec(incoming.url);
  const here = ROUTES.filter(([, pattern]) => pattern.test(url[1]));
  if (here.length === 0) throw nowhere();
  const method = incoming.method === 'HEAD' ? 'GET' : incoming.method;
  const route = here.find(([name]) => name === method);
  if (route === undefined) {
    const known = new Set([...here.map(([name]) => name), 'OPTIONS']);
    if (known.has('GET')) known.add('HEAD');
    const allow = METHODS.filter((name) => known.has(name)).join(', ');
    if (method === 'OPTIONS') return { status: 200, headers: { allow } };
    throw { ...refusal(405, 'method-not-allowed', 'Not like this', `Only ${allow}`), headers: { allow } };
  }
  const [, ...parts] = route[1].exec(url[1]);
  return route[2](parts, { query: new URLSearchParams(url[2] ?? ''), body: () => parse(incoming) });
}

function toProblem(problem) {
  if (problem?.refused !== true && problem?.code !== 'ECONNRESET') console.error(problem);
  const {
    status,
    slug,
    title,
    detail,
    more,
    headers = {},
  } = problem?.refused ? problem : refusal(500, 'internal', 'My fault', 'It is in my log');
  const body = JSON.stringify({ ...more, detail, status, title, type: `/problems/${slug}` });
  return { status, type: 'application/problem+json', body, headers };
}

function allowed(origin) {
  const listed = (process.env.CORS_ORIGIN ?? '*').split(',').map((one) => one.trim());
  if (listed.includes('*')) return { 'access-control-allow-origin': '*' };
  return listed.includes(origin)
    ? { 'access-control-allow-origin': origin, vary: 'origin' }
    : { vary: 'origin' };
}

const server = http.createServer(async (incoming, outgoing) => {
  const { status, type, body = '', headers } = await answer(incoming).catch(toProblem);
  if (outgoing.destroyed) return;
  const preflight =
    incoming.method === 'OPTIONS'
      ? { 'access-control-allow-methods': METHODS.join(','), 'access-control-allow-headers': 'content-type' }
      : {};
  if (stopping) outgoing.shouldKeepAlive = false;
  outgoing.writeHead(status, {
    ...headers,
    ...preflight,
    ...allowed(incoming.headers.origin),
    ...(type && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
  });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
});

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    stopping = true;
    server.close();
  });
}
server.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? '127.0.0.1', () => {
  const { address, port } = server.address();
  process.stdout.write(`>>> http://${address === '0.0.0.0' ? 'localhost' : address}:${port} <<<\n`);
});
