import { cookies, headers } from 'next/headers';
import { z } from 'zod';
import type { Page } from '../../src/paging.ts';
import { ApiError } from './api-error.ts';
import { HANDED_OVER, takeOver } from './handed-over.ts';

export const API_URL = process.env.API_URL ?? 'http://127.0.0.1:3001';

// Longer than the tracker ever takes, shorter than a person waits: one that hangs must not hang the pages.
const TIMEOUT = 5_000;

const Problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string() })).default([]),
});

export const Nothing = z.undefined();

interface Sent {
  body?: object | undefined;
  cookie?: string | undefined;
}

export interface Answer {
  status: number;
  headers: Headers;
  content: unknown;
}

// Asks the tracker as whoever has signed in with this browser. What it answers is unknown until the schema has parsed it.
export async function request<T>(
  schema: z.ZodType<T>,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  return parse(schema, (await ask(method, path, body)).content);
}

// One page of a list, and how long the whole list is.
export async function requestPage<T>(item: z.ZodType<T>, path: string): Promise<Page<T>> {
  const { content, headers } = await ask('GET', path);
  return { items: parse(z.array(item), content), total: Number(headers.get('X-Total-Count')) };
}

async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const access = (await cookies()).get('access')?.value;
  const asked = method === 'GET' && takeOver((await headers()).get(HANDED_OVER), path);
  const cookie = access && toCookie('access', access);
  const answer = await (asked || fetchJson(method, path, { body, cookie }));
  if (answer.status === 401) {
    throw new ApiError('Your session has ended.', { status: 401, session: 'ended' });
  }
  if (answer.status === 403) throw new ApiError('You are no admin any more.', { status: 403 });
  return expectSuccess(answer);
}

export function toCookie(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}`;
}

export async function fetchJson(method: string, path: string, { body, cookie }: Sent): Promise<Answer> {
  try {
    const response = await fetch(new URL(path, API_URL), {
      method,
      headers: { ...(body && { 'Content-Type': 'application/json' }), ...(cookie && { Cookie: cookie }) },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const { status, headers } = response;
    return { status, headers, content: status === 204 ? undefined : await response.json() };
  } catch (cause) {
    throw new ApiError('The tracker does not answer. Is it running? Then try again.', { cause });
  }
}

export function expectSuccess(answer: Answer): Answer {
  if (answer.status < 400) return answer;
  const { detail, errors } = parse(Problem, answer.content);
  throw new ApiError(detail, { status: answer.status, fields: errors.map(({ path }) => path.slice(1)) });
}

function parse<T>(schema: z.ZodType<T>, content: unknown): T {
  const { success, data, error } = schema.safeParse(content);
  if (!success)
    throw new ApiError('The tracker gave an answer that this page cannot read.', { cause: error });
  return data;
}
