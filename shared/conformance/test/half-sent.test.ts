import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type TestContext, test } from 'node:test';
import { Failure } from '../src/failure.ts';
import { HalfSent } from '../src/half-sent.ts';
import { accepts, isFree, refuses } from '../src/ports.ts';

async function listen(
  t: TestContext,
  listener: RequestListener,
  expecting = true,
): Promise<{ server: Server; port: number }> {
  const server = createServer(listener);
  if (!expecting) server.on('checkContinue', listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

for (const expecting of [true, false]) {
  test(`a body in two halves arrives whole, ${expecting ? 'with' : 'without'} 100 Continue`, async (t) => {
    let received = '';
    const { port } = await listen(
      t,
      (request, response) => {
        request.setEncoding('utf8').on('data', (text) => {
          received += text;
        });
        request.on('end', () => response.writeHead(201).end('{}'));
      },
      expecting,
    );

    const half = await HalfSent.begin(port, '/tasks', { title: 'é' });
    const answer = await half.finish();
    half.close();

    assert.ok(!(answer instanceof Failure));
    assert.equal(answer.status, 201);
    assert.equal(received, '{"title":"é"}');
  });
}

test('a connection that is cut in between is a failure, not an exception', async (t) => {
  const { port } = await listen(t, (request) => request.once('data', () => request.socket.destroy()));

  const half = await HalfSent.begin(port, '/tasks', { title: 'x' });
  const answer = await half.finish();
  half.close();

  assert.ok(answer instanceof Failure);
  assert.match(answer.facts.came, /closed without an answer/);
});

test('a port is taken while someone listens, and free afterwards', async (t) => {
  const { server, port } = await listen(t, (_request, response) => response.end());

  assert.equal(await accepts('127.0.0.1', port), true);
  assert.equal(await isFree(port), false);
  assert.equal(await refuses(port, 10), false);
  server.close();
  assert.equal(await refuses(port, 1000), true);
  assert.equal(await isFree(port), true);
});
