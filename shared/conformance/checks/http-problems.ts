import type { Check } from '../src/check.ts';
import { expectSame, expectThat } from '../src/expect.ts';
import { expectErrorAt, expectErrors, expectStatus, PROBLEM_TYPES, readProblem } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { Retold } from '../src/retold.ts';
import {
  NO_OBJECTS,
  oneForEachPlace,
  ownFields,
  unknownFields,
  wrongTexts,
  wrongTypes,
} from './invalid-bodies.ts';
import { KINDS } from './kinds.ts';
import { askForProblems } from './problems.ts';
import { unknownId } from './unknown-id.ts';

const DEEP = 10_000;

function repeated(sign: string): string {
  return `head -c ${DEEP} /dev/zero | tr '\\0' '${sign}'`;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** Traces of the inside: stack frames, file positions, parts of a runtime. */
const INSIDE = [
  /^\s*at .+[(:].*\d+:\d+/m,
  /node:internal|node_modules|file:\/\//,
  /\.(?:[cm]?[jt]sx?|py|rb|go|java|php|rs):\d+/,
  /Traceback \(most recent call last\)/,
  /"stack"\s*:/,
];

function expectNoInside(answer: Answer): void {
  const text = answer.text.replaceAll('\\n', '\n');
  const found = INSIDE.map((pattern) => pattern.exec(text)?.[0]).find((trace) => trace !== undefined);
  expectThat(answer, found === undefined, 'an error that tells nothing about the inside', `… ${found} …`);
}

/** What stands in the body of an error. */
export const httpProblemChecks: readonly Check[] = [
  {
    id: 'problem.members',
    since: '01',
    capability: 'http',
    title: 'every error has type, title, status and detail',
    why: 'One form for all errors (RFC 9457): a client reads them in one place, whatever went wrong.',
    hints: [
      'How many different forms do your errors have now? How many should a client have to know?',
      'Look where errors are written: is it one place?',
      'Write all errors in one function: { type, title, status, detail }, the status the same number as in the answer itself.',
    ],
    async run(tracker) {
      for (const [answer, expected] of await askForProblems(tracker)) {
        const { type, title, status, detail } = readProblem(answer, expected);
        const right = isText(type) && isText(title) && isText(detail) && status === expected;
        expectThat(answer, right, `type, title and detail as text, status ${expected}`);
      }
    },
  },
  {
    id: 'problem.type',
    since: '01',
    capability: 'http',
    title: 'the type of every error is the one in the contract',
    why: 'Programs decide by the type. The title and the detail are for people and may be worded anew every day.',
    hints: [
      'If you mend a typing mistake in an error text, which programs break?',
      'Look at the table from your error codes to statuses: does it give the type too?',
      'Build the type from the code: /problems/ and the name in the contract, such as /problems/not-found.',
    ],
    async run(tracker) {
      for (const [answer, status] of await askForProblems(tracker)) {
        const { type } = readProblem(answer, status);
        expectSame(answer, { type }, { type: PROBLEM_TYPES[status] }, `the type that belongs to ${status}`);
      }
    },
  },
  {
    id: 'problem.errors',
    since: '01',
    capability: 'http',
    title: 'a validation error says in errors which field is wrong, and why',
    why: 'A form can then show each message beside its field. "Invalid input" leaves the person guessing.',
    hints: [
      'What would a form need to know to mark the right field red?',
      'Look where a broken rule is noticed: there the field is known. Does it travel with the error?',
      'Collect { path: "/title", message: "…" } for each broken rule and put the list into the problem as errors; for the whole body the path is "".',
    ],
    async run({ request, random, domain }) {
      for (const kind of KINDS) {
        const base = kind.minimal(random);
        const missing = { json: {}, pointer: `/${kind.required}`, because: `${kind.required} is missing` };
        const wrong = [
          ...wrongTypes(kind, base),
          ...wrongTexts(kind, random, base),
          ...ownFields(kind, base),
        ];
        for (const { json, pointer, because } of [missing, ...oneForEachPlace(wrong)]) {
          expectErrorAt(await request('POST', kind.path, { json }), pointer, because);
        }
        for (const { json, because } of NO_OBJECTS) {
          expectErrors(await request('POST', kind.path, { json }), because);
        }
      }
      const json = { title: random.title(), leadId: await unknownId(domain.listLeads()) };
      expectErrorAt(await request('POST', '/tasks', { json }), '/leadId', 'there is no such lead');
    },
  },
  {
    id: 'problem.pointer-escaped',
    since: '01',
    capability: 'http',
    title: 'the path of an error is a JSON Pointer: / in a name becomes ~1',
    why: '"/a/b" means the field b inside a. A field whose name is "a/b" needs another spelling (RFC 6901).',
    hints: [
      'How would you tell the field "a/b" from the field b inside the field a?',
      'Look where the path of an error is put together from the name of the field.',
      'Replace ~ by ~0 first and then / by ~1, and put a / before it.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        for (const { json, pointer, because } of unknownFields(kind.minimal(random))) {
          expectErrorAt(await request('POST', kind.path, { json }), pointer, because);
        }
      }
    },
  },
  {
    id: 'problem.no-internals',
    since: '01',
    capability: 'http',
    title: 'no error shows a stack or anything else from the inside',
    why: 'Stack traces help two people: you, in your log, and whoever looks for a way in. They belong in the log.',
    hints: [
      'For whom is a stack trace written? Who reads the body of an answer?',
      'Look where an error becomes an answer: which parts of the error object are copied?',
      'Copy only what you wrote yourself (code, message, errors); log the rest, and answer with a text of your own.',
    ],
    async run(tracker) {
      const answers = await askForProblems(tracker);
      for (const [answer] of answers) expectNoInside(answer);
      expectNoInside(await tracker.request('DELETE', '/tasks/%zz'));
    },
  },
  {
    id: 'problem.deep-json',
    since: '01',
    capability: 'http',
    title: 'JSON that is nested 10 000 levels deep is refused, and the server lives',
    why: 'Twenty kilobytes of brackets have brought down many servers. A small request must never cost a big answer.',
    hints: [
      'What does a function that calls itself do after ten thousand levels?',
      'Look what touches the parsed body before its fields are checked: copying, printing, walking through it?',
      'Check the fields you know by their type and never walk into others; then depth does not matter.',
    ],
    async run({ request }) {
      const deep = '['.repeat(DEEP) + ']'.repeat(DEEP);
      const headers = { 'Content-Type': 'application/json' };
      for (const { path, required } of KINDS) {
        for (const [before, after] of [
          ['', ''],
          [`{"${required}":`, '}'],
          [`{"${required}":"x","colour":`, '}'],
        ] as const) {
          const body = before + deep + after;
          const answer = new Retold(await request('POST', path, { body, headers }), {
            sent: `POST ${path}   ${before}[[[…]]]${after}   ${DEEP} levels`,
            again: `(printf '${before}'; ${repeated('[')}; ${repeated(']')}; printf '${after}') | curl -i localhost:3000${path} -H 'content-type: application/json' --data-binary @-`,
          });
          expectThat(answer, answer.status === 422 || answer.status === 400, '422 (400 will do)');
        }
        expectStatus(await request('GET', path), 200, 'it still answers');
      }
    },
  },
];
