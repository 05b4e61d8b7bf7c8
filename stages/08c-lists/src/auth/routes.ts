import { type Request, type Response, Router } from 'express';
import { AppError } from '../errors.ts';
import { readJson } from '../json.ts';
import { refuseMethod } from '../method.ts';
import { type Account, parseCredentials, parseNewUser, type User } from '../users/schema.ts';
import { createUser, type UserStore } from '../users/user.ts';
import type { AccessTokens } from './access.ts';
import type { Cookies } from './cookies.ts';
import type { Passwords } from './passwords.ts';
import type { Session, Sessions } from './sessions.ts';
import type { ReadAccess, SignedIn } from './signed-in.ts';

export interface AuthRoutesOptions {
  users: UserStore;
  sessions: Sessions;
  passwords: Passwords;
  tokens: AccessTokens;
  cookies: Cookies;
  readAccess: ReadAccess;
  signedIn: SignedIn;
  clock: () => string;
}

export function createAuthRoutes({
  users,
  sessions,
  passwords,
  tokens,
  cookies,
  readAccess,
  signedIn,
  clock,
}: AuthRoutesOptions) {
  async function register(request: Request<object, Account, unknown>, response: Response<Account>) {
    const { password, ...values } = parseNewUser(request.body);
    const passwordHash = await passwords.hash(password);
    const session = await sessions.register({ ...createUser(values, clock()), passwordHash });
    await setCookies(response, session);
    response.status(201).location('/auth/me').json(toAccount(session.user));
  }

  // The same answer, after the same work, whether there is no such account or another password.
  async function login(request: Request<object, Account, unknown>, response: Response<Account>) {
    const { email, password } = parseCredentials(request.body);
    const user = await users.findByEmail(email);
    const matches = await passwords.matches(password, user?.passwordHash);
    const session = user && matches ? await sessions.open(user) : undefined;
    if (!session) throw new AppError('unauthenticated', 'The e-mail address or the password is wrong');
    await setCookies(response, session);
    response.json(toAccount(session.user));
  }

  async function refresh(request: Request, response: Response) {
    const token = cookies.read(request).refresh;
    const session = token === undefined ? undefined : await sessions.renew(token);
    if (!session) throw new AppError('unauthenticated', 'The session has ended: sign in again');
    await setCookies(response, session);
    response.status(204).end();
  }

  async function logout(request: Request, response: Response) {
    const { refresh } = cookies.read(request);
    const access = await readAccess(request);
    if (access) await sessions.end(access.sessionId);
    if (refresh !== undefined) await sessions.endByToken(refresh);
    cookies.clear(response);
    response.status(204).end();
  }

  async function me(request: Request, response: Response<Account>) {
    response.json(toAccount(signedIn.userOf(request)));
  }

  async function setCookies(response: Pick<Response, 'cookie'>, { id, user, refreshToken }: Session) {
    const access = await tokens.sign({ userId: user.id, sessionId: id, role: user.role });
    cookies.set(response, { access, refresh: refreshToken });
  }

  const router = Router({ caseSensitive: true, strict: true });
  router.route('/auth/register').post(readJson, register).all(refuseMethod);
  router.route('/auth/login').post(readJson, login).all(refuseMethod);
  router.route('/auth/refresh').post(refresh).all(refuseMethod);
  router.route('/auth/logout').post(logout).all(refuseMethod);
  router.route('/auth/me').get(signedIn.required, me).all(refuseMethod);
  return router;
}

function toAccount({ id, email, name, role }: User): Account {
  return { id, email, name, role };
}
