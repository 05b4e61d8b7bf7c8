import type { Answer } from './answer.ts';
import { readCookie, type SetCookie } from './cookies.ts';

/** The people of the suite, by the names that stand in what a learner reads. */
export type Name = 'ana' | 'ben' | 'cleo' | 'admin';

/** What a request needs to be somebody's. */
export interface Session {
  readonly name: Name;
  /** The value of the cookie `access`. */
  readonly access: string;
  /** The value of the cookie `refresh`. */
  readonly refresh: string;
}

/** Somebody with an account, signed in. */
export interface Person extends Session {
  readonly id: number;
  readonly email: string;
  readonly password: string;
}

/** The password of everybody but the admin. */
export const PASSWORD = 'correct horse battery';

type Send = (path: string, json: object) => Promise<Answer>;

/** Registers somebody. Throws a Failure when that is not done, or comes without a session. */
export async function register(send: Send, name: Exclude<Name, 'admin'>, email: string): Promise<Person> {
  const answer = await send('/auth/register', { email, password: PASSWORD, name: displayName(name) });
  return readPerson(answer, 201, { name, email, password: PASSWORD });
}

/** Signs somebody in who has registered. Throws a Failure when that is not done. */
export async function signIn(send: Send, who: Pick<Person, 'name' | 'email' | 'password'>): Promise<Person> {
  const { name, email, password } = who;
  return readPerson(await send('/auth/login', { email, password }), 200, { name, email, password });
}

/** The session that an answer begins or renews. Throws a Failure when it does not set both cookies. */
export function readSession(answer: Answer, name: Name): Session {
  const [access, refresh] = [readCookie(answer, 'access'), readCookie(answer, 'refresh')];
  if (!isSet(access) || !isSet(refresh))
    throw answer.fail('the cookies access and refresh', cameWith(answer));
  return { name, access: access.value, refresh: refresh.value };
}

/** How a person is called on the page and in what a learner reads: `Ana`. */
export function displayName(name: Name): string {
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
}

function readPerson(
  answer: Answer,
  status: number,
  who: { name: Name; email: string; password: string },
): Person {
  const id: unknown = answer.status === status ? Object(answer.json()).id : undefined;
  if (typeof id !== 'number')
    throw answer.fail(`${status}   application/json   (the account, and its session)`);
  return { ...readSession(answer, who.name), ...who, id };
}

function isSet(cookie: SetCookie | undefined): cookie is SetCookie {
  return cookie !== undefined && cookie.value !== '';
}

function cameWith(answer: Answer): string {
  const lines = answer.headers.filter(([name]) => name.toLowerCase() === 'set-cookie');
  const names = lines.map(([, line]) => `Set-Cookie: ${line.replace(/=.*?(;|$)/, '=…$1')}`);
  return [String(answer.status), ...(names.length > 0 ? names : ['no Set-Cookie'])].join('\n');
}
