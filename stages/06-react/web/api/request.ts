import { z } from 'zod';

const NO_ANSWER = 'The tracker does not answer. Is it running? Then try again.';
const NOT_UNDERSTOOD = 'The tracker gave an answer that this page does not understand.';

const Problem = z.object({ detail: z.string() });
export const Nothing = z.undefined();

// An answer is unknown until the schema has looked at it. One that does not come is a refusal too: what was shown before
// it was stored must not stay for ever.
export async function request<T>(
  schema: z.ZodType<T>,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const json = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  // A browser that goes back would answer from what it kept.
  const options: RequestInit = { method, ...json, cache: 'no-store', signal: AbortSignal.timeout(10_000) };
  const response = await fetch(path, options).catch((cause: unknown) => {
    throw new Error(NO_ANSWER, { cause });
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw new Error(Problem.safeParse(answer).data?.detail ?? NO_ANSWER);
  const { success, data, error: cause } = schema.safeParse(answer);
  if (!success) throw new Error(NOT_UNDERSTOOD, { cause });
  return data;
}
