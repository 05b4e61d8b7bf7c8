import type { Check } from '../src/check.ts';
import { expectSame, expectThat } from '../src/expect.ts';
import { expectAllow, expectJson, expectRefused, expectStatus } from '../src/expect-http.ts';
import { create, KINDS } from './kinds.ts';

/** One task or lead at its own address. */
export const restReadChecks: readonly Check[] = [
  {
    id: 'rest.get-one',
    since: '02',
    capability: 'rest',
    title: 'GET /tasks/:id and /leads/:id answer 200 and the one resource',
    why: 'What has an address can be linked, kept as a bookmark, and fetched without the whole list.',
    hints: [
      'POST answers with a Location. What does someone find who follows it?',
      'Look at the routes of a single resource: which methods do they have?',
      'Add a GET for the path with the id: look it up in the store and answer it as JSON, exactly as in the list.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const created = await create(request, kind, random);

        const answer = await request('GET', `${kind.path}/${created.id}`);

        expectSame(answer, expectJson(answer, 200), created, `the ${kind.name} as it was created`);
      }
    },
  },
  {
    id: 'rest.get-unknown',
    since: '02',
    capability: 'rest',
    title: 'GET of an id that nothing has, or that is none, answers 404',
    why: 'An empty 200 or a null would say that there is such a thing, only with nothing in it.',
    hints: [
      'What does your store give for an id it does not know?',
      'Look at the way from the path to the store: who notices that there is nothing?',
      'Read the id as DELETE does, and let the same "not found" become the same 404.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        for (const text of [`${id + 4321}`, '0', '-1', '1.5', 'abc', `${id}abc`, '99999999999999999999']) {
          expectRefused(await request('GET', `${kind.path}/${text}`), 404);
        }
        expectStatus(await request('DELETE', `${kind.path}/${id}`), 204);
        expectRefused(await request('GET', `${kind.path}/${id}`), 404, 'it is deleted');
      }
    },
  },
  {
    id: 'rest.head-one',
    since: '02',
    capability: 'rest',
    title: 'HEAD of one resource says whether it is there, without a body',
    why: 'Wherever GET works, HEAD does: that is true for lists and for single things.',
    hints: [
      'You have solved this for lists. Does the new route take the same way?',
      'Look whether HEAD is treated as GET for every path, or only for those you thought of.',
      'Let HEAD find the GET route of any path; frameworks do it for you.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const head = await request('HEAD', `${kind.path}/${id}`);

        expectThat(head, head.status === 200 && head.bytes.length === 0, '200   (no body)');
        expectStatus(await request('HEAD', `${kind.path}/${id + 4321}`), 404);
      }
    },
  },
  {
    id: 'rest.allow-one',
    since: '02',
    capability: 'rest',
    title: 'another method on one resource answers 405 and names GET, PATCH, DELETE',
    why: 'The list in Allow has to grow with the routes, or it becomes a lie that nobody notices.',
    hints: [
      'You have added routes. Does the list in Allow know?',
      'Look where Allow comes from: is it written by hand, or made from the routes?',
      'Make it from the routes of that path, or add GET and PATCH where you wrote it.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const path = `${kind.path}/${id}`;
        expectAllow(await request('PUT', path, { json: kind.minimal(random) }), ['GET', 'PATCH', 'DELETE']);
        expectRefused(await request('POST', path, { json: kind.minimal(random) }), 405);
        expectRefused(await request('PATCH', kind.path, { json: kind.minimal(random) }), 405);
      }
    },
  },
];
