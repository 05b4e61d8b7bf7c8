import { type NextRequest, NextResponse } from 'next/server';
import { ASKED_FOR } from './api/load.ts';
import { API_URL, toCookie } from './api/request.ts';

export const config = { matcher: ['/tasks/:path*', '/leads/:path*'] };

// Long enough for a tracker that is well; the page itself says when it is not.
const TIMEOUT = 1_000;

// A page that says 404 by itself is drawn by scripts. A document is asked for beforehand, so that the answer needs none; going
// from page to page inside the tracker has scripts anyway. And a page cannot know its own address, though one that finds the
// session ended has to say where to go on with a new one.
export async function proxy({ cookies, headers, method, nextUrl, url }: NextRequest) {
  if (method !== 'GET' && method !== 'HEAD') return NextResponse.next();
  const { pathname, search } = nextUrl;
  const access = cookies.get('access')?.value ?? '';
  const document = headers.get('sec-fetch-dest') !== 'empty';
  if (document && (await isMissing(pathname, access))) {
    return NextResponse.rewrite(new URL('/there-is-no-such-page', url));
  }
  const sent = new Headers(headers);
  sent.set(ASKED_FOR, pathname + search);
  return NextResponse.next({ request: { headers: sent } });
}

async function isMissing(path: string, access: string): Promise<boolean> {
  const thing = path.replace(/\/delete$/, '');
  if (thing === '/tasks' || thing === '/leads') return false;
  try {
    const headers = { Cookie: toCookie('access', access) };
    const signal = AbortSignal.timeout(TIMEOUT);
    const { status } = await fetch(new URL(thing, API_URL), { method: 'HEAD', headers, signal });
    return status === 404;
  } catch {
    return false;
  }
}
