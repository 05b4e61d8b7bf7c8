import type { NextRequest } from 'next/server';
import { toPath, toSearch } from '../../../address.ts';
import { goTo, renew, toHeaders } from '../../../auth/renewal.ts';

// The browser sends the refresh token to paths under /auth alone: whoever finds the session ended comes by here.

export async function GET({ cookies, nextUrl }: NextRequest): Promise<Response> {
  const next = toPath(nextUrl.searchParams.get('next'));
  const renewal = await renew(cookies.get('refresh')?.value);
  if (renewal.status === 204) return goTo(next, renewal.cookies);
  const page = renewal.status === 401 ? '/sign-in' : '/unavailable';
  return goTo(page + toSearch({ next }), renewal.cookies);
}

// For scripts, which stay where they are.
export async function POST({ cookies }: NextRequest): Promise<Response> {
  const { status, cookies: renewed } = await renew(cookies.get('refresh')?.value);
  return new Response(null, { status, headers: toHeaders(renewed) });
}
