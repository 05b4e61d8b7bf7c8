import assert from 'node:assert/strict';
import { NextRequest } from 'next/server';
import { test, vi } from 'vitest';
import { openPages } from '../pages.ts';

async function openRoute(onTestFinished: (stop: () => void) => void) {
  const tracker = await openPages(onTestFinished);
  return { tracker, ...(await import('../../../web/app/auth/renew/route.ts')) };
}

function ask(cookie: string, next = '/tasks?status=done') {
  const address = `http://tracker/auth/renew?next=${encodeURIComponent(next)}`;
  return new NextRequest(address, { headers: { Cookie: cookie } });
}

test('two windows that bring one token at the same time both go on, and so does the session', async ({
  onTestFinished,
}) => {
  const { GET, POST, tracker } = await openRoute(onTestFinished);

  const [one, two] = await Promise.all([GET(ask(tracker.cookie)), POST(ask(tracker.cookie))]);

  assert.deepEqual([one.status, one.headers.get('location')], [303, '/tasks?status=done']);
  assert.equal(two.status, 204);
  assert.deepEqual(one.headers.getSetCookie(), two.headers.getSetCookie());
  const cookie = one.headers.getSetCookie().map((line) => line.split(';')[0]);
  const me = await fetch(`${tracker.base}/auth/me`, { headers: { Cookie: cookie.join('; ') } });
  assert.equal(me.status, 200);
});

test('a token that comes again later ends the session, and leads to signing in', async ({
  onTestFinished,
}) => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { GET, tracker } = await openRoute(onTestFinished);
  await GET(ask(tracker.cookie));
  vi.runAllTimers();

  const again = await GET(ask(tracker.cookie));

  assert.equal(again.headers.get('location'), '/sign-in?next=%2Ftasks%3Fstatus%3Ddone');
  assert.deepEqual(again.headers.getSetCookie(), [
    'access=; Path=/; Max-Age=0',
    'refresh=; Path=/auth; Max-Age=0',
    'account=; Path=/; Max-Age=0',
  ]);
});

test('without a token one signs in, and goes on at this site and nowhere else', async ({
  onTestFinished,
}) => {
  const { GET, POST } = await openRoute(onTestFinished);

  const opened = await GET(ask('', 'https://evil.example/'));
  const asked = await POST(ask(''));

  assert.equal(opened.headers.get('location'), '/sign-in?next=%2Ftasks');
  assert.equal(asked.status, 401);
  for (const { headers } of [opened, asked]) assert.deepEqual(headers.getSetCookie(), []);
});

test('when nobody answers the cookies stay, and the next try is a new one', async ({ onTestFinished }) => {
  const { GET, POST, tracker } = await openRoute(onTestFinished);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
  onTestFinished(() => void vi.unstubAllGlobals());

  const refused = await GET(ask(tracker.cookie));
  vi.unstubAllGlobals();
  await vi.waitUntil(async () => (await POST(ask(tracker.cookie))).status === 204);

  assert.equal(refused.headers.get('location'), '/unavailable?next=%2Ftasks%3Fstatus%3Ddone');
  assert.deepEqual(refused.headers.getSetCookie(), []);
});
