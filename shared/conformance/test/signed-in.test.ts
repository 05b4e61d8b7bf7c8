import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { readCookies } from '../src/cookies.ts';
import { Failure } from '../src/failure.ts';
import type { Instance } from '../src/instance.ts';
import { isSignedWith, readJwt, signJwt } from '../src/jwt.ts';
import { Relay } from '../src/relay.ts';
import { startServer } from '../src/server.ts';
import { repeatSignedIn } from '../src/signed-in.ts';
import { readingWholeLists } from '../src/whole-list.ts';
import { createProgram } from './fixture.ts';

// A tracker with accounts: it tells whose request it got, and has 230 tasks, twenty a page.
const SERVER = `import { createServer } from 'node:http';
  const all = Array.from({ length: 230 }, (_, index) => ({ id: index + 1 }));
  const taken = new Set(process.env.TAKEN ? [process.env.TAKEN] : []);
  createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (request.method === 'POST') {
      let body = '';
      for await (const part of request) body += part;
      const { email } = JSON.parse(body);
      if (url.pathname === '/auth/register' && taken.has(email)) return response.writeHead(409).end();
      taken.add(email);
      response.appendHeader('set-cookie', 'access=' + email + '; Path=/; HttpOnly');
      if (!process.env.FORGETS) response.appendHeader('set-cookie', 'refresh=r; Path=/auth');
      return response.writeHead(url.pathname === '/auth/login' ? 200 : 201).end('{"id":7}');
    }
    if (url.pathname !== '/tasks') return response.end(JSON.stringify(request.headers.cookie ?? 'nobody'));
    const [page, size] = [Number(url.searchParams.get('page') ?? 1), Number(url.searchParams.get('pageSize') ?? 20)];
    response.end(JSON.stringify(all.slice((page - 1) * size, page * size)));
  }).listen(process.env.PORT, '127.0.0.1');`;

function start(t: TestContext, env: Record<string, string> = {}): Promise<Instance> {
  return startServer({ ...createProgram(t, SERVER), accounts: true }, env);
}

test("a request is the owner's, who registers once, unless it says otherwise", async (t) => {
  const instance = await start(t);
  const ben = await instance.newcomer('ben', 'ben@example.com');

  const answers = [
    await instance.request('GET', '/me'),
    await instance.request('GET', '/me', { as: ben }),
    await instance.request('GET', '/me', { as: 'nobody' }),
  ];

  const came = answers.map((answer) => answer.json());
  assert.deepEqual(came, ['access=ana@example.com', 'access=ben@example.com', 'nobody']);
  assert.equal(answers[1]?.again, 'curl -i -b ben.jar localhost:3000/me');
  assert.equal(answers[1]?.sent, 'GET /me');
});

test("what is written on a raw connection is the owner's, too, each request of it", async (t) => {
  const instance = await start(t);
  const connection = await instance.connect();

  connection.send('GET /a HTTP/1.1\r\nHost: localhost\r\n\r\nGET /b HTTP/1.1\r\nHost: localhost\r\n\r\n');

  for (let count = 0; count < 2; count += 1)
    assert.equal((await connection.answer()).json(), 'access=ana@example.com');
  connection.hangUp();
});

test('at a second server on the same data the owner signs in', async (t) => {
  const instance = await start(t, { TAKEN: 'ana@example.com' });

  assert.equal((await instance.owner())?.id, 7);
});

test('a registration without both cookies is a failure that shows what was set', async (t) => {
  const instance = await start(t, { FORGETS: 'yes' });

  await assert.rejects(instance.owner(), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.facts.expected, 'the cookies access and refresh');
    assert.equal(error.facts.came, '201\nSet-Cookie: access=…; Path=/; HttpOnly');
    return true;
  });
});

test('a list that comes in pages is read whole, and one page of it where that is asked for', async (t) => {
  const instance = await start(t);
  const ask = readingWholeLists((...words) => instance.request(...words));
  const count = async (path: string, whole?: false): Promise<number> => {
    const items: unknown = (await ask('GET', path, whole === undefined ? {} : { whole })).json();
    return Array.isArray(items) ? items.length : 0;
  };

  assert.equal(await count('/tasks'), 230);
  assert.equal(await count('/tasks', false), 20);
});

test('cookies are read with their attributes', async (t) => {
  const instance = await start(t);
  const answer = await instance.request('POST', '/auth/login', { json: { email: 'x=y' }, as: 'nobody' });

  const [access] = readCookies(answer);

  assert.deepEqual([access?.name, access?.value], ['access', 'x=y']);
  assert.deepEqual(
    [...(access?.attributes ?? [])],
    [
      ['path', '/'],
      ['httponly', ''],
    ],
  );
});

test('commands of before there were accounts are repeated as Ana, whose jar is filled first', () => {
  const many =
    'for i in $(seq 20); do curl -s localhost:3000/tasks & done; wait\ncurl -i localhost:3000/docs';
  const raw = "printf 'GET /tasks HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n' | nc localhost 3000";

  const [register = '', first, second] = repeatSignedIn(many, true).split('\n');

  assert.match(register, /^curl -s -c ana\.jar localhost:3000\/auth\/register .*"ana@example\.com"/);
  assert.equal(first, 'for i in $(seq 20); do curl -b ana.jar -s localhost:3000/tasks & done; wait');
  assert.equal(second, 'curl -i localhost:3000/docs');
  assert.match(
    repeatSignedIn(raw, true),
    /Host: localhost\\r\\nCookie: access='"\$\(awk .* ana\.jar\)"'\\r\\n/,
  );
  assert.equal(repeatSignedIn('curl -i localhost:3000/tasks', false), 'curl -i localhost:3000/tasks');
});

test('a jar that a command fills itself is not filled before', () => {
  const line = 'curl -c ben.jar localhost:3000/auth/login';

  assert.equal(repeatSignedIn(line, false), line);
  assert.match(
    repeatSignedIn('open it in a browser, signed in as ana@example.com', false),
    /^curl .*-c ana\.jar/,
  );
});

test('a token is read, signed anew, and known by its secret', () => {
  const jwt = { header: { alg: 'HS256' }, claims: { sub: '1' } };
  const token = signJwt(jwt, 'secret');

  assert.deepEqual(readJwt(token), jwt);
  assert.deepEqual([isSignedWith(token, 'secret'), isSignedWith(token, 'another')], [true, false]);
  assert.equal(readJwt('a.b'), undefined);
  assert.equal(signJwt({ ...jwt, header: { alg: 'none' } }, 'secret').endsWith('.'), true);
});

test('a relay carries both ways, hangs, goes on where it was, and cuts', async (t) => {
  const echo = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  t.after(() => echo.close());
  const address = echo.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const relay = await Relay.open(`postgres://me:secret@127.0.0.1:${port}/data`);
  t.after(() => relay.close());
  const { port: through, pathname, username } = new URL(relay.address);
  const socket = connect({ host: '127.0.0.1', port: Number(through) }).setEncoding('utf8');
  const heard: string[] = [];
  socket.on('data', (text) => heard.push(String(text)));

  socket.write('one');
  await once(socket, 'data');
  relay.hang();
  socket.write('two');
  const late = await Promise.race([once(socket, 'data'), new Promise((resolve) => setTimeout(resolve, 50))]);
  relay.mend();
  if (late === undefined) await once(socket, 'data');
  relay.cut();
  await once(socket, 'close');

  assert.deepEqual([late, heard.join(' '), pathname, username], [undefined, 'one two', '/data', 'me']);
});
