import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { id } from './fields.ts';
import { Lead, LeadChanges, LeadQuery, NewLead } from './leads/schema.ts';
import { describeAdmin } from './openapi-admin.ts';
import { describeAuth } from './openapi-auth.ts';
import { json, list, problems } from './openapi-parts.ts';
import { NewTask, Task, TaskChanges, TaskQuery } from './tasks/schema.ts';

export function createDocument() {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'cookie', { type: 'apiKey', in: 'cookie', name: 'access' });
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  describeAuth(registry);
  describeAdmin(registry);
  describe(registry, {
    path: '/tasks',
    name: 'task',
    One: Task,
    New: NewTask,
    Changes: TaskChanges,
    Query: TaskQuery,
  });
  describe(registry, {
    path: '/leads',
    name: 'lead',
    One: Lead,
    New: NewLead,
    Changes: LeadChanges,
    Query: LeadQuery,
    moves: true,
  });
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Tracker', version: '0.1.0', description: 'Tasks and leads' },
    security: [{ cookie: [] }, { bearer: [] }],
  });
}

interface Resource {
  path: string;
  name: string;
  One: z.ZodType;
  New: z.ZodType;
  Changes: z.ZodType;
  Query: z.ZodObject;
  moves?: boolean;
}

function describe(
  registry: OpenAPIRegistry,
  { path, name, One, New, Changes, Query, moves = false }: Resource,
) {
  const tags = [path.slice(1)];
  const item = { path: `${path}/{id}`, tags };
  const params = z.object({ id });

  registry.registerPath({
    method: 'get',
    path,
    tags,
    summary: `List your ${name}s`,
    request: { query: Query },
    responses: { 200: list(`A page of your ${name}s`, One), ...problems(401, 422) },
  });
  registry.registerPath({
    method: 'post',
    path,
    tags,
    summary: `Create a ${name}`,
    request: { body: { ...json(`The new ${name}`, New), required: true } },
    responses: {
      201: { ...json(`The ${name}`, One), headers: z.object({ Location: z.string() }) },
      ...problems(400, 401, 413, 415, 422),
    },
  });
  registry.registerPath({
    ...item,
    method: 'get',
    summary: `Read a ${name}`,
    request: { params },
    responses: { 200: json(`The ${name}`, One), ...problems(401, 404) },
  });
  registry.registerPath({
    ...item,
    method: 'patch',
    summary: `Change a ${name}`,
    request: { params, body: { ...json('What should change', Changes), required: true } },
    responses: {
      200: json(`The ${name}`, One),
      ...problems(400, 401, 404, ...(moves ? ([409] as const) : []), 413, 415, 422),
    },
  });
  registry.registerPath({
    ...item,
    method: 'delete',
    summary: `Delete a ${name}`,
    request: { params },
    responses: { 204: { description: 'It is gone' }, ...problems(401, 404) },
  });
}
