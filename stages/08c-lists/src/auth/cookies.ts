import { parse } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { ACCESS_LIFE } from './access.ts';
import { SESSION_LIFE } from './sessions.ts';

export interface Tokens {
  access: string;
  refresh: string;
}

export interface Cookies {
  read(request: Pick<Request, 'headers'>): Record<keyof Tokens, string | undefined>;
  set(response: Pick<Response, 'cookie'>, tokens: Tokens): void;
  clear(response: Pick<Response, 'clearCookie'>): void;
}

// No script reads them, no other site sends them along with a form, and the refresh token goes to /auth alone.
export function createCookies(secure: boolean): Cookies {
  const access: CookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  const refresh: CookieOptions = { ...access, path: '/auth' };
  return {
    read({ headers }) {
      const { access, refresh } = parse(headers.cookie ?? '');
      return { access, refresh };
    },

    set(response, tokens) {
      response.cookie('access', tokens.access, { ...access, maxAge: ACCESS_LIFE * 1000 });
      response.cookie('refresh', tokens.refresh, { ...refresh, maxAge: SESSION_LIFE * 1000 });
    },

    clear(response) {
      response.clearCookie('access', access);
      response.clearCookie('refresh', refresh);
    },
  };
}
