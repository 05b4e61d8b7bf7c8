import type { Check } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';

export const httpChecks: readonly Check[] = [
  {
    id: 'http.list-tasks',
    since: '01',
    capability: 'http',
    title: 'GET /tasks answers 200 and an array',
    why: 'A client asks for a list and gets a list, also when it is empty: nothing else to handle.',
    hints: [
      'What tells two requests apart: which two words stand first in every one of them?',
      'Look where your server decides what to do: it knows request.method and request.url.',
      'For GET /tasks answer status 200, Content-Type application/json, and JSON.stringify of the list.',
    ],
    async run({ request }) {
      const answer = await request('GET', '/tasks');

      expectThat(answer, answer.status === 200, '200 and an array');
      expectThat(answer, Array.isArray(answer.json()), '200 and an array');
    },
  },
];
