import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../errors.ts';
import type { User } from '../users/schema.ts';
import type { Access, AccessTokens } from './access.ts';
import type { Cookies } from './cookies.ts';
import type { Sessions } from './sessions.ts';

type Headers = Pick<Request, 'headers'>;

export type ReadAccess = (request: Headers) => Promise<Access | undefined>;

export type SignedIn = ReturnType<typeof createSignedIn>;

// The token that programs send comes before the one that browsers keep.
export function createReadAccess(tokens: AccessTokens, cookies: Cookies): ReadAccess {
  return async ({ headers }) => {
    const [, bearer] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
    const token = bearer ?? cookies.read({ headers }).access;
    return token === undefined ? undefined : tokens.read(token);
  };
}

// `required` lets only those through who are signed in; `userOf` says who that is. A route that forgot the first
// refuses everybody.
export function createSignedIn(readAccess: ReadAccess, sessions: Sessions) {
  const users = new WeakMap<Headers, User>();

  async function required(request: Request, _response: Response, next: NextFunction) {
    const access = await readAccess(request);
    const user = access && (await sessions.find(access));
    if (user) users.set(request, user);
    userOf(request);
    next();
  }

  function userOf(request: Headers) {
    const user = users.get(request);
    if (!user) throw new AppError('unauthenticated', 'Sign in first');
    return user;
  }

  return { required, userOf };
}
