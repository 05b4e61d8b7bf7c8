import { z } from 'zod';
import { ApiError } from './api-error.ts';

export const API_URL = process.env.API_URL ?? 'http://127.0.0.1:3001';

// Longer than the tracker ever takes, shorter than a person waits: one that hangs must not hang the pages.
const TIMEOUT = 5_000;

const Problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string() })).default([]),
});

export const Nothing = z.undefined();

// Asks the tracker. What it answers is unknown until the schema has parsed it.
export async function request<T>(
  schema: z.ZodType<T>,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const { status, content } = await fetchJson(method, path, body);
  if (status < 400) return parse(schema, content);
  const { detail, errors } = parse(Problem, content);
  throw new ApiError(detail, { status, fields: errors.map(({ path }) => path.slice(1)) });
}

async function fetchJson(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; content: unknown }> {
  const json = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const url = new URL(path, API_URL);
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(url, { method, ...json, cache: 'no-store', signal });
    return { status: response.status, content: response.status === 204 ? undefined : await response.json() };
  } catch (cause) {
    throw new ApiError('The tracker does not answer. Is it running? Then try again.', { cause });
  }
}

function parse<T>(schema: z.ZodType<T>, content: unknown): T {
  const { success, data, error } = schema.safeParse(content);
  if (!success)
    throw new ApiError('The tracker gave an answer that this page cannot read.', { cause: error });
  return data;
}
