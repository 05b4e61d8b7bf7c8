import type { Check } from '../src/check.ts';
import { accepted, expectListed, expectThat } from '../src/expect.ts';
import { expectJson, expectStatus } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { readResource } from '../src/resource.ts';
import { expectShape } from '../src/shape.ts';
import { create, KINDS, LEADS, TASKS } from './kinds.ts';

/** Throws a Failure when there is no Location, or it leads elsewhere. */
function expectLocation(answer: Answer, path: string): void {
  const location = answer.header('location');
  const found = location === undefined ? undefined : URL.parse(location, `http://localhost${path}`);
  if (found?.pathname === path) return;
  throw answer.fail(
    `Location: ${path}`,
    location === undefined ? 'no Location header' : `Location: ${location}`,
  );
}

/** Creating over HTTP: the status, the resource, and where to find it. */
export const httpCreateChecks: readonly Check[] = [
  {
    id: 'http.create-task',
    since: '01',
    capability: 'http',
    title: 'POST /tasks answers 201 and the whole task',
    why: '201 says that something new exists. Whoever made it wants to see it at once, with the id the tracker gave.',
    hints: [
      'A request body does not come in one piece. How do you know that you have all of it?',
      'Look where the pieces of the body are put together, and what happens after the last of them.',
      'Collect the pieces, join the bytes, decode them as UTF-8, parse the JSON, store the task; then answer 201 with the stored task as JSON.',
    ],
    async run({ request, random }) {
      const answer = await request('POST', '/tasks', { json: TASKS.minimal(random) });

      expectShape(answer, expectJson(answer, 201, 'the new task'), TASKS.shape, 'a task');
    },
  },
  {
    id: 'http.create-lead',
    since: '01',
    capability: 'http',
    title: 'POST /leads answers 201 and the whole lead',
    why: 'The same words for the same thing: whoever has learned POST /tasks knows POST /leads.',
    hints: [
      'Which parts of creating a task have nothing to do with tasks?',
      'Look at reading the body and writing the answer: can both resources share them?',
      'Give reading a body and sending JSON a function each, and let both resources use them.',
    ],
    async run({ request, random }) {
      const lead = { name: random.name(), email: random.email(), company: random.company(), notes: 'x' };

      const answer = await request('POST', '/leads', { json: lead });

      expectShape(answer, expectJson(answer, 201, 'the new lead'), LEADS.shape, 'a lead');
    },
  },
  {
    id: 'http.location',
    since: '01',
    capability: 'http',
    title: 'a 201 says in Location where the new resource is',
    why: 'A client can go on with the address it was given, instead of knowing how you build addresses.',
    hints: [
      'Where is the task you have just created? Could a client know without looking into the body?',
      'Look where 201 is written: which headers go with it?',
      'Send the header Location with the path of the collection, a slash, and the id: /tasks/7.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const answer = await request('POST', kind.path, { json: kind.minimal(random) });
        expectStatus(answer, 201);
        const { id } = readResource(answer.json(), answer, `a ${kind.name}`);

        expectLocation(answer, `${kind.path}/${id}`);
      }
    },
  },
  {
    id: 'http.deleted',
    since: '01',
    capability: 'http',
    title: 'DELETE answers 204 without a body, and the resource is gone',
    why: '204 means: done, and there is nothing to read. A client that still waits for a body would wait for nothing.',
    hints: [
      'What is left to say about something that does not exist any more?',
      'Look what a DELETE writes: a status, and what else?',
      'Take the id from the path, delete, answer 204 and end the answer without writing anything.',
    ],
    async run({ request, random, domain }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const other = await create(request, kind, random);

        const answer = await request('DELETE', `${kind.path}/${id}`);

        const size = answer.bytes.length + Number(answer.header('content-length') ?? 0);
        expectThat(answer, answer.status === 204 && size === 0, '204   (no body)');
        const list = kind === TASKS ? await domain.listTasks() : await domain.listLeads();
        expectListed(list, other.id);
        const gone = !accepted(list).some((one) => one.id === id);
        expectThat(
          list.evidence,
          gone,
          `a list without ${kind.name} ${id}`,
          `${kind.name} ${id} is still there`,
        );
      }
    },
  },
];
