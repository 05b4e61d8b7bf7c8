import type { Check } from '../src/check.ts';
import { expectSame } from '../src/expect.ts';
import { expectErrorAt, expectJson, expectStatus } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import type { Person } from '../src/people.ts';
import { readResources } from '../src/resource.ts';
import { create, KINDS, LEADS, type Send, TASKS } from './kinds.ts';

// As people who read English, French or German look for them in a list.
const WORDS = ['apple', 'Élan', 'elbow', 'Zebra'];
const STATUSES = ['todo', 'doing', 'done'];
const STEPS: Readonly<Record<string, readonly string[]>> = {
  new: [],
  contacted: ['contacted'],
  qualified: ['contacted', 'qualified'],
  lost: ['lost'],
};

function asking({ request }: { request: Send }, as: Person): Send {
  return (method, path, options) => request(method, path, { ...options, as });
}

function valuesOf(answer: Answer, field: string): unknown[] {
  return readResources(expectJson(answer, 200), answer, 'resource').map((one) => one[field]);
}

/** Lists in the order of several fields, and in the order that people expect. */
export const sortingChecks: readonly Check[] = [
  {
    id: 'paging.sort-several',
    since: '08c',
    capability: 'paging',
    title: '?sort=status,-createdAt sorts by one field, and by the next where that one is the same',
    why: 'What is to be done comes first, and of that the newest: one field alone cannot say so.',
    hints: [
      'Two tasks have the same status. Who decides which of them comes first?',
      'Look at how sort is parsed: one field, or a list of them with commas between?',
      'Split at the commas, refuse a field that is not there, give all of them to orderBy in their order, and the id last.',
    ],
    async run(tracker) {
      const send = asking(tracker, await tracker.newcomer('cleo'));
      for (const status of ['done', 'todo', 'doing', 'todo', 'done']) {
        const { id } = await create(send, TASKS, tracker.random);
        if (status !== 'todo') expectStatus(await send('PATCH', `/tasks/${id}`, { json: { status } }), 200);
      }
      const all = await send('GET', '/tasks');
      const tasks = readResources(expectJson(all, 200), all, 'task');
      const rank = (status: unknown): number => STATUSES.indexOf(String(status));
      const newest = (a: unknown, b: unknown): number =>
        String(a) < String(b) ? 1 : String(a) > String(b) ? -1 : 0;
      const order = tasks.toSorted(
        (a, b) => rank(a.status) - rank(b.status) || newest(a.createdAt, b.createdAt) || a.id - b.id,
      );
      const answer = await send('GET', '/tasks?sort=status,-createdAt');
      const expected = order.map(({ id, status }) => ({ id, status }));
      const came = readResources(expectJson(answer, 200), answer, 'task').map(({ id, status }) => ({
        id,
        status,
      }));
      expectSame(answer, came, expected, 'to do, doing, done; each newest first');
      for (const value of ['status,', ',status', 'status,colour', 'status,-', 'status -createdAt']) {
        const refused = await send('GET', `/tasks?sort=${encodeURIComponent(value)}`);
        expectErrorAt(refused, '/sort', `${JSON.stringify(value)} names something that is no field`);
      }
    },
  },
  {
    id: 'paging.sort-steps',
    since: '08c',
    capability: 'paging',
    title: 'leads are sorted by their stage in the order of the pipeline, not by the alphabet',
    why: 'By the alphabet a lost lead comes before a new one, and one that is contacted before both.',
    hints: [
      'Which comes first by the alphabet: "contacted" or "new"? And in your pipeline?',
      'Look at the column: is it a text, or a type that knows its values in order?',
      'An enum of PostgreSQL is sorted as its values were written down: new, contacted, qualified, won, lost.',
    ],
    async run(tracker) {
      const send = asking(tracker, await tracker.newcomer('cleo'));
      for (const stage of ['lost', 'qualified', 'contacted', 'new']) {
        const { id } = await create(send, LEADS, tracker.random);
        for (const step of STEPS[stage] ?? [])
          expectStatus(await send('PATCH', `/leads/${id}`, { json: { stage: step } }), 200);
      }
      const order = Object.keys(STEPS);
      const up = await send('GET', '/leads?sort=stage');
      expectSame(up, valuesOf(up, 'stage'), order, 'in the order in which they follow each other');
      const down = await send('GET', '/leads?sort=-stage');
      expectSame(down, valuesOf(down, 'stage'), order.toReversed(), 'the same, turned around');
    },
  },
  {
    id: 'paging.sort-words',
    since: '08c',
    capability: 'paging',
    title: 'text is sorted as people expect: Zebra after apple, Élan among the words with e',
    why: 'By the numbers of its characters every capital comes before every small letter, and É after z.',
    hints: [
      'Where do you look for Élan in a list? And for Zebra, when there is an apple?',
      'Look at the collation of the columns that people read: C sorts by the bytes.',
      "CREATE COLLATION … (provider = icu, locale = 'und'), and COLLATE in the columns title, name, company and email.",
    ],
    async run(tracker) {
      const send = asking(tracker, await tracker.newcomer('cleo'));
      const shuffled = tracker.random.shuffle(WORDS);
      for (const kind of KINDS) {
        const { path, required } = kind;
        for (const word of shuffled) await create(send, kind, tracker.random, { [required]: word });
        const up = await send('GET', `${path}?sort=${required}`);
        expectSame(up, valuesOf(up, required), WORDS, 'as in a dictionary');
        const down = await send('GET', `${path}?sort=-${required}`);
        expectSame(down, valuesOf(down, required), WORDS.toReversed(), 'the same, turned around');
      }
    },
  },
];
