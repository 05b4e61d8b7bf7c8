import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { json, problems } from './openapi-parts.ts';
import { Account, Credentials, NewUser } from './users/schema.ts';

const open: Record<string, string[]>[] = [];
const cookies = z.object({ 'Set-Cookie': z.string() });

export function describeAuth(registry: OpenAPIRegistry) {
  const tags = ['auth'];
  const auth = { method: 'post', tags, security: open } as const;
  const account = json('The account', Account);
  registry.registerPath({
    ...auth,
    path: '/auth/register',
    summary: 'Create an account, and sign in',
    request: { body: { ...json('The new account', NewUser), required: true } },
    responses: {
      201: { ...account, headers: cookies.extend({ Location: z.string() }) },
      ...problems(400, 409, 413, 415, 422),
    },
  });
  registry.registerPath({
    ...auth,
    path: '/auth/login',
    summary: 'Sign in',
    request: { body: { ...json('Who you are', Credentials), required: true } },
    responses: { 200: { ...account, headers: cookies }, ...problems(400, 401, 413, 415, 422) },
  });
  registry.registerPath({
    ...auth,
    path: '/auth/refresh',
    summary: 'Go on with the session of the refresh token',
    responses: { 204: { description: 'There are new cookies', headers: cookies }, ...problems(401) },
  });
  registry.registerPath({
    ...auth,
    path: '/auth/logout',
    summary: 'Sign out',
    responses: { 204: { description: 'The session has ended', headers: cookies }, ...problems() },
  });
  registry.registerPath({
    method: 'get',
    path: '/auth/me',
    tags,
    summary: 'Who is signed in',
    responses: { 200: account, ...problems(401) },
  });
}
