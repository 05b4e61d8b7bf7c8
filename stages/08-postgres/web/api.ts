import { notFound } from 'next/navigation';
import { z } from 'zod';

export const API_URL = process.env.API_URL ?? 'http://127.0.0.1:3001';

const Problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string() })).default([]),
});

export const Nothing = z.undefined();

type Outcome<T> = { value: T; message?: undefined } | { value?: undefined; message: string };

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
  const { status, content } = await exchange(method, path, body);
  if (status < 400) return read(answer, content);
  const { detail, errors } = read(Problem, content);
  throw new ApiError(detail, { status, fields: errors.map(({ path }) => path.slice(1)) });
}

// For the pages: what cannot be read becomes a message in its place, and what is not there the page that says so.
export async function attempt<T>(answer: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await answer };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 404) notFound();
    return { message: error.message };
  }
}

async function exchange(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; content: unknown }> {
  const json = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const url = new URL(path, API_URL);
    const response = await fetch(url, {
      method,
      ...json,
      cache: 'no-store',
      signal: AbortSignal.timeout(10_000),
    });
    return { status: response.status, content: response.status === 204 ? undefined : await response.json() };
  } catch (cause) {
    throw new ApiError('The tracker does not answer. Is it running? Then try again.', { cause });
  }
}

function read<T>(schema: z.ZodType<T>, content: unknown): T {
  const { success, data, error } = schema.safeParse(content);
  if (!success)
    throw new ApiError('The tracker gave an answer that this page cannot read.', { cause: error });
  return data;
}
