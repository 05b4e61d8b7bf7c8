import assert from 'node:assert/strict';
import { NextRequest } from 'next/server';
import { test } from 'vitest';
import { openPages } from '../pages.ts';

async function openRoute(onTestFinished: (stop: () => void) => void) {
  const tracker = await openPages(onTestFinished);
  const { POST } = await import('../../../web/app/auth/sign-out/route.ts');
  const signOut = () =>
    POST(new NextRequest('http://tracker/auth/sign-out', { headers: { Cookie: tracker.cookie } }));
  return { tracker, signOut };
}

test('signing out ends the session in the tracker, and takes the cookies away', async ({
  onTestFinished,
}) => {
  const { signOut, tracker } = await openRoute(onTestFinished);

  const answer = await signOut();

  assert.equal(answer.headers.get('location'), '/sign-in');
  for (const line of answer.headers.getSetCookie())
    assert.match(line, /^(access|refresh|account)=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
  const me = await fetch(`${tracker.base}/auth/me`, { headers: { Cookie: tracker.cookie } });
  assert.equal(me.status, 401);
});

test('nobody is told that they are out while the tracker does not know', async ({ onTestFinished }) => {
  const { signOut, tracker } = await openRoute(onTestFinished);
  tracker.stop();

  const answer = await signOut();

  assert.equal(answer.headers.get('location'), '/unavailable');
  assert.deepEqual(answer.headers.getSetCookie(), []);
});
