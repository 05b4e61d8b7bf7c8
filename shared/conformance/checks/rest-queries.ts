import type { Check } from '../src/check.ts';
import { expectErrorAt } from '../src/expect-http.ts';
import { otherSpellings } from './characters.ts';

/** Parameters that cannot be. */
export const restQueryChecks: readonly Check[] = [
  {
    id: 'filter.value-unknown',
    since: '02',
    capability: 'rest',
    title: 'a status or stage that does not exist answers 422 and names the parameter',
    why: 'An empty list would say "no such tasks". In truth there was a typing mistake, and nobody is told.',
    hints: [
      'What should someone see who asks for ?status=dnoe: nothing, everything, or what is wrong?',
      'Look where the query becomes a filter: is the value compared with the list of those there are?',
      'Hold the query to rules like a body; a wrong value is a validation error with the path /status.',
    ],
    async run({ request, random }) {
      for (const value of ['dnoe', 'Done', 'new', random.token(), 'constructor']) {
        expectErrorAt(await request('GET', `/tasks?status=${value}`), '/status', `${value} is no status`);
      }
      for (const value of ['signed', 'Won', 'todo', random.token(), 'constructor']) {
        expectErrorAt(await request('GET', `/leads?stage=${value}`), '/stage', `${value} is no stage`);
      }
    },
  },
  {
    id: 'filter.lead-id-invalid',
    since: '02',
    capability: 'rest',
    title: '?leadId= with something that is no id answers 422',
    why: 'An unknown lead is possible, it has no tasks. "abc" can never be one: that is a mistake worth telling.',
    hints: [
      'Which of these could be an id one day: 99999, 0, 1.5, abc?',
      'Look how the text becomes a number, and what becomes of a text that is none.',
      'Accept digits that make a positive integer; for anything else answer 422 with the path /leadId.',
    ],
    async run({ request }) {
      for (const value of ['abc', '0', '-1', '1.5', '1abc', 'null', ...otherSpellings(1)]) {
        expectErrorAt(await request('GET', `/tasks?leadId=${value}`), '/leadId', `${value} is no id`);
      }
    },
  },
  {
    id: 'filter.twice',
    since: '02',
    capability: 'rest',
    title: 'a parameter that is given twice answers 422',
    why: 'First, last, or both? Each library decides differently. What is not clear is better refused than guessed.',
    hints: [
      'What does your code get for ?q=a&q=b: a text, or an array? Is it ready for both?',
      'Look how the query is taken apart, and what happens to a name that comes a second time.',
      'Refuse when a known parameter comes more than once, with its name as the path.',
    ],
    async run({ request, random }) {
      const [one, two] = [random.token(), random.token()];
      for (const [path, name, first, second] of [
        ['/tasks', 'status', 'todo', 'done'],
        ['/tasks', 'status', 'todo', 'todo'],
        ['/tasks', 'leadId', '1', '2'],
        ['/tasks', 'q', one, two],
        ['/leads', 'stage', 'new', 'won'],
        ['/leads', 'q', one, one],
      ] as const) {
        const answer = await request('GET', `${path}?${name}=${first}&${name}=${second}`);
        expectErrorAt(answer, `/${name}`, `${name} is given twice`);
      }
    },
  },
];
