import { z } from 'zod';

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
  401: 'Nobody is signed in',
  403: 'Only admins may do this',
  404: 'There is no such thing',
  409: 'What is there does not allow this',
  413: 'The body is too large',
  415: 'The body is not in application/json',
  422: 'A rule is broken',
  503: 'The data cannot be reached at the moment',
};

const PageHeaders = z.object({
  'X-Total-Count': z.string().meta({ description: 'How many there are on all pages' }),
  Link: z.string().meta({ description: 'Where the first, previous, next and last page are (RFC 8288)' }),
});

export function json(description: string, schema: z.ZodType) {
  return { description, content: { 'application/json': { schema } } };
}

export function list(description: string, schema: z.ZodType) {
  return { ...json(description, z.array(schema)), headers: PageHeaders };
}

// Whatever is asked, the data may be out of reach.
export function problems(...statuses: (keyof typeof PROBLEMS)[]) {
  return Object.fromEntries(
    [...statuses, 503 as const].map((status) => [
      status,
      { description: PROBLEMS[status], content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
}
