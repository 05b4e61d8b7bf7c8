import http from 'node:http';
import { createAccounts, shown } from './accounts.mjs';
import { createAdmin } from './admin.mjs';
import { openDatabase } from './database.mjs';
import { describe, FILES } from './document.mjs';
import { foreign, nowhere, refusal, stranger, unreadable } from './refusals.mjs';
import { thingsOf } from './things.mjs';

const MOST_BYTES = 100_000;
const METHODS = ['DELETE', 'PATCH', 'POST', 'HEAD', 'OPTIONS', 'GET'];
const {
  PORT = 3000,
  HOST = '127.0.0.1',
  CORS_ORIGIN = '*',
  DATABASE_URL,
  JWT_SECRET = '',
  ADMIN_EMAIL,
  ADMIN_PASSWORD,
  NODE_ENV,
} = process.env;

if (DATABASE_URL === undefined || JWT_SECRET.length < 32) {
  console.error('error: DATABASE_URL and JWT_SECRET (32 characters or more) have to be set');
  process.exit(1);
}
const database = await openDatabase(DATABASE_URL);
const accounts = await createAccounts(database, { secret: JWT_SECRET, secure: NODE_ENV !== 'development' });
if (ADMIN_EMAIL !== undefined) {
  const admin = { email: ADMIN_EMAIL, password: ADMIN_PASSWORD, name: 'Admin' };
  await accounts.add(admin, 'admin');
  await database.query(`update people set role = 'admin' where folded = $1`, [ADMIN_EMAIL.toLowerCase()]);
}

/* HTTP. */

const json = (status, value, headers = {}) => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
  headers,
});
const empty = (headers = {}) => ({ status: 204, headers });
const signedIn = (status, { person, cookies }, more) =>
  json(status, person, { 'set-cookie': cookies, 'cache-control': 'no-store', ...more });

function listed({ items, total, page, pageSize }, { path, query }) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const to = (number) => {
    const other = new URLSearchParams(query);
    other.set('page', number);
    return `${path}?${other}`;
  };
  const links = {
    first: 1,
    last,
    ...(page > 1 && { prev: Math.min(page - 1, last) }),
    ...(page < last && { next: page + 1 }),
  };
  const link = Object.entries(links).map(([rel, number]) => `<${to(number)}>; rel="${rel}"`);
  return json(200, items, { 'x-total-count': String(total), link: link.join(', ') });
}

const things = async ({ me }, kind) => thingsOf(database, kind, (await me()).id);
const admin = async ({ me }) => createAdmin(database, await me());
const owned = async (asked, id, kind) => (await admin(asked)).thingsOf(id, kind);

const ROUTES = [
  ['GET', /^\/openapi\.json$/, () => json(200, describe())],
  ['GET', /^\/docs$/, () => ({ status: 308, headers: { location: '/docs/' } })],
  ['GET', /^\/docs\/([\w.]*)$/, (_, name) => FILES[name] ?? raiseNowhere()],
  [
    'POST',
    /^\/auth\/register$/,
    async ({ body }) => signedIn(201, await accounts.register(await body()), { location: '/auth/me' }),
  ],
  ['POST', /^\/auth\/login$/, async ({ body }) => signedIn(200, await accounts.login(await body()))],
  [
    'POST',
    /^\/auth\/refresh$/,
    async ({ cookies }) => empty({ 'set-cookie': await accounts.refresh(cookies.refresh) }),
  ],
  [
    'POST',
    /^\/auth\/logout$/,
    async ({ token, cookies }) => empty({ 'set-cookie': await accounts.logout(token, cookies.refresh) }),
  ],
  ['GET', /^\/auth\/me$/, async ({ me }) => json(200, shown(await me()))],
  ['GET', /^\/admin\/users$/, async (asked) => listed(await (await admin(asked)).list(asked.query), asked)],
  [
    'PATCH',
    /^\/admin\/users\/([^/]+)$/,
    async (asked, id) => json(200, await (await admin(asked)).update(id, await asked.body())),
  ],
  [
    'GET',
    /^\/admin\/users\/([^/]+)\/(tasks|leads)$/,
    async (asked, id, kind) => listed(await (await owned(asked, id, kind)).list(asked.query), asked),
  ],
  [
    'GET',
    /^\/admin\/users\/([^/]+)\/(tasks|leads)\/([^/]+)$/,
    async (asked, id, kind, one) => json(200, await (await owned(asked, id, kind)).find(one)),
  ],
  [
    'PATCH',
    /^\/admin\/users\/([^/]+)\/(tasks|leads)\/([^/]+)$/,
    async (asked, id, kind, one) =>
      json(200, await (await owned(asked, id, kind)).update(one, await asked.body())),
  ],
  [
    'DELETE',
    /^\/admin\/users\/([^/]+)\/(tasks|leads)\/([^/]+)$/,
    async (asked, id, kind, one) => {
      await (await owned(asked, id, kind)).remove(one);
      return empty();
    },
  ],
  [
    'GET',
    /^\/admin\/actions$/,
    async (asked) => listed(await (await admin(asked)).deeds(asked.query), asked),
  ],
  [
    'GET',
    /^\/(tasks|leads)$/,
    async (asked, kind) => listed(await (await things(asked, kind)).list(asked.query), asked),
  ],
  [
    'POST',
    /^\/(tasks|leads)$/,
    async (asked, kind) => {
      const one = await (await things(asked, kind)).create(await asked.body());
      return json(201, one, { location: `/${kind}/${one.id}` });
    },
  ],
  [
    'GET',
    /^\/(tasks|leads)\/([^/]+)$/,
    async (asked, kind, id) => json(200, await (await things(asked, kind)).find(id)),
  ],
  [
    'PATCH',
    /^\/(tasks|leads)\/([^/]+)$/,
    async (asked, kind, id) => json(200, await (await things(asked, kind)).update(id, await asked.body())),
  ],
  [
    'DELETE',
    /^\/(tasks|leads)\/([^/]+)$/,
    async (asked, kind, id) => {
      await (await things(asked, kind)).remove(id);
      return empty();
    },
  ],
];

