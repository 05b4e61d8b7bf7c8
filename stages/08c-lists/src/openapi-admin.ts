import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { Action, ActionQuery } from './admin/schema.ts';
import { id } from './fields.ts';
import { Lead, LeadChanges, LeadQuery } from './leads/schema.ts';
import { json, list, problems } from './openapi-parts.ts';
import { Task, TaskChanges, TaskQuery } from './tasks/schema.ts';
import { UserChanges, UserQuery, UserWithCounts } from './users/schema.ts';

const params = z.object({ id });
const itemParams = z.object({ id, itemId: id });

export function describeAdmin(registry: OpenAPIRegistry) {
  describeUsers(registry);
  describeOwned(registry, { name: 'task', One: Task, Changes: TaskChanges, Query: TaskQuery });
  describeOwned(registry, { name: 'lead', One: Lead, Changes: LeadChanges, Query: LeadQuery, moves: true });
}

function describeUsers(registry: OpenAPIRegistry) {
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
  registry.registerPath({
    method: 'get',
    path: '/admin/actions',
    tags,
    summary: 'List what admins changed and deleted of what belongs to others',
    request: { query: ActionQuery },
    responses: { 200: list('A page of the actions', Action), ...problems(401, 403, 422) },
  });
}

interface Owned {
  name: string;
  One: z.ZodType;
  Changes: z.ZodType;
  Query: z.ZodObject;
  moves?: boolean;
}

function describeOwned(registry: OpenAPIRegistry, { name, One, Changes, Query, moves = false }: Owned) {
  const tags = ['admin'];
  const item = { path: `/admin/users/{id}/${name}s/{itemId}`, tags };
  registry.registerPath({
    method: 'get',
    path: `/admin/users/{id}/${name}s`,
    tags,
    summary: `List a user's ${name}s`,
    request: { params, query: Query },
    responses: { 200: list(`A page of the ${name}s`, One), ...problems(401, 403, 404, 422) },
  });
  registry.registerPath({
    ...item,
    method: 'get',
    summary: `Read a user's ${name}`,
    request: { params: itemParams },
    responses: { 200: json(`The ${name}`, One), ...problems(401, 403, 404) },
  });
  registry.registerPath({
    ...item,
    method: 'patch',
    summary: `Change a user's ${name}`,
    request: { params: itemParams, body: { ...json('What should change', Changes), required: true } },
    responses: {
      200: json(`The ${name}`, One),
      ...problems(400, 401, 403, 404, ...(moves ? ([409] as const) : []), 413, 415, 422),
    },
  });
  registry.registerPath({
    ...item,
    method: 'delete',
    summary: `Delete a user's ${name}`,
    request: { params: itemParams },
    responses: { 204: { description: 'It is gone' }, ...problems(401, 403, 404) },
  });
}
