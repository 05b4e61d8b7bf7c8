import type { Check, Tracker } from '../src/check.ts';
import { expectRefused, expectStatus } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { KINDS, type Kind } from './kinds.ts';
import { sendLarge } from './large-body.ts';

function post(tracker: Tracker, kind: Kind, size: number, chunked?: true): Promise<Answer> {
  return sendLarge(tracker, { method: 'POST', path: kind.path, kind }, size, chunked);
}

/** How much a server is willing to read. */
export const httpLimitChecks: readonly Check[] = [
  {
    id: 'http.too-large',
    since: '01',
    capability: 'http',
    title: 'a body over 100 kB answers 413',
    why: 'A server that keeps whatever it is sent can be filled up by one client, on purpose or by mistake.',
    hints: [
      'How much memory does your server use for a body that never ends?',
      'Look where the pieces of the body are collected: when do they stop being collected?',
      'Count the bytes as they come; when there are more than 100 000, keep no more of them and answer 413.',
    ],
    async run(tracker) {
      for (const kind of KINDS) expectRefused(await post(tracker, kind, 110_000), 413, '110 000 bytes');
    },
  },
  {
    id: 'http.too-large-chunked',
    since: '01',
    capability: 'http',
    title: 'a body over 100 kB answers 413 also when its length is not announced',
    why: 'Content-Length may be missing, and may lie. Only what really arrives counts.',
    hints: [
      'How can a client send a body without knowing how long it will be?',
      'Look what your limit is compared with: a header, or the bytes that came?',
      'Add up the length of each piece as it arrives, and refuse when the sum is over the limit.',
    ],
    async run(tracker) {
      for (const kind of KINDS) {
        expectRefused(await post(tracker, kind, 110_000, true), 413, '110 000 bytes, in chunks');
      }
    },
  },
  {
    id: 'http.large-enough',
    since: '01',
    capability: 'http',
    title: 'a body just under 100 kB is read to its end',
    why: 'A limit that is too low is a bug as well. And a body of this size arrives in several pieces.',
    hints: [
      'Does your server wait for all of a body, or does it parse the first piece?',
      'Look at the limit: are you sure of its unit?',
      'Collect all pieces up to the end of the request, and only then parse; 100 kB are 100 000 bytes.',
    ],
    async run(tracker) {
      for (const kind of KINDS) {
        expectStatus(await post(tracker, kind, 95_000), 201, '95 000 bytes, most of them blanks');
        expectStatus(await post(tracker, kind, 95_000, true), 201, '95 000 bytes in chunks');
      }
    },
  },
];
