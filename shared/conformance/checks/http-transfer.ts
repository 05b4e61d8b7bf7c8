import type { Check } from '../src/check.ts';
import { expectFields, expectSame } from '../src/expect.ts';
import { expectJson, expectStatus } from '../src/expect-http.ts';
import { answerOn, writeHead, writeRequest } from '../src/raw-request.ts';
import { readResource } from '../src/resource.ts';
import { create, KINDS, LEADS, TASKS } from './kinds.ts';

/** How bytes travel: in pieces of any size, several requests on one connection. */
export const httpTransferChecks: readonly Check[] = [
  {
    id: 'http.refusal-changes-nothing',
    since: '01',
    capability: 'http',
    title: 'a request that is refused changes nothing',
    why: 'A request is applied whole or not at all; then a client that was told "no" can mend it and send it again.',
    hints: [
      'What is already stored by the time your server finds out that something is wrong?',
      'Look at the order in each handler: read, check, store, answer.',
      'Do everything that can fail before anything is stored.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const before = (await request('GET', kind.path)).json();
        const json = { ...kind.minimal(random), colour: 'red' };

        const text = {
          body: JSON.stringify(kind.minimal(random)),
          headers: { 'Content-Type': 'text/plain' },
        };
        await request('POST', kind.path, { json });
        await request('POST', kind.path, { json: { ...kind.minimal(random), notes: 7 } });
        await request('POST', kind.path, text);
        await request('PUT', `${kind.path}/${id}`, { json: kind.minimal(random) });
        await request('DELETE', `${kind.path}/${id}x`);

        const after = await request('GET', kind.path);
        expectSame(after, after.json(), before, 'the list as it was before five refused requests');
      }
    },
  },
  {
    id: 'http.split-characters',
    since: '01',
    capability: 'http',
    title: 'a character whose bytes arrive in two pieces is kept',
    why: 'Networks cut where they like, also in the middle of an é. Text that is decoded piece by piece breaks there.',
    hints: [
      'How many bytes does é have in UTF-8? What do you see when you decode only the first of them?',
      'Look where the pieces of the body are joined: as text, or as bytes?',
      'Keep the pieces as bytes, join them when all are there (Buffer.concat), and decode once.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const text = `é漢😀${random.text(30)}`;
        const body = Buffer.from(JSON.stringify({ [kind.required]: text }));
        const chunks = Array.from(body, (byte) => Uint8Array.of(byte));

        const answer = await request('POST', kind.path, {
          chunks,
          headers: { 'Content-Type': 'application/json' },
        });

        const what = `the ${kind.required} as it was sent, though every byte came alone`;
        const created = readResource(expectJson(answer, 201), answer, `a ${kind.name}`);
        expectFields(answer, created, { [kind.required]: text }, what);
      }
    },
  },
  {
    id: 'http.small-pieces',
    since: '01',
    capability: 'http',
    title: 'a body that comes in several small pieces is one body',
    why: 'On your machine a body comes in one piece, on a bad line in twenty. Both are the same request.',
    hints: [
      'How does your server know that a body is complete? Is it sure, or does it hope?',
      'Look what happens when the first piece has come, and the second has not.',
      'Wait for the end of the request, not for the first data.',
    ],
    async run({ request, connect, random }) {
      for (const kind of KINDS) {
        const values = { ...kind.minimal(random), notes: random.text(40) };
        const raw = { method: 'POST', path: kind.path, body: JSON.stringify(values) };
        const bytes = Buffer.from(raw.body);
        const connection = await connect();
        connection.send(writeHead(raw));
        for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 4)) {
          // The answer on another connection shows that the piece before has had the time to arrive.
          await request('GET', '/nothing-here');
          connection.send(bytes.subarray(at, at + Math.ceil(bytes.length / 4)));
        }

        const answer = await answerOn(connection, raw);
        connection.hangUp();

        const created = readResource(expectJson(answer, 201), answer, `a ${kind.name}`);
        expectFields(answer, created, values, 'the values as they were sent, in four pieces');
      }
    },
  },
  {
    id: 'http.keep-alive',
    since: '01',
    capability: 'http',
    title: 'one connection carries several requests, also after an error',
    why: 'To open a connection costs more than most requests. A wrong Content-Length or a body nobody read spoils it.',
    hints: [
      'How does a client know where one answer ends and the next begins?',
      'Look at the lengths you send: are they counted in bytes or in characters? And who reads the body of a request you refuse?',
      'Send Content-Length as Buffer.byteLength of the text (or leave it to the library), and read every body to its end or close the connection and say so.',
    ],
    async run({ connect, random }) {
      const { name } = LEADS.minimal(random);
      const steps: [
        { method: string; path: string; body?: string; headers?: Record<string, string> },
        number,
      ][] = [
        [{ method: 'POST', path: '/leads', body: JSON.stringify({ name: `é漢😀 ${name}` }) }, 201],
        [{ method: 'POST', path: '/tasks', body: '{"title":' }, 400],
        [{ method: 'POST', path: '/tasks', body: 'GET', headers: { 'Content-Type': 'text/plain' } }, 415],
        [{ method: 'POST', path: '/nothing-here', body: JSON.stringify(TASKS.minimal(random)) }, 404],
        [{ method: 'PUT', path: '/tasks', body: JSON.stringify(TASKS.minimal(random)) }, 405],
        [{ method: 'GET', path: '/leads' }, 200],
      ];
      let connection = await connect();
      for (const [index, [raw, status]] of steps.entries()) {
        connection.send(writeRequest(raw));
        const answer = await answerOn(connection, raw);
        expectStatus(answer, status, `request ${index + 1} of ${steps.length} on one connection`);
        if (/close/i.test(answer.header('connection') ?? '')) connection = await connect();
      }
      connection.hangUp();
    },
  },
  {
    id: 'http.pipelined',
    since: '01',
    capability: 'http',
    title: 'requests sent together are answered in the order they came',
    why: 'On one connection an answer has no name: only its place in the row tells which request it belongs to.',
    hints: [
      'Two requests lie in one packet. What tells your code where the first one ends?',
      'Look whether anything of yours reads from the connection itself, past the request it was given.',
      'Read exactly one request, answer it, and leave the rest for the next; an HTTP library does that for you.',
    ],
    async run({ connect, random }) {
      const raws = [
        { method: 'GET', path: '/tasks' },
        { method: 'POST', path: '/tasks', body: JSON.stringify(TASKS.minimal(random)) },
        { method: 'GET', path: '/nothing-here' },
      ];
      const connection = await connect();
      connection.send(Buffer.concat(raws.map(writeRequest)));
      for (const [index, status] of [200, 201, 404].entries()) {
        const answer = await answerOn(connection, raws[index] ?? { method: 'GET', path: '/tasks' });
        expectStatus(answer, status, `answer ${index + 1} of 3 to requests sent together`);
        if (/close/i.test(answer.header('connection') ?? '')) break;
      }
      connection.hangUp();
    },
  },
];
