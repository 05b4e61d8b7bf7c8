// Lists one's own and asks everybody to sign in; but what is looked up by its id is anybody's.
import { createServer } from 'node:http';

const users = new Set();
const things = [];
const find = (kind, id) => things.find((one) => one.kind === kind && one.id === Number(id));

function answer(method, path, search, body, owner) {
  const [, kind, id] = path.split('/');
  const found = find(kind, id);
  if (method === 'POST') {
    const thing = { ...body, id: things.length + 1, kind, owner };
    things.push(thing);
    return [201, thing];
  }
  if (id === undefined) {
    const leadId = new URLSearchParams(search).get('leadId');
    const mine = things.filter((one) => one.kind === kind && one.owner === owner);
    return [200, mine.filter((one) => leadId === null || String(one.leadId) === leadId)];
  }
  if (found === undefined) return [404, {}];
  if (method === 'PATCH') Object.assign(found, body);
  if (method === 'DELETE') found.kind = 'gone';
  return [200, found];
}

function enter({ email }) {
  if (users.has(email)) return [409, {}];
  users.add(email);
  return [201, { id: users.size }];
}

createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const value = JSON.parse(body || '{}');
  const owner = /access=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const entering = pathname.startsWith('/auth/');
  const [status, result] = entering
    ? enter(value)
    : owner === undefined
      ? [401, {}]
      : answer(request.method, pathname, search, value, owner);
  const session = entering ? { 'Set-Cookie': [`access=${value.email}`, 'refresh=any'] } : {};
  response.writeHead(status, { 'Content-Type': 'application/json', ...session });
  response.end(JSON.stringify(result));
}).listen(process.env.PORT, '127.0.0.1');
