import { expectThat } from '../src/expect.ts';
import { listHeader } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';

/** The origin of a page that nobody has heard of. */
export const PAGE = 'https://page.example';

export const ALLOW = 'Access-Control-Allow-Origin';

/** The headers with which a browser asks whether a page may send JSON with this method. */
export function preflight(method: string, origin = PAGE): Record<string, string> {
  return {
    Origin: origin,
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': 'content-type',
  };
}

/** What came, as far as one header is concerned. */
export function seen(answer: Answer, name: string): string {
  return `${answer.status}   ${name}: ${answer.header(name) ?? '(not there)'}`;
}

/** Throws a Failure unless pages of these origins may read the answer. */
export function expectAllowed(answer: Answer, origins: readonly string[]): void {
  const right = origins.includes(answer.header(ALLOW) ?? '');
  expectThat(answer, right, `${ALLOW}: ${origins[0]}`, seen(answer, ALLOW));
}

/** Throws a Failure unless a browser would now send its request (https://fetch.spec.whatwg.org/#cors-preflight-fetch-0). */
export function expectPreflight(answer: Answer, method: string, origins: readonly string[]): void {
  expectThat(answer, answer.status >= 200 && answer.status < 300, '204 (another 2xx will do)');
  expectAllowed(answer, origins);
  expectHolds(answer, 'Access-Control-Allow-Headers', 'content-type');
  // GET, HEAD and POST are allowed to everyone without being named.
  if (method !== 'POST') expectHolds(answer, 'Access-Control-Allow-Methods', method);
}

function expectHolds(answer: Answer, header: string, wanted: string): void {
  const listed = listHeader(answer, header);
  const right = listed.includes(wanted.toLowerCase()) || listed.includes('*');
  expectThat(answer, right, `${header} that holds ${wanted}`, seen(answer, header));
}
