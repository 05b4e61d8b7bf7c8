import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import type { Page } from '../src/paging.ts';
import { toSearch } from './address.ts';
import { SESSION_ENDED } from './form-state.ts';

export const API_URL = process.env.API_URL ?? 'http://127.0.0.1:3001';

// The header in which the proxy tells a page which address was asked for.
export const ASKED_FOR = 'x-asked-for';

const Problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string() })).default([]),
});

export const Nothing = z.undefined();

type Outcome<T> =
  | { value: T; message?: undefined; sent?: undefined }
  | { value?: undefined; message: string; sent: boolean }; // Whether the page was asked for by sending a form.

interface Answer {
  status: number;
  headers: Headers;
  content: unknown;
}

// Why the tracker did not do what it was asked, in one sentence for people.
export class ApiError extends Error {
  readonly status: number | undefined;
  readonly fields: string[];

  constructor(
    message: string,
    { cause, status, fields = [] }: { cause?: unknown; status?: number; fields?: string[] } = {},
  ) {
    super(message, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.fields = fields;
  }
}

// Asks the tracker. What it answers is unknown until the schema has read it.
export async function send<T>(answer: z.ZodType<T>, method: string, path: string, body?: object): Promise<T> {
  return read(answer, (await ask(method, path, body)).content);
}

// One page of a list, and how long the whole list is.
export async function list<T>(item: z.ZodType<T>, path: string): Promise<Page<T>> {
  const { content, headers } = await ask('GET', path);
  return { items: read(z.array(item), content), total: Number(headers.get('X-Total-Count')) };
}

// For the pages: what cannot be read becomes a message in its place, and what is not there, or not for everybody, the
// page that says so. Whoever opens a page whose session has ended comes back to it with a new one; inside a page scripts
// do that; and a form that was sent without them stays, with what was typed.
export async function attempt<T>(answer: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await answer };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, message } = error;
    if (status === 403 || status === 404) notFound();
    const request = await headers();
    const next = request.get(ASKED_FOR);
    const opened = next && request.get('sec-fetch-dest') !== 'empty';
    if (status === 401 && opened) redirect(`/auth/renew${toSearch({ next })}`);
    return { message, sent: !next };
  }
}

// Asks as whoever has signed in with this browser.
async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const access = (await cookies()).get('access')?.value;
  const answer = await exchange(method, path, { body, cookie: access && toCookie('access', access) });
  if (answer.status === 401) throw new ApiError(SESSION_ENDED, { status: 401 });
  return accept(answer);
}

export function toCookie(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}`;
}

export async function exchange(
  method: string,
  path: string,
  { body, cookie }: { body?: object | undefined; cookie?: string | undefined },
): Promise<Answer> {
  try {
    const response = await fetch(new URL(path, API_URL), {
      method,
      headers: { ...(body && { 'Content-Type': 'application/json' }), ...(cookie && { Cookie: cookie }) },
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    const { status, headers } = response;
    return { status, headers, content: status === 204 ? undefined : await response.json() };
  } catch (cause) {
    throw new ApiError('The tracker does not answer. Is it running? Then try again.', { cause });
  }
}

export function accept(answer: Answer): Answer {
  if (answer.status < 400) return answer;
  const { detail, errors } = read(Problem, answer.content);
  throw new ApiError(detail, { status: answer.status, fields: errors.map(({ path }) => path.slice(1)) });
}

function read<T>(schema: z.ZodType<T>, content: unknown): T {
  const { success, data, error } = schema.safeParse(content);
  if (!success)
    throw new ApiError('The tracker gave an answer that this page cannot read.', { cause: error });
  return data;
}