function raiseNowhere() {
  throw nowhere();
}

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

async function parse(incoming, bytes) {
  const all = await bytes;
  if (!/^\s*application\/json\s*(;|$)/i.test(incoming.headers['content-type'] ?? '')) throw foreign();
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(all));
  } catch {
    throw unreadable();
  }
}

function cookiesOf({ headers }) {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs);
}

async function answer(incoming) {
  const [, path, search = ''] = /^([^?]*)(?:\?(.*))?$/s.exec(incoming.url);
  const here = ROUTES.filter(([, pattern]) => pattern.test(path));
  if (here.length === 0) throw nowhere();
  const method = incoming.method === 'HEAD' ? 'GET' : incoming.method;
  const route = here.find(([name]) => name === method);
  if (route === undefined) {
    const known = new Set([...here.map(([name]) => name), 'OPTIONS']);
    if (known.has('GET')) known.add('HEAD');
    const allow = METHODS.filter((name) => known.has(name)).join(', ');
    if (method === 'OPTIONS') return { status: 200, headers: { allow } };
    throw refusal(405, 'method-not-allowed', 'Not like this', `Only ${allow}`, {}, { allow });
  }
  const [, ...parts] = route[1].exec(path);
  const cookies = cookiesOf(incoming);
  const [, bearer] = /^Bearer +(\S+) *$/i.exec(incoming.headers.authorization ?? '') ?? [];
  const token = incoming.headers.authorization === undefined ? cookies.access : bearer;
  // Begins to read at once: what waits for the database meanwhile would miss the data.
  const bytes = read(incoming);
  bytes.catch(() => {});
  return route[2](
    {
      path,
      query: new URLSearchParams(search),
      cookies,
      token,
      body: () => parse(incoming, bytes),
      me: () => (token === undefined ? Promise.reject(stranger()) : accounts.whoIs(token)),
    },
    ...parts,
  );
}

function toProblem(problem) {
  const mine = problem?.refused !== true || problem.status >= 500;
  if (mine && problem?.code !== 'ECONNRESET') console.error(problem);
  const { status, slug, title, detail, more, headers } = problem?.refused
    ? problem
    : refusal(500, 'internal', 'My fault', 'It is in my log');
  const body = JSON.stringify({ ...more, detail, status, title, type: `/problems/${slug}` });
  return { status, type: 'application/problem+json', body, headers };
}

function allowed(origin) {
  const known = CORS_ORIGIN.split(',').map((one) => one.trim());
  if (known.includes('*')) return { 'access-control-allow-origin': '*' };
  return known.includes(origin)
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
    server.close(() => database.close());
  });
}
server.listen(Number(PORT), HOST, () => {
  const { address, port } = server.address();
  process.stdout.write(`>>> http://${address === '0.0.0.0' ? 'localhost' : address}:${port} <<<\n`);
});
