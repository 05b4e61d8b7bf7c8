import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type TestContext, test } from 'vitest';
import { DEMO_ACCOUNT } from '../src/demo/account.ts';
import { TASKS } from '../src/demo/data.ts';
import { createParts, db, postgres, SECRET, signUp, url } from './tracker.ts';

const SERVER = fileURLToPath(new URL('../src/server.ts', import.meta.url));

function startServer(onTestFinished: TestContext['onTestFinished'], env: NodeJS.ProcessEnv) {
  const needed = { DATABASE_URL: url, JWT_SECRET: SECRET, PORT: '0' };
  const server = spawn(process.execPath, [SERVER], { env: { ...process.env, ...needed, ...env } });
  onTestFinished(() => void server.kill('SIGKILL'));
  return server;
}

async function readLine(stream: Readable): Promise<string> {
  const [chunk] = await once(stream.setEncoding('utf8'), 'data');
  return chunk;
}

async function readPort(stdout: Readable) {
  return Number(/^Tracker ready at http:\/\/127\.0\.0\.1:(\d+)\n$/.exec(await readLine(stdout))?.[1]);
}

const parts = createParts(() => new Date().toISOString());

test('a server that is told to stop finishes the request in hand and ends with 0', async ({
  onTestFinished,
}) => {
  const { access } = await signUp(parts);
  const server = startServer(onTestFinished, {});
  const port = await readPort(server.stdout);
  const client = connect(port, '127.0.0.1');
  const head = `POST /tasks HTTP/1.1\r\nHost: tracker\r\nAuthorization: Bearer ${access}\r\nContent-Type: application/json\r\nContent-Length: 13\r\n`;
  client.write(`${head}Expect: 100-continue\r\n\r\n`);
  assert.match(await readLine(client), /^HTTP\/1\.1 100 /); // The server has the request in hand.

  server.kill('SIGTERM');
  client.write('{"title":"x"}');

  assert.match(await readLine(client), /^HTTP\/1\.1 201 /);
  assert.deepEqual(await once(server, 'exit'), [0, null]);
});

test('a server with settings it cannot use says so and ends with 1', async ({ onTestFinished }) => {
  const server = startServer(onTestFinished, { PORT: 'http' });

  assert.match(await readLine(server.stderr), /^error: PORT must be a number/);
  assert.deepEqual(await once(server, 'exit'), [1, null]);
});

test('a server without a database to reach says so and ends with 1', async ({ onTestFinished }) => {
  const server = startServer(onTestFinished, { DATABASE_URL: 'postgres://ana:hush@127.0.0.1:1/tracker' });

  const line = await readLine(server.stderr);

  assert.match(line, /^error: the database cannot be used: connect ECONNREFUSED/);
  assert.doesNotMatch(line, /hush/);
  assert.deepEqual(await once(server, 'exit'), [1, null]);
});

test('two that start together on one empty database agree, and there is one demonstration', async ({
  onTestFinished,
}) => {
  const empty = await postgres.createDatabase();
  const env = { DATABASE_URL: empty, DEMO: 'true' };
  const servers = [startServer(onTestFinished, env), startServer(onTestFinished, env)];
  const ports = await Promise.all(servers.map(({ stdout }) => readPort(stdout)));
  const send = (port = 0, path: string, body: object, cookie = '') =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: JSON.stringify(body),
    });

  const { email, password } = DEMO_ACCOUNT;
  const [one, two] = await Promise.all(ports.map((port) => send(port, '/auth/login', { email, password })));
  const [cookie = ''] = one?.headers.getSetCookie() ?? [];
  const made = await send(ports[1], '/tasks', { title: 'Seen by both' }, cookie);
  const list = await fetch(`http://127.0.0.1:${ports[0]}/tasks?pageSize=100`, {
    headers: { Cookie: cookie },
  });

  assert.deepEqual([one?.status, two?.status, made.status], [200, 200, 201]);
  const titles = JSON.parse(await list.text()).map(({ title }: { title: string }) => title);
  assert.deepEqual(titles, [...TASKS.map(([title]) => title), 'Seen by both']);
});

test('what was acknowledged is there after the server was killed in the middle of its work', async ({
  onTestFinished,
}) => {
  const { user, access } = await signUp(parts);
  const server = startServer(onTestFinished, {});
  const port = await readPort(server.stdout);
  const acknowledged: number[] = [];
  const add = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/tasks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${access}` },
      body: JSON.stringify({ title: 'Kept' }),
    });
    const { id }: { id: number } = JSON.parse(await answer.text());
    acknowledged.push(id);
    if (acknowledged.length === 50) server.kill('SIGKILL');
    await add();
  };

  const workers = await Promise.allSettled([add(), add(), add(), add()]);

  assert(workers.every(({ status }) => status === 'rejected'));
  assert(acknowledged.length >= 50);
  const kept = await db.task.findMany({ where: { ownerId: user.id }, select: { id: true } });
  const ids = new Set(kept.map(({ id }) => id));
  assert.deepEqual(
    acknowledged.filter((id) => !ids.has(id)),
    [],
  );
});
