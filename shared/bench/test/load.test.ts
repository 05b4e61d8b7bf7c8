import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type TestContext, test } from 'node:test';
import { findProblem, putUnderLoad, takeAim, WrongAnswer } from '../src/load.ts';

const LIST = JSON.stringify(Array.from({ length: 20 }, (_, at) => ({ id: at + 1, title: `Task ${at + 1}` })));
// A handful of requests, to see that they are looked at: this is no measurement.
const FEW = { connections: 2, requests: 10 };
const GOOD = {
  '2xx': 10,
  non2xx: 0,
  mismatches: 0,
  errors: 0,
  timeouts: 0,
  connections: 2,
  requests: { sent: 12 },
};

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/tasks`;
}

test('a server that answers with its twenty tasks is asked as often as it was said, with the headers', async (t) => {
  const asked: unknown[] = [];
  const url = await serve(t, (request, response) => {
    asked.push(request.headers.authorization);
    response.end(LIST);
  });

  const target = await takeAim(url, { Authorization: 'Bearer x' });
  const { requestsPerSecond } = await putUnderLoad(target, FEW);

  assert.equal(target.body, LIST);
  assert.ok(requestsPerSecond > 0);
  assert.deepEqual(asked, Array(11).fill('Bearer x'));
});

test('a list of nineteen, something else than a list, or a 401 is refused before anything is measured', async (t) => {
  const nineteen = JSON.stringify(JSON.parse(LIST).slice(1));
  for (const [status, body, message] of [
    [200, nineteen, 'GET /tasks answered 19, not 20 tasks.'],
    [200, 'hello', 'GET /tasks answered something else than a list, not 20 tasks.'],
    [401, '{}', 'GET /tasks answered 401, not 200.'],
  ] as const) {
    const url = await serve(t, (_, response) => response.writeHead(status).end(body));

    await assert.rejects(takeAim(url), new WrongAnswer(message));
  }
});

test('a server that breaks under load is refused: another list, another status, no answer', async (t) => {
  for (const [broken, message] of [
    [
      (_, response) => response.end(LIST.replace('Task 7', 'Task 0')),
      /answers were not the list of 20 tasks/,
    ],
    [(_, response) => response.writeHead(503).end(LIST), /answers were not 200/],
    [(request) => request.socket.destroy(), /requests were not answered/],
  ] satisfies [RequestListener, RegExp][]) {
    let asked = 0;
    const url = await serve(t, (request, response) => {
      asked += 1;
      if (asked < 4) response.end(LIST);
      else broken(request, response);
    });
    const target = await takeAim(url);

    await assert.rejects(putUnderLoad(target, FEW), (error) => {
      assert.ok(error instanceof WrongAnswer);
      assert.match(error.message, message);
      return true;
    });
  }
});

test('a load is good when every answer was, and one that is not spoils it', () => {
  assert.equal(findProblem(GOOD), undefined);
  assert.equal(findProblem({ ...GOOD, non2xx: 1 }), '1 of 11 answers were not 200.');
  assert.equal(findProblem({ ...GOOD, mismatches: 1 }), '1 of 10 answers were not the list of 20 tasks.');
  assert.match(findProblem({ ...GOOD, errors: 1, timeouts: 1 }) ?? '', /^1 connections failed, 1 of them/);
  assert.equal(findProblem({ ...GOOD, requests: { sent: 13 } }), '3 of 13 requests were not answered.');
  assert.equal(findProblem({ ...GOOD, '2xx': 0, requests: { sent: 2 } }), 'Nothing was answered.');
});
