// An answer is unknown until somebody has looked at it.
export async function request(method: string, path: string, body?: object): Promise<unknown> {
  const json = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  // A browser that goes back would answer from what it kept.
  const response = await fetch(path, { method, cache: 'no-store', ...json }).catch((cause: unknown) => {
    throw new Error('The tracker does not answer. Is it running? Then try again.', { cause });
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  if (!response.ok) throw new Error(isProblem(answer) ? answer.detail : response.statusText);
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

export function parseList<T>(answer: unknown, check: (value: unknown) => value is T): T[] {
  if (Array.isArray(answer)) {
    const items: unknown[] = answer; // isArray lets it through as any[], and any agrees to everything.
    if (items.every(check)) return items;
  }
  throw new Error('The tracker gave an answer that this page does not understand.');
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
