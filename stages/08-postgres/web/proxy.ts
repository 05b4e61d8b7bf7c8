import { type NextRequest, NextResponse } from 'next/server';
import { API_URL } from './api.ts';

export const config = { matcher: ['/tasks/:id', '/leads/:id'] };

// A page that says 404 by itself is drawn by scripts. Asked beforehand, the answer is a page that needs none.
export async function proxy({ method, nextUrl, url }: NextRequest) {
  const missing = method === 'GET' && (await isMissing(nextUrl.pathname));
  return missing ? NextResponse.rewrite(new URL('/there-is-no-such-page', url)) : NextResponse.next();
}

async function isMissing(path: string): Promise<boolean> {
  try {
    const { status } = await fetch(new URL(path, API_URL), { method: 'HEAD' });
    return status === 404;
  } catch {
    return false; // The page itself says that the tracker does not answer.
  }
}
