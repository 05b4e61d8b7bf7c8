import type { Check } from '../src/check.ts';
import { expectRefused, expectStatus } from '../src/expect-http.ts';
import { KINDS, TASKS } from './kinds.ts';

const UNFINISHED = 'the JSON ends too early';
const BROKEN: readonly [string, string][] = [
  ['{title: "x"}', 'in JSON, names stand in double quotes'],
  ["{'title': 'x'}", 'JSON has no single quotes'],
  ['{"title":"x",}', 'JSON has no comma after the last field'],
  ['{"title":"x"} and more', 'something follows the JSON'],
  ['buy milk', 'that is no JSON'],
];

function bytes(...parts: (string | number[])[]): Buffer {
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

// A byte that never occurs, a character cut short, an overlong slash, half a surrogate pair (RFC 3629, section 3).
const NOT_UTF8: readonly [number[], string][] = [
  [[0xff], 'the byte FF never occurs in UTF-8'],
  [[0xe2, 0x82], 'a character is cut short'],
  [[0xc0, 0xaf], 'a slash written in two bytes'],
  [[0xed, 0xa0, 0x80], 'half of a surrogate pair'],
];

// Some editors and libraries begin a text with it; it says how the bytes are to be read, and is not part of the text.
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Whether a body can be read at all. */
export const httpBodyChecks: readonly Check[] = [
  {
    id: 'http.malformed-json',
    since: '01',
    capability: 'http',
    title: 'POST /tasks answers 400 when the JSON is broken',
    why: '4xx tells a client to mend its request; 5xx tells it to wait for you to mend yours.',
    hints: [
      'JSON.parse throws on broken text. Who catches that, and what does it know by then?',
      'Look where the body becomes a value: the one line that parses.',
      'Catch around the parse alone, and turn it into the error that means "malformed": 400, application/problem+json.',
    ],
    async run({ request, random }) {
      for (const { path, required } of KINDS) {
        const body = `{"${required}":`;
        expectRefused(await request('POST', path, { body, headers: JSON_TYPE }), 400, UNFINISHED);
      }
      for (const [body, because] of random.shuffle(BROKEN)) {
        expectRefused(await request('POST', '/tasks', { body, headers: JSON_TYPE }), 400, because);
      }
    },
  },
  {
    id: 'http.empty-body',
    since: '01',
    capability: 'http',
    title: 'an empty body is malformed too: 400',
    why: 'Nothing is not JSON. To guess that it meant {} hides that a client forgot to send what it had.',
    hints: [
      'Which JSON value does an empty text stand for?',
      'Look what happens before the parse when no byte came: does some code skip it?',
      'Parse the empty text like any other; it throws, and becomes the same 400.',
    ],
    async run({ request }) {
      for (const { path } of KINDS) {
        expectRefused(await request('POST', path, { body: '', headers: JSON_TYPE }), 400, 'no body at all');
        expectRefused(await request('POST', path, { body: ' \n', headers: JSON_TYPE }), 400, 'only blanks');
        const marked = { body: bytes(BYTE_ORDER_MARK), headers: JSON_TYPE };
        expectRefused(
          await request('POST', path, marked),
          400,
          'only a byte order mark, which does not count',
        );
      }
    },
  },
  {
    id: 'http.invalid-utf8',
    since: '01',
    capability: 'http',
    title: 'bytes that are not UTF-8 are answered 400',
    why: 'Most decoders replace what they cannot read by � without a word. What was sent is then lost for good.',
    hints: [
      'What does your decoder do with a byte that cannot be: does it complain?',
      'Look where the bytes of the body become text.',
      'Decode with a decoder that throws: new TextDecoder("utf-8", { fatal: true }); and answer 400 when it does.',
    ],
    async run({ request }) {
      for (const { path, required } of KINDS) {
        for (const [wrong, because] of NOT_UTF8) {
          const body = bytes(`{"${required}":"caf`, wrong, '"}');
          expectRefused(await request('POST', path, { body, headers: JSON_TYPE }), 400, because);
        }
      }
    },
  },
  {
    id: 'http.media-type-other',
    since: '01',
    capability: 'http',
    title: 'a body in another media type answers 415',
    why: 'Content-Type says how to read the bytes. To read a form as JSON, or to guess, works until it does not.',
    hints: [
      'Which header tells what kind of thing the body is?',
      'Look at what happens before the body is parsed: does anyone read that header?',
      'Compare the media type (what stands before a semicolon) with application/json; answer 415 when it is another.',
    ],
    async run({ request, random }) {
      const types = [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/xml',
        'application/jsonl',
      ];
      for (const kind of KINDS) {
        for (const type of types) {
          const body = JSON.stringify(kind.minimal(random));
          const answer = await request('POST', kind.path, { body, headers: { 'Content-Type': type } });
          expectRefused(answer, 415);
        }
      }
    },
  },
  {
    id: 'http.media-type-spelling',
    since: '01',
    capability: 'http',
    title: 'application/json is known in any case and with parameters',
    why: 'Many clients write "application/json; charset=utf-8". Media types are equal in any case (RFC 9110, 8.3.1).',
    hints: [
      'Is "Application/JSON; charset=utf-8" another media type?',
      'Look at the comparison: does it take the whole header?',
      'Take what stands before the first semicolon, trim it, make it lower case, and then compare.',
    ],
    async run({ request, random }) {
      const types = ['application/json; charset=utf-8', 'application/json;charset=UTF-8', 'Application/JSON'];
      for (const type of types) {
        const json = TASKS.minimal(random);
        expectStatus(await request('POST', '/tasks', { json, headers: { 'Content-Type': type } }), 201);
      }
    },
  },
];
