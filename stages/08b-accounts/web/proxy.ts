import { type NextRequest, NextResponse } from 'next/server';
import { API_URL } from './api/request.ts';

export const config = { matcher: ['/tasks/:id', '/tasks/:id/delete', '/leads/:id', '/leads/:id/delete'] };

// Long enough for a tracker that is well; the page itself says when it is not.
const TIMEOUT = 1_000;

// A page that says 404 by itself is drawn by scripts. A document is asked for beforehand, so that the answer needs none; going
// from page to page inside the tracker has scripts anyway.
export async function proxy({ headers, method, nextUrl, url }: NextRequest) {
  const document = ['GET', 'HEAD'].includes(method) && headers.get('sec-fetch-dest') !== 'empty';
  if (!document || !(await isMissing(nextUrl.pathname))) return NextResponse.next();
  return NextResponse.rewrite(new URL('/there-is-no-such-page', url));
}

async function isMissing(path: string): Promise<boolean> {
  const thing = path.replace(/\/delete$/, '');
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const { status } = await fetch(new URL(thing, API_URL), { method: 'HEAD', signal });
    return status === 404;
  } catch {
    return false;
  }
}
