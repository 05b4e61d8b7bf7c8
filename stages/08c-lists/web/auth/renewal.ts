import { ApiError } from '../api/api-error.ts';
import { fetchJson, toCookie } from '../api/request.ts';
import { ACCOUNT } from './kept-account.ts';

interface Renewal {
  status: number;
  cookies: string[];
}

// How long the answer to a token is remembered, in milliseconds: longer than two windows that open at once are apart.
const MEMORY = 10_000;
const renewals = new Map<string, Promise<Renewal>>();

export const FORGET_ACCOUNT = `${ACCOUNT}=; Path=/; Max-Age=0`;
const FORGET = ['access=; Path=/; Max-Age=0', 'refresh=; Path=/auth; Max-Age=0', FORGET_ACCOUNT];

// A refresh token that comes twice ends its session: somebody may have stolen it. But two windows of one person bring
// the same one at the same moment, so that each token is sent once, and all who bring it meanwhile get one answer.
// Whoever steals a token has these seconds to do the same; after them it is noticed.
export function renew(token: string | undefined): Promise<Renewal> {
  if (!token) return Promise.resolve({ status: 401, cookies: [] }); // Perhaps another site asked: nothing is forgotten.
  const known = renewals.get(token);
  if (known) return known;
  const renewal = exchangeToken(token);
  renewals.set(token, renewal);
  void renewal.then(({ status }) => {
    setTimeout(() => renewals.delete(token), status === 204 ? MEMORY : 0).unref();
  });
  return renewal;
}

async function exchangeToken(token: string): Promise<Renewal> {
  try {
    const cookie = toCookie('refresh', token);
    const { status, headers } = await fetchJson('POST', '/auth/refresh', { cookie });
    return { status, cookies: status === 401 ? FORGET : headers.getSetCookie() };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: 503, cookies: [] };
  }
}

// To another page of this site, whose address stays right whatever host this server is known by.
export function goTo(path: string, cookies: string[]): Response {
  return new Response(null, { status: 303, headers: [['Location', path], ...toHeaders(cookies)] });
}

export function toHeaders(cookies: string[]): [string, string][] {
  return [
    ['Cache-Control', 'no-store'],
    ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]),
  ];
}
