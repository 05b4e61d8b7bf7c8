import type { Check } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';
import { expectJson } from '../src/expect-http.ts';

/** The first thing a server does: answer a GET. */
export const httpReadChecks: readonly Check[] = [
  {
    id: 'http.list-tasks',
    since: '01',
    capability: 'http',
    title: 'GET /tasks answers 200 and an array',
    why: 'A client asks for a list and gets a list, also when it is empty: nothing else to handle.',
    hints: [
      'What tells two requests apart: which two words stand first in every one of them?',
      'Look where your server decides what to do: it knows the method and the path of the request.',
      'For GET /tasks answer status 200, Content-Type application/json, and the list turned into JSON text.',
    ],
    async run({ request }) {
      const answer = await request('GET', '/tasks');

      const list = expectJson(answer, 200, 'an array');
      expectThat(answer, Array.isArray(list), '200   application/json   (an array)');
    },
  },
  {
    id: 'http.list-leads',
    since: '01',
    capability: 'http',
    title: 'GET /leads answers 200 and an array',
    why: 'Leads and tasks are two lists at two addresses; a path names what you want, not how to compute it.',
    hints: [
      'How will your server know which of the two lists is wanted?',
      'Look where GET /tasks is recognised: what would a second path need there?',
      'Recognise GET /leads in the same place and in the same way, and answer with the list of leads.',
    ],
    async run({ request }) {
      const answer = await request('GET', '/leads');

      const list = expectJson(answer, 200, 'an array');
      expectThat(answer, Array.isArray(list), '200   application/json   (an array)');
    },
  },
  {
    id: 'http.query-ignored',
    since: '01',
    capability: 'http',
    title: 'what follows a ? is not part of the path',
    why: 'Browsers, caches and trackers of other kinds add parameters; the path before the ? is still the same place.',
    hints: [
      'Which parts does the address /tasks?x=1 have, and which of them is the path?',
      'Look what you compare with "/tasks": the path alone, or everything the request line holds?',
      'Cut the address at the first ?, or let a URL parser do it, and compare only the path.',
    ],
    async run({ request }) {
      for (const path of ['/tasks?x=1', '/leads?x=1', '/tasks?']) {
        expectJson(await request('GET', path), 200, 'the list, as without the query');
      }
    },
  },
];
