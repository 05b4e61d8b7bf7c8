import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { Failure, type FailureFacts } from '../src/failure.ts';
import { HttpClient } from '../src/http.ts';
import { startServer } from '../src/server.ts';
import { createProgram } from './fixture.ts';

/** A client of a TCP server that answers every piece of input with the next of these texts, and closes after the last. */
async function clientOf(
  t: TestContext,
  ...answers: string[]
): Promise<{ client: HttpClient; received: string[] }> {
  const received: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      received.push(bytes.toString('latin1'));
      const next = answers.shift();
      if (next !== undefined) socket.write(next);
      if (answers.length === 0) socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const client = new HttpClient(typeof address === 'object' && address !== null ? address.port : 0);
  t.after(() => {
    client.close();
    server.close();
  });
  return { client, received };
}

async function factsOf(failing: Promise<unknown>): Promise<FailureFacts> {
  try {
    await failing;
  } catch (error) {
    if (error instanceof Failure) return error.facts;
    throw error;
  }
  throw new Error('it did not fail');
}

test('header lines keep their order, duplicates and case', async (t) => {
  const { client } = await clientOf(
    t,
    'HTTP/1.1 200 OK\r\nB: 1\r\nA: 2\r\nb: 3\r\nContent-Length: 2\r\n\r\nhi',
  );

  const answer = await client.request('GET', '/');

  assert.deepEqual(answer.headers.slice(0, 3), [
    ['B', '1'],
    ['A', '2'],
    ['b', '3'],
  ]);
  assert.equal(answer.header('B'), '1, 3');
  assert.equal(answer.text, 'hi');
});

test('JSON is sent with its type and length, chunks as chunks', async (t) => {
  const ok = 'HTTP/1.1 204 No Content\r\n\r\n';
  const { client, received } = await clientOf(t, ok, ok, '');

  await client.request('POST', '/tasks', { json: { title: 'é' } });
  await client.request('POST', '/tasks', { chunks: ['ab', 'c'], headers: { 'content-type': 'text/plain' } });

  assert.match(received[0] ?? '', /Content-Length: 14\r\nContent-Type: application\/json/);
  assert.match(
    received.slice(1).join(''),
    /Transfer-Encoding: chunked[\s\S]*\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n$/,
  );
});

test('no answer in time is a failure that says so, with a curl line', async (t) => {
  const { client } = await clientOf(t, '', '', '');

  const facts = await factsOf(client.request('POST', '/tasks', { json: { title: "it's" }, limit: 100 }));

  assert.equal(facts.came, 'no answer within 0.1 s: was the response ended?');
  assert.equal(
    facts.again,
    `curl -i localhost:3000/tasks -H 'content-type: application/json' --data-binary '{"title":"it'\\''s"}'`,
  );
});

test('a connection that closes without an answer is a failure that says so', async (t) => {
  const { client } = await clientOf(t);

  const facts = await factsOf(client.request('GET', '/tasks'));

  assert.match(facts.came, /closed without an answer/);
});

test('what is no HTTP is a failure that says so', async (t) => {
  const { client } = await clientOf(t, 'hello\r\n\r\n');

  assert.match((await factsOf(client.request('GET', '/tasks'))).came, /no valid HTTP answer/);
});

test('an answer that is longer than it says is a failure that shows the rest', async (t) => {
  const { client } = await clientOf(t, 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nMeißen!', '');

  const facts = await factsOf(client.request('GET', '/tasks'));

  assert.match(facts.came, /^200, and \d more bytes than its Content-Length of 4 announces: .*en!$/);
});

test('a raw connection reads interim answers, chunks, and two answers in a row', async (t) => {
  const text =
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n' +
    'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n';
  const { client } = await clientOf(t, text);
  const connection = await client.connect();

  connection.send('GET /one HTTP/1.1\r\n\r\nrubbish');

  const [first, second] = [await connection.answer(), await connection.answer()];
  assert.deepEqual([first.status, first.text, second.status], [200, 'abc', 400]);
  await connection.closed();
});

test('a raw connection that is closed in the middle of an answer fails with what came', async (t) => {
  const { client } = await clientOf(t, 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc');
  const connection = await client.connect();

  connection.send('GET / HTTP/1.1\r\n\r\n');

  const facts = await factsOf(connection.answer());
  assert.match(facts.came, /closed without a complete answer, after: HTTP\/1.1 200 OK/);
});

test('a server that dies while it answers is told with its status and its last words', async (t) => {
  const source = `import { createServer } from 'node:http';
    createServer(() => { throw new Error('boom'); }).listen(process.env.PORT, '127.0.0.1');`;
  const server = await startServer(createProgram(t, source));

  const facts = await factsOf(server.request('GET', '/tasks'));

  assert.match(facts.came, /the tracker ended in the middle \(exit status 1\)[\s\S]*boom/);
  assert.equal(facts.sent, 'GET /tasks');
});

test('a server that dies is told on a raw connection too', async (t) => {
  const source = `import { createServer } from 'node:http';
    createServer(() => { throw new Error('boom'); }).listen(process.env.PORT, '127.0.0.1');`;
  const server = await startServer(createProgram(t, source));
  const connection = await server.connect();

  connection.send('GET / HTTP/1.1\r\nHost: x\r\n\r\n');

  assert.match((await factsOf(connection.answer())).came, /ended in the middle[\s\S]*boom/);
});
