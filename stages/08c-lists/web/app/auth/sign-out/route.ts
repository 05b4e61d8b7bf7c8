import type { NextRequest } from 'next/server';
import { ApiError } from '../../../api/api-error.ts';
import { fetchJson, toCookie } from '../../../api/request.ts';
import { FORGET_ACCOUNT, goTo } from '../../../auth/renewal.ts';

// The session ends in the tracker first. If that cannot be, the browser keeps its cookies: nobody is told they are out
// who is not.
export async function POST({ cookies }: NextRequest): Promise<Response> {
  const cookie = cookies
    .getAll()
    .filter(({ name }) => name === 'access' || name === 'refresh')
    .map(({ name, value }) => toCookie(name, value))
    .join('; ');
  if (!cookie) return goTo('/sign-in', []); // Perhaps another site asked: their forms come without cookies.
  try {
    const { status, headers } = await fetchJson('POST', '/auth/logout', { cookie });
    if (status !== 204) return goTo('/unavailable', []);
    return goTo('/sign-in', [...headers.getSetCookie(), FORGET_ACCOUNT]);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return goTo('/unavailable', []);
  }
}
