import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { id } from './fields.ts';
import { Lead, LeadQuery } from './leads/schema.ts';
import { json, list, problems } from './openapi-parts.ts';
import { Task, TaskQuery } from './tasks/schema.ts';
import { Account, Credentials, NewUser, UserChanges, UserQuery, UserWithCounts } from './users/schema.ts';

const params = z.object({ id });
const open: Record<string, string[]>[] = [];
const cookies = z.object({ 'Set-Cookie': z.string() });

export function describeAccounts(registry: OpenAPIRegistry) {
  describeAuth(registry);
  describeAdmin(registry);
}

function describeAuth(registry: OpenAPIRegistry) {
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

function describeAdmin(registry: OpenAPIRegistry) {
  const tags = ['admin'];
  registry.registerPath({
    method: 'get',
    path: '/admin/users',
    tags,
    summary: 'List the users, with how much they have',
    request: { query: UserQuery },
    responses: { 200: list('A page of the users', UserWithCounts), ...problems(401, 403, 422) },
  });
  registry.registerPath({
    method: 'get',
    path: '/admin/users/{id}',
    tags,
    summary: 'Read a user, with how much they have',
    request: { params },
    responses: { 200: json('The user', UserWithCounts), ...problems(401, 403, 404) },
  });
  registry.registerPath({
    method: 'patch',
    path: '/admin/users/{id}',
    tags,
    summary: 'Promote, demote, disable or enable a user',
    request: { params, body: { ...json('What should change', UserChanges), required: true } },
    responses: {
      200: json('The user', UserWithCounts),
      ...problems(400, 401, 403, 404, 409, 413, 415, 422),
    },
  });
  for (const [name, One, Query] of [
    ['task', Task, TaskQuery],
    ['lead', Lead, LeadQuery],
  ] as const) {
    registry.registerPath({
      method: 'get',
      path: `/admin/users/{id}/${name}s`,
      tags,
      summary: `List a user's ${name}s`,
      request: { params, query: Query },
      responses: { 200: list(`A page of the ${name}s`, One), ...problems(401, 403, 404, 422) },
    });
  }
}
