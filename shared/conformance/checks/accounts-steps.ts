import type { Tracker } from '../src/check.ts';
import { readCookies } from '../src/cookies.ts';
import { expectThat } from '../src/expect.ts';
import { PROBLEM, readProblem } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import type { Instance } from '../src/instance.ts';
import type { Session } from '../src/people.ts';
import { Retold } from '../src/retold.ts';
import { ID, oneOf, type Shape, TEXT } from '../src/shape.ts';

type Asker = Pick<Tracker, 'request'> | Instance;

/** What the tracker tells people about themselves. */
export const ME: Shape = { id: ID, email: TEXT, name: TEXT, role: oneOf(['user', 'admin']) };

/** Every address that is somebody's: its method, its path, and whether it takes a body. */
export const ROUTES: readonly (readonly [string, string])[] = ['/tasks', '/leads'].flatMap((path) => [
  ['GET', path] as const,
  ['POST', path] as const,
  ['GET', `${path}/1`] as const,
  ['PATCH', `${path}/1`] as const,
  ['DELETE', `${path}/1`] as const,
]);

/** Throws a Failure unless the answer is this status as a problem of this type. */
export function expectProblem(answer: Answer, status: number, slug: string, because?: string): void {
  const { type } = readProblem(answer, status, because);
  const expected = `${status}   ${PROBLEM}   type /problems/${slug}`;
  expectThat(answer, type === `/problems/${slug}`, expected, `type ${JSON.stringify(type)}`);
}

/** Throws a Failure unless the answer says that nobody is signed in. */
export function expectStranger(answer: Answer, because?: string): void {
  expectProblem(answer, 401, 'unauthenticated', because);
}

/** Sends a session's refresh token, which is worth one new pair. */
export function refresh(asker: Asker, session: Session): Promise<Answer> {
  return asker.request('POST', '/auth/refresh', { as: session });
}

/** Signs a session out, with both of its cookies. */
export function signOut(asker: Asker, session: Session): Promise<Answer> {
  return asker.request('POST', '/auth/logout', { as: session });
}

/** Asks who one is, with any access token, as a cookie or as `Authorization: Bearer`. */
export async function askWith(
  asker: Asker,
  token: string,
  what: string,
  how: 'cookie' | 'bearer' = 'cookie',
): Promise<Answer> {
  const headers = how === 'cookie' ? { Cookie: `access=${token}` } : { Authorization: `Bearer ${token}` };
  const answer = await asker.request('GET', '/auth/me', { as: 'nobody', headers });
  return new Retold(answer, { sent: `GET /auth/me   with ${what} as ${how}`, again: undefined });
}

/** The lines in which an answer sets cookies, their values left out. */
export function cookieLines(answer: Answer): string {
  const lines = readCookies(answer).map(({ name, value, attributes }) =>
    [
      `${name}=${value === '' ? '' : '…'}`,
      ...[...attributes].map(([key, text]) => (text === '' ? key : `${key}=${text}`)),
    ].join('; '),
  );
  return lines.map((line) => `Set-Cookie: ${line}`).join('\n') || 'no Set-Cookie';
}
