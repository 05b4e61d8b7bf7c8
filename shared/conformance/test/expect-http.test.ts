import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answer } from '../src/answer.ts';
import {
  expectAllow,
  expectErrorAt,
  expectErrors,
  expectObject,
  expectRefused,
  listHeader,
} from '../src/expect-http.ts';
import { Failure } from '../src/failure.ts';
import { netcatLine, Retold } from '../src/retold.ts';

function answer(status: number, headers: Readonly<Record<string, string>>, body: unknown): Answer {
  const exchange = { method: 'PUT', path: '/tasks', headers: [], body: '{}' };
  const rawHeaders = Object.entries(headers).flat();
  return new Answer(exchange, { status, reason: '', rawHeaders, bytes: Buffer.from(JSON.stringify(body)) });
}

const PROBLEM = { 'CONTENT-TYPE': 'Application/Problem+JSON; charset=utf-8' };

test('the media type is compared without case and parameters', () => {
  expectRefused(answer(404, PROBLEM, {}), 404);
  assert.throws(() => expectRefused(answer(404, { 'Content-Type': 'application/json' }, {}), 404), Failure);
  assert.throws(() => expectRefused(answer(400, PROBLEM, {}), 404, 'gone'), /404 {3}application.*gone/);
});

test('a list is no object, null neither', () => {
  const type = { 'Content-Type': 'application/json' };

  assert.deepEqual(expectObject(answer(200, type, { a: 1 }), 200), { a: 1 });
  for (const body of [[], null, 'x']) {
    assert.throws(() => expectObject(answer(200, type, body), 200), Failure);
  }
});

test('errors need a path and a message each, and the place that was asked for', () => {
  const errors = [{ path: '/title', message: 'is missing', more: 1 }];

  expectErrorAt(answer(422, PROBLEM, { errors }), '/title');
  assert.throws(() => expectErrorAt(answer(422, PROBLEM, { errors }), '/notes'), Failure);
  for (const wrong of [
    undefined,
    [],
    {},
    ['title'],
    [{ path: '/title' }],
    [{ path: '/title', message: '' }],
  ]) {
    assert.throws(() => expectErrors(answer(422, PROBLEM, { errors: wrong })), Failure);
  }
});

test('Allow may hold more than was asked for, but not the refused method', () => {
  expectAllow(answer(405, { allow: 'OPTIONS,get , POST' }, {}), ['GET', 'POST']);
  assert.throws(() => expectAllow(answer(405, { allow: 'GET' }, {}), ['GET', 'POST']), Failure);
  assert.throws(() => expectAllow(answer(405, { allow: 'GET, POST, PUT' }, {}), ['GET', 'POST']), Failure);
  assert.throws(() => expectAllow(answer(405, {}, {}), ['GET']), /not there/);
});

test('a list header that did not come is empty', () => {
  assert.deepEqual(listHeader(answer(200, { Vary: 'Origin,, Accept' }, {}), 'vary'), ['origin', 'accept']);
  assert.deepEqual(listHeader(answer(200, {}, {}), 'vary'), []);
});

test('a retold answer is the same answer in other words', () => {
  const told = new Retold(answer(404, PROBLEM, {}), { sent: 'half a body', again: 'true' });

  assert.equal(told.header('content-type'), PROBLEM['CONTENT-TYPE']);
  assert.throws(() => expectRefused(told, 400), {
    facts: {
      sent: 'half a body',
      again: 'true',
      expected: '400   application/problem+json',
      came: told.came,
    },
  });
});

test('bytes are quoted for printf and the shell', () => {
  assert.equal(
    netcatLine(Buffer.from('50%\r\n'), Buffer.from("it's \\é")),
    "(printf '50%%\\r\\n'; sleep 1; printf 'it\\047s \\134\\303\\251') | nc localhost 3000",
  );
});
