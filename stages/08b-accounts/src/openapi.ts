import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { id } from './fields.ts';
import { Lead, LeadChanges, LeadQuery, NewLead } from './leads/schema.ts';
import { NewTask, Task, TaskChanges, TaskQuery } from './tasks/schema.ts';

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

const PROBLEMS = {
  400: 'The body is not JSON',
  404: 'There is no such thing',
  409: 'The pipeline does not allow this step',
  413: 'The body is too large',
  415: 'The body is not in application/json',
  422: 'A rule is broken',
  503: 'The data cannot be reached at the moment',
};

export function createDocument() {
  const registry = new OpenAPIRegistry();
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
    summary: `List the ${name}s`,
    request: { query: Query },
    responses: { 200: json(`The ${name}s, oldest first`, z.array(One)), ...problems(422) },
  });
  registry.registerPath({
    method: 'post',
    path,
    tags,
    summary: `Create a ${name}`,
    request: { body: { ...json(`The new ${name}`, New), required: true } },
    responses: {
      201: { ...json(`The ${name}`, One), headers: z.object({ Location: z.string() }) },
      ...problems(400, 413, 415, 422),
    },
  });
  registry.registerPath({
    ...item,
    method: 'get',
    summary: `Read a ${name}`,
    request: { params },
    responses: { 200: json(`The ${name}`, One), ...problems(404) },
  });
  registry.registerPath({
    ...item,
    method: 'patch',
    summary: `Change a ${name}`,
    request: { params, body: { ...json('What should change', Changes), required: true } },
    responses: {
      200: json(`The ${name}`, One),
      ...problems(400, 404, ...(moves ? ([409] as const) : []), 413, 415, 422),
    },
  });
  registry.registerPath({
    ...item,
    method: 'delete',
    summary: `Delete a ${name}`,
    request: { params },
    responses: { 204: { description: 'It is gone' }, ...problems(404) },
  });
}

function json(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema } } };
}

// Whatever is asked, the data may be out of reach.
function problems(...statuses: (keyof typeof PROBLEMS)[]) {
  return Object.fromEntries(
    [...statuses, 503 as const].map((status) => [
      status,
      { description: PROBLEMS[status], content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
}
