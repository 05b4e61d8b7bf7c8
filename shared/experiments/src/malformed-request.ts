import type { Answer, RequestOptions } from '../../conformance/src/http.ts';
import { pointers, read } from './json-value.ts';

export const JSON_TYPE = { 'Content-Type': 'application/json' };

/** What a malformed request should lead to. */
export interface Expected {
  /** In words: `422 validation at "/title"`. */
  readonly says: string;
  /** The answer's status; undefined where nobody waits for an answer. */
  readonly status?: number;
  /** Whether an answer is the right one. */
  holds(answer: Answer): boolean;
}

/** A request that no tracker may accept, nor die of. */
export interface Malformed {
  /** What is wrong with it, unlike any other's. */
  readonly name: string;
  /** The stage whose contract it breaks first. */
  readonly since: '01' | '02';
  readonly method: string;
  /** `:id` stands for the id of a task that exists. */
  readonly path: string;
  readonly options: RequestOptions;
  /** Sent as it is instead, and then the line is cut. */
  readonly raw?: string;
  readonly expected: Expected;
}

/**
 * A problem as RFC 9457 has it.
 * @param status the status, in the answer and in its body
 * @param problem the last part of its type
 * @param pointer the JSON Pointer that a validation error has to name, possibly among others
 */
export function refused(status: number, problem: string, pointer?: string): Expected {
  const type = `/problems/${problem}`;
  const allow = status === 405 ? ' with Allow' : '';
  return {
    says: `${status} ${problem}${allow}${pointer === undefined ? '' : ` at ${JSON.stringify(pointer)}`}`,
    status,
    holds(answer) {
      if (answer.status !== status || answer.mediaType !== 'application/problem+json') return false;
      if (status === 405 && answer.header('allow') === undefined) return false;
      const body = answer.json();
      if (read(body, 'type') !== type || read(body, 'status') !== status) return false;
      return pointer === undefined || pointers(body).includes(pointer);
    },
  };
}

/** Nobody waits for an answer: the request must not be applied, and the server goes on. */
const unstored: Expected = {
  says: 'nothing stored, and the next request answered',
  holds: () => true,
};

/** A request without a body. */
export function send(
  since: Malformed['since'],
  method: string,
  path: string,
  name: string,
  expected: Expected,
): Malformed {
  return { name, since, method, path, options: {}, expected };
}

/** A new task or lead whose body, or media type, is not what it should be. */
export function post(
  path: string,
  name: string,
  body: string | Uint8Array,
  expected: Expected,
  headers: Record<string, string> = JSON_TYPE,
): Malformed {
  const shown = path === '/leads' ? `${name} (lead)` : name;
  return { ...send('01', 'POST', path, shown, expected), options: { body, headers } };
}

/** The beginning of a new task, after which the line is cut. */
export function hangUp(name: string, raw: string): Malformed {
  return { ...send('01', 'POST', '/tasks', name, unstored), raw };
}

/** The head of a new task, its body framed by this header line. */
export function head(framing: string): string {
  return `POST /tasks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${framing}\r\n\r\n`;
}
