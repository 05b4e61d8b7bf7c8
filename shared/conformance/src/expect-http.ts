import { type Answer, curlLine } from './answer.ts';
import { show } from './difference.ts';
import { expectThat } from './expect.ts';
import { refute } from './failure.ts';
import { Retold } from './retold.ts';

/** The fields of a JSON object, whatever they hold. */
export type Fields = Readonly<Record<string, unknown>>;

/** The media type of every error (RFC 9457, section 3). */
export const PROBLEM = 'application/problem+json';

/** The problem that belongs to a status, from the contract's table. */
export const PROBLEM_TYPES: Readonly<Record<number, string>> = {
  400: '/problems/malformed-json',
  404: '/problems/not-found',
  405: '/problems/method-not-allowed',
  409: '/problems/invalid-transition',
  413: '/problems/payload-too-large',
  415: '/problems/unsupported-media-type',
  422: '/problems/validation',
  500: '/problems/internal',
};

function reasoned(expected: string, because: string | undefined): string {
  return because === undefined ? expected : `${expected}   (${because})`;
}

/** Throws a Failure unless the status is this one. `because` is added to what was expected. */
export function expectStatus(answer: Answer, status: number, because?: string): void {
  expectThat(answer, answer.status === status, reasoned(String(status), because));
}

/** Throws a Failure unless the status is this one and the body JSON. Gives the body. */
export function expectJson(answer: Answer, status: number, because?: string): unknown {
  const right = answer.status === status && answer.mediaType === 'application/json';
  expectThat(answer, right, reasoned(`${status}   application/json`, because));
  return answer.json();
}

/**
 * Throws a Failure unless it is this status under the problem media type; what is in the body is free. A request that
 * concerns nothing created before is repeated alone.
 */
export function expectRefused(answer: Answer, status: number, because?: string): void {
  const { path, method } = answer.exchange;
  if (method === 'POST' && !/\d/.test(path) && !(answer instanceof Retold))
    answer.again = curlLine(answer.exchange);
  const right = answer.status === status && answer.mediaType === PROBLEM;
  expectThat(answer, right, reasoned(`${status}   ${PROBLEM}`, because));
}

/** The fields of an object. Throws a Failure unless the status is this one and the body a JSON object. */
export function expectObject(answer: Answer, status: number, because?: string): Fields {
  return fieldsOf(answer, expectJson(answer, status, because));
}

/** The members of a problem. Throws a Failure unless the status and media type are right and the body is an object. */
export function readProblem(answer: Answer, status: number, because?: string): Fields {
  expectRefused(answer, status, because);
  return fieldsOf(answer, answer.json());
}

function fieldsOf(answer: Answer, body: unknown): Fields {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  throw refute(answer, 'a JSON object', show(body));
}

/**
 * Throws a Failure unless the answer is 422 and its `errors` name this place.
 * @param pointer a JSON Pointer (RFC 6901); for a query parameter its name after a slash
 */
export function expectErrorAt(answer: Answer, pointer: string, because?: string): void {
  const { errors, paths } = readErrors(answer, because);
  const expected = `errors that hold { "path": ${JSON.stringify(pointer)}, "message": "…" }`;
  expectThat(
    answer,
    paths?.includes(pointer) === true,
    reasoned(expected, because),
    `errors ${show(errors)}`,
  );
}

/** Throws a Failure unless the answer is 422 with `errors`, each with a path and a message, wherever they lead. */
export function expectErrors(answer: Answer, because?: string): void {
  const { errors, paths } = readErrors(answer, because);
  const expected = 'errors: [{ "path": "…", "message": "…" }]';
  expectThat(answer, paths !== undefined, reasoned(expected, because), `errors ${show(errors)}`);
}

/** The errors of a 422, and their paths when each of them is one. */
function readErrors(
  answer: Answer,
  because: string | undefined,
): { errors: unknown; paths: string[] | undefined } {
  const { errors } = readProblem(answer, 422, because);
  const list: readonly unknown[] = Array.isArray(errors) ? errors : [];
  const whole = list.length > 0 && list.every(isError);
  return { errors, paths: whole ? list.flatMap((error) => (isError(error) ? error.path : [])) : undefined };
}

function isError(value: unknown): value is { path: string; message: string } {
  if (typeof value !== 'object' || value === null || !('path' in value) || !('message' in value))
    return false;
  return typeof value.path === 'string' && typeof value.message === 'string' && value.message !== '';
}

/** The names in a header that holds a list, in lower case; empty when it did not come. */
export function listHeader(answer: Answer, name: string): string[] {
  const words = (answer.header(name) ?? '').split(',').map((word) => word.trim().toLowerCase());
  return words.filter((word) => word !== '');
}

/** Throws a Failure unless the answer is 405 and its `Allow` holds these methods and not the one that was sent. */
export function expectAllow(answer: Answer, methods: readonly string[]): void {
  const allowed = listHeader(answer, 'allow');
  const right =
    methods.every((method) => allowed.includes(method.toLowerCase())) &&
    !allowed.includes(answer.exchange.method.toLowerCase());
  const came = `${answer.status}   Allow: ${answer.header('allow') ?? '(not there)'}`;
  const expected = `405 with Allow: ${methods.join(', ')} (HEAD and OPTIONS may be there too), without ${answer.exchange.method}`;
  expectThat(answer, answer.status === 405 && right, expected, came);
}
