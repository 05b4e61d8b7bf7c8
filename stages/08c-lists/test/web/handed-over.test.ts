import assert from 'node:assert/strict';
import { NextRequest } from 'next/server';
import { test, vi } from 'vitest';
import { createTask } from '../../src/tasks/task.ts';
import { NOW } from '../tracker.ts';
import { openPages, request } from './pages.ts';

// What Next.js does with the answer of the proxy: the page finds the headers that it set.
function followProxy(answer: Response) {
  for (const name of (answer.headers.get('x-middleware-override-headers') ?? '').split(','))
    request.headers.set(name, answer.headers.get(`x-middleware-request-${name}`) ?? '');
}

test('what the proxy has asked about a document, its page does not ask again', async ({ onTestFinished }) => {
  const { tasks, cookie } = await openPages(onTestFinished);
  await tasks.create(createTask({ title: 'Call Ana', notes: '', leadId: null }, NOW));
  const { proxy } = await import('../../web/proxy.ts');
  const { fetchTask } = await import('../../web/tasks/queries.ts');
  const asked = vi.spyOn(globalThis, 'fetch');
  onTestFinished(() => asked.mockRestore());

  followProxy(await proxy(new NextRequest('http://tracker/tasks/1', { headers: { cookie } })));
  const task = await fetchTask('1');
  await fetchTask('1'); // What was handed over is good for once.

  assert.equal(task.title, 'Call Ana');
  assert.equal(asked.mock.calls.length, 2);
});

test('a page of an admin is not there for anybody else, nor is a thing that is not theirs', async ({
  onTestFinished,
}) => {
  const { cookie } = await openPages(onTestFinished);
  const { proxy } = await import('../../web/proxy.ts');

  for (const path of [
    '/admin',
    '/admin/actions',
    '/admin/users/1/leads',
    '/admin/users/1/tasks/1',
    '/tasks/9',
  ]) {
    const answer = await proxy(new NextRequest(`http://tracker${path}`, { headers: { cookie } }));
    assert.match(answer.headers.get('x-middleware-rewrite') ?? '', /there-is-no-such-page/, path);
  }
});
