import { type NextRequest, NextResponse } from 'next/server';
import { API_URL, ASKED_FOR, toCookie } from './api.ts';

export const config = { matcher: ['/tasks/:path*', '/leads/:path*', '/admin/:path*'] };

// A page cannot know its own address, and one that finds the session ended has to say where to go on with a new one.
// And a page that says 404 by itself is drawn by scripts. Asked beforehand, the answer is a page that needs none.
export async function proxy({ cookies, headers, method, nextUrl, url }: NextRequest) {
  if (method !== 'GET') return NextResponse.next();
  const { pathname, search } = nextUrl;
  const access = cookies.get('access')?.value ?? '';
  if (await isMissing(pathname, access)) return NextResponse.rewrite(new URL('/there-is-no-such-page', url));
  const sent = new Headers(headers);
  sent.set(ASKED_FOR, pathname + search);
  return NextResponse.next({ request: { headers: sent } });
}

async function isMissing(page: string, access: string): Promise<boolean> {
  if (page === '/tasks' || page === '/leads') return false;
  const path = page === '/admin' ? '/admin/users' : page;
  try {
    const headers = { Cookie: toCookie('access', access) };
    const { status } = await fetch(new URL(path, API_URL), { method: 'HEAD', headers });
    return status === 403 || status === 404; // What is not for everybody is not there for the others.
  } catch {
    return false; // The page itself says that the tracker does not answer.
  }
}
