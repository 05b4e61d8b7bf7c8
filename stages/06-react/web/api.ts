const NO_ANSWER = 'The tracker does not answer. Is it running? Then try again.';

// An answer is unknown until somebody has looked at it. One that does not come is a refusal too: what was shown
// before it was stored must not stay for ever.
export async function send(method: string, path: string, body?: object): Promise<unknown> {
  const json = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(path, { method, ...json, signal }).catch((cause: unknown) => {
    throw new Error(NO_ANSWER, { cause });
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw new Error(isProblem(answer) ? answer.detail : NO_ANSWER);
  return answer;
}

// For every field of a type, the question whether an unknown value can be that field.
type Questions<T> = { [Field in keyof T]: (value: unknown) => value is T[Field] };

export function createCheck<T extends object>(questions: Questions<T>) {
  return function check(value: unknown): value is T {
    if (typeof value !== 'object' || value === null) return false;
    for (const field in questions) {
      if (!questions[field](Reflect.get(value, field))) return false;
    }
    return true;
  };
}

const isProblem = createCheck({ detail: isString });

export function parse<T>(answer: unknown, check: (value: unknown) => value is T): T {
  if (!check(answer)) throw new Error('The tracker gave an answer that this page does not understand.');
  return answer;
}

export function parseList<T>(answer: unknown, check: (value: unknown) => value is T): T[] {
  return parse(answer, isListOf(check));
}

function isListOf<T>(check: (value: unknown) => value is T) {
  return (value: unknown): value is T[] => {
    if (!Array.isArray(value)) return false;
    const items: unknown[] = value; // isArray lets it through as any[], and any agrees to everything.
    return items.every(check);
  };
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isOneOf<Name extends string>(names: Record<Name, unknown>) {
  return (value: unknown): value is Name => isString(value) && Object.hasOwn(names, value);
}

export function orNull<T>(check: (value: unknown) => value is T) {
  return (value: unknown): value is T | null => value === null || check(value);
}
