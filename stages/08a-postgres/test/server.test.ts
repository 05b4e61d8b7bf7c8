import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type TestContext, test } from 'vitest';

const SERVER = fileURLToPath(new URL('../src/server.ts', import.meta.url));

function startServer(onTestFinished: TestContext['onTestFinished'], env: NodeJS.ProcessEnv) {
  const server = spawn(process.execPath, [SERVER], { env: { ...process.env, ...env } });
  onTestFinished(() => void server.kill('SIGKILL'));
  return server;
}

async function readLine(stream: Readable): Promise<string> {
  const [chunk] = await once(stream.setEncoding('utf8'), 'data');
  return chunk;
}

test('a server that is told to stop finishes the request in hand and ends with 0', async ({
  onTestFinished,
}) => {
  const server = startServer(onTestFinished, { PORT: '0' });
  const port = Number(
    /^Tracker ready at http:\/\/127\.0\.0\.1:(\d+)\n$/.exec(await readLine(server.stdout))?.[1],
  );
  const client = connect(port, '127.0.0.1');
  const head =
    'POST /tasks HTTP/1.1\r\nHost: tracker\r\nContent-Type: application/json\r\nContent-Length: 13\r\n';
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
