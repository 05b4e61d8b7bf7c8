import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { NextRequest } from 'next/server';
import { afterEach, test, vi } from 'vitest';
import { openPages, request as sent } from './pages.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function openProxy(apiUrl: string) {
  vi.stubEnv('API_URL', apiUrl);
  const { proxy } = await import('../../web/proxy.ts');
  const { request } = await import('../../web/api/request.ts');
  const ask = async (path: string, init: { method?: string; headers?: Record<string, string> } = {}) => {
    const asked = new NextRequest(`http://127.0.0.1:3000${path}`, init);
    asked.cookies.set('access', sent.cookies.get('access') ?? '');
    const answer = await proxy(asked);
    return answer.headers.has('x-middleware-rewrite') ? 'not found' : 'the page';
  };
  return { ask, request };
}

test('a document of what is not there is the page that says so, for GET and HEAD', async ({
  onTestFinished,
}) => {
  const tracker = await openPages(onTestFinished);
  await tracker.send('POST', '/tasks', { title: 'Buy milk' });
  const { ask } = await openProxy(tracker.base);

  assert.equal(await ask('/tasks/1'), 'the page');
  assert.equal(await ask('/tasks/1/delete', { method: 'HEAD' }), 'the page');
  assert.equal(await ask('/tasks/2'), 'not found');
  assert.equal(await ask('/tasks/2/delete', { method: 'HEAD' }), 'not found');
  // Going there by a link has scripts, and the page finds out by itself.
  assert.equal(await ask('/tasks/2', { headers: { 'sec-fetch-dest': 'empty' } }), 'the page');
});

test('an API that never answers is not waited for', async ({ onTestFinished }) => {
  const frozen = createServer(() => {}).listen(0, '127.0.0.1');
  await once(frozen, 'listening');
  onTestFinished(() => {
    frozen.closeAllConnections();
    frozen.close();
  });
  const address = frozen.address();
  assert(address && typeof address === 'object');
  const { timeout } = AbortSignal;
  const limits = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(20)); // Nobody has to wait here.
  const { ask, request } = await openProxy(`http://127.0.0.1:${address.port}`);

  assert.equal(await ask('/tasks/1'), 'the page');
  const { z } = await import('zod');
  await assert.rejects(request(z.unknown(), 'GET', '/tasks'), { message: /does not answer/ });
  assert.deepEqual(limits.mock.calls, [[5_000], [5_000]]);
});
