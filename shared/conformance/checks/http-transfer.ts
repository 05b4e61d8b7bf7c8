import type { Check } from '../src/check.ts';
import { expectFields, expectSame } from '../src/expect.ts';
import { expectJson, expectStatus } from '../src/expect-http.ts';
import { answerOn, sendOn, writeHead, writeRequest } from '../src/raw-request.ts';
import { readResource } from '../src/resource.ts';
import { netcatLine, Retold } from '../src/retold.ts';
import { create, KINDS, type Kind, LEADS, TASKS } from './kinds.ts';

/** A shorter title whose é is cut between its two bytes, each part in a chunk of its own. */
function splitLine({ path, required }: Kind): string {
  const body = Buffer.from(`{"${required}":"é"}`);
  const cut = body.indexOf(0xc3) + 1;
  const head = writeHead({ method: 'POST', path, headers: { Connection: 'close' }, body, chunked: true });
  const chunk = (part: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
  const chunks = [chunk(body.subarray(0, cut)), chunk(body.subarray(cut)), Buffer.from('0\r\n\r\n')];
  return netcatLine(Buffer.concat([Buffer.from(head), ...chunks]));
}

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
        const before = expectJson(await request('GET', kind.path), 200);
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
        expectSame(after, expectJson(after, 200), before, 'the list as it was before five refused requests');
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
        const values = { ...kind.minimal(random), notes: random.letters(40) };
        const raw = { method: 'POST', path: kind.path, body: JSON.stringify(values) };
        const bytes = Buffer.from(raw.body);
        const size = Math.ceil(bytes.length / 4);
        const pieces = [0, 1, 2, 3].map((part) => bytes.subarray(part * size, (part + 1) * size));
        const connection = await connect();
        connection.send(writeHead(raw));
        for (const piece of pieces) {
          // The answer on another connection shows that the piece before has had the time to arrive.
          await request('GET', '/nothing-here');
          connection.send(piece);
        }

        const answer = await answerOn(connection, raw, {
          sent: `POST ${kind.path}   ${raw.body}   in four pieces`,
          again: netcatLine(Buffer.from(writeHead(raw)), ...pieces),
        });
        connection.hangUp();

        const created = readResource(expectJson(answer, 201), answer, `a ${kind.name}`);
        expectFields(answer, created, values, 'the values as they were sent, in four pieces');
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

        const answer = new Retold(
          await request('POST', kind.path, { chunks, headers: { 'Content-Type': 'application/json' } }),
          { sent: `POST ${kind.path}   ${body}   one byte at a time`, again: splitLine(kind) },
        );

        const what = `the ${kind.required} as it was sent, though every byte came alone`;
        const created = readResource(expectJson(answer, 201), answer, `a ${kind.name}`);
        expectFields(answer, created, { [kind.required]: text }, what);
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
        const until = steps.slice(0, index + 1).map(([step]) => writeRequest(step));
        const answer = await sendOn(connection, raw, { again: netcatLine(Buffer.concat(until)) });
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
        { method: 'GET', path: '/nothing-here' },
        { method: 'POST', path: '/tasks', body: JSON.stringify(TASKS.minimal(random)) },
        { method: 'GET', path: '/tasks' },
      ];
      const connection = await connect();
      const all = Buffer.concat(raws.map(writeRequest));
      connection.send(all);
      const sent = raws.map(({ method, path }) => `${method} ${path}`).join(', ');
      const telling = { sent: `${sent}   all at once`, again: netcatLine(all) };
      for (const [index, status] of [404, 201, 200].entries()) {
        const answer = await answerOn(connection, raws[index] ?? { method: 'GET', path: '/tasks' }, telling);
        expectStatus(answer, status, `answer ${index + 1} of 3 to requests sent together`);
        if (/close/i.test(answer.header('connection') ?? '')) break;
      }
      connection.hangUp();
    },
  },
];
