import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import { createParts, SECRET, signUp, url } from './tracker.ts';

const START = fileURLToPath(new URL('../start.ts', import.meta.url));

function start(onTestFinished: (stop: () => void) => void, env: Record<string, string>) {
  const needed = { DATABASE_URL: url, JWT_SECRET: SECRET };
  const tracker = spawn(process.execPath, [START], { env: { ...process.env, ...needed, ...env } });
  onTestFinished(() => tracker.kill('SIGTERM'));
  return tracker;
}

async function readAddresses({ stdout }: ChildProcess) {
  assert(stdout);
  for await (const line of createInterface({ input: stdout })) {
    const [, web, api] = /^Tracker ready at (http:\S+) \(API at (http:\S+)\)$/.exec(line) ?? [];
    if (web && api) return { web, api };
  }
  throw new Error('The tracker never was ready');
}

test('one command starts both, and one signal ends both with the request in hand finished', async ({
  onTestFinished,
}) => {
  const { access } = await signUp(createParts(() => new Date().toISOString()));
  const tracker = start(onTestFinished, { PORT: '0', WEB_PORT: '0' });
  const { web, api } = await readAddresses(tracker);
  assert.equal((await fetch(web)).ok, true);
  const client = connect(Number(new URL(api).port), '127.0.0.1').setEncoding('utf8');
  const head = `POST /tasks HTTP/1.1\r\nHost: tracker\r\nAuthorization: Bearer ${access}\r\nContent-Type: application/json\r\nContent-Length: 13\r\n`;
  client.write(`${head}Expect: 100-continue\r\n\r\n`);
  assert.match(String(await once(client, 'data')), /^HTTP\/1\.1 100 /); // The API has the request in hand.

  tracker.kill('SIGTERM');
  client.write('{"title":"x"}');

  assert.match(String(await once(client, 'data')), /^HTTP\/1\.1 201 /);
  assert.deepEqual(await once(tracker, 'exit'), [0, null]);
  await assert.rejects(fetch(web));
  await assert.rejects(fetch(api));
});

test('when one of the two cannot start, the other ends as well, and so does the tracker', async ({
  onTestFinished,
}) => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const address = taken.address();
  assert(address && typeof address === 'object');

  const tracker = start(onTestFinished, { PORT: String(address.port), WEB_PORT: '0' });
  const [status] = await once(tracker, 'exit');

  assert.equal(status, 1);
});

test('settings it cannot use are told, and end it with 1', async ({ onTestFinished }) => {
  const tracker = start(onTestFinished, { WEB_PORT: 'http' });

  const [[chunk], [status]] = await Promise.all([once(tracker.stderr, 'data'), once(tracker, 'exit')]);

  assert.match(String(chunk), /^error: WEB_PORT must be a number/);
  assert.equal(status, 1);
});
