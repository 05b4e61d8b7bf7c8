import { setTimeout } from 'node:timers/promises';
import { type NextRequest, NextResponse } from 'next/server';
import { HANDED_OVER, handOver } from './api/handed-over.ts';
import { ASKED_FOR } from './api/load.ts';
import { type Answer, fetchJson, toCookie } from './api/request.ts';

export const config = { matcher: ['/tasks/:path*', '/leads/:path*', '/admin/:path*'] };

// Long enough for a tracker that is well; the page itself says when it is not.
const TIMEOUT = 1_000;

// A page that says 404 by itself is drawn by scripts. A document is asked for beforehand, so that the answer needs none; going
// from page to page inside the tracker has scripts anyway. And a page cannot know its own address, though one that finds the
// session ended has to say where to go on with a new one.
export async function proxy({ cookies, headers, method, nextUrl, url }: NextRequest) {
  if (method !== 'GET' && method !== 'HEAD') return NextResponse.next();
  const { pathname, search } = nextUrl;
  const access = cookies.get('access')?.value ?? '';
  const sent = new Headers(headers);
  sent.set(ASKED_FOR, pathname + search);
  sent.delete(HANDED_OVER);
  const question = headers.get('sec-fetch-dest') !== 'empty' && toQuestion(pathname);
  if (question) {
    const answer = fetchJson('GET', question, { cookie: toCookie('access', access) });
    if (await isMissing(answer)) return NextResponse.rewrite(new URL('/there-is-no-such-page', url));
    sent.set(HANDED_OVER, handOver(question, answer));
  }
  return NextResponse.next({ request: { headers: sent } });
}

// What tells whether a page is there, for whoever asks: the thing it is about, where it has one, and else who may see it.
function toQuestion(path: string): string | undefined {
  if (path === '/tasks' || path === '/leads') return undefined;
  if (path === '/admin' || path === '/admin/actions') return '/admin/users?pageSize=1';
  return path.replace(/\/delete$/, '').replace(/^(\/admin\/users\/[^/]+)\/(tasks|leads)$/, '$1');
}

// What is not for everybody is not there for the others. One that takes long or fails is left to the page to wait for.
async function isMissing(answer: Promise<Answer>): Promise<boolean> {
  const status = await Promise.race([
    answer.then(({ status }) => status).catch(() => undefined),
    setTimeout(TIMEOUT, undefined, { ref: false }),
  ]);
  return status === 403 || status === 404;
}
