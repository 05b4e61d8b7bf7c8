import type { Check } from '../src/check.ts';
import { expectSame, expectThat } from '../src/expect.ts';
import { expectErrorAt, expectJson, expectObject, expectRefused, expectStatus } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { readResources } from '../src/resource.ts';
import { create, KINDS, LEADS, type Send, TASKS } from './kinds.ts';

const FAR = 4321;

function idsOf(answer: Answer, what: string): number[] {
  return readResources(expectJson(answer, 200), answer, what).map(({ id }) => id);
}

function describeIds(ids: readonly number[]): string {
  const most = 8;
  const shown = ids.slice(0, most).join(', ');
  return ids.length === 0
    ? 'an empty list'
    : `${ids.length} with the ids ${shown}${ids.length > most ? ', …' : ''}`;
}

/** A request that nobody else's can be told from: the status, and the problem but for the id in its words. */
function refusalOf(answer: Answer): unknown {
  const { status } = answer;
  return { status, type: Object(answer.json()).type };
}

/** Everybody sees their own tasks and leads, and nobody else's. */
export const ownedChecks: readonly Check[] = [
  {
    id: 'owned.lists',
    since: '08b',
    capability: 'accounts',
    title: "a list holds what is one's own, whatever is asked for",
    why: 'This is the promise that people sign in for. A filter that goes around it breaks it as surely as a list.',
    hints: [
      'Which of your queries know whose list is asked for?',
      'Look at every place that reads many rows: the list, its filters, its count.',
      'Put where userId = … into the one function that builds the condition, so that no filter can do without it.',
    ],
    async run({ request, random, newcomer }) {
      const as = await newcomer('ben');
      const asBen: Send = (method, path, options) => request(method, path, { ...options, as });
      for (const kind of KINDS) {
        const word = random.token();
        const theirs = await create(request, kind, random, {
          notes: word,
          [kind.required]: `${word} theirs`,
        });
        const own = await create(asBen, kind, random, { [kind.required]: `${word} own` });
        const state = kind === TASKS ? 'status=todo' : 'stage=new';
        for (const query of [
          '',
          `?q=${word}`,
          `?${state}`,
          `?${state}&q=${word}`,
          '?sort=-id',
          '?pageSize=100',
        ]) {
          const answer = await asBen('GET', `${kind.path}${query}`);
          const ids = idsOf(answer, kind.name);
          const right = ids.length === 1 && ids[0] === own.id;
          const expected = `Ben's own ${kind.name} (id ${own.id}), and nothing of Ana's`;
          expectThat(answer, right, expected, describeIds(ids));
          const total = answer.header('x-total-count');
          if (total !== undefined) expectSame(answer, { total }, { total: '1' }, 'the count of his own');
        }
        expectStatus(await request('GET', `${kind.path}/${theirs.id}`), 200, 'Ana still has hers');
      }
    },
  },
  {
    id: 'owned.ids',
    since: '08b',
    capability: 'accounts',
    title: "another person's task or lead is a 404, to be read, changed and deleted",
    why: 'Ids can be guessed by counting. 403 would say that there is something; 404 says nothing at all.',
    hints: [
      'Somebody changes the number in the address. What does your server ask, beside "is there such a task?"',
      'Look at get, update and remove in the store: do they know whose task it should be?',
      'Look rows up by id and userId together, also for UPDATE and DELETE; what is not found so is a 404.',
    ],
    async run({ request, random, newcomer }) {
      const as = await newcomer('ben');
      for (const kind of KINDS) {
        const mine = await create(request, kind, random);
        const before = expectObject(await request('GET', `${kind.path}/${mine.id}`), 200);
        for (const method of ['GET', 'PATCH', 'DELETE']) {
          const options = method === 'PATCH' ? { json: kind.minimal(random), as } : { as };
          const answer = await request(method, `${kind.path}/${mine.id}`, options);
          expectRefused(answer, 404, `this ${kind.name} is Ana's, and Ben asks`);
          const unknown = await request(method, `${kind.path}/${mine.id + FAR}`, options);
          expectSame(answer, refusalOf(answer), refusalOf(unknown), 'the same as for an id that nothing has');
        }
        const after = await request('GET', `${kind.path}/${mine.id}`);
        expectSame(after, expectObject(after, 200), before, `Ana's ${kind.name} as it was`);
      }
    },
  },
  {
    id: 'owned.bodies',
    since: '08b',
    capability: 'accounts',
    title: "another person's lead cannot be given to a task",
    why: 'An id in a body is an id, too. This is where the check is forgotten, because nothing seems to be read there.',
    hints: [
      'Where else than in the address can an id come from?',
      'Look at what happens with leadId when a task is created or changed: does a foreign key care whose lead it is?',
      "Look the lead up by id and userId in the same transaction; unknown or another's: 422 with the path /leadId.",
    ],
    async run({ request, random, newcomer }) {
      const as = await newcomer('ben');
      const lead = await create(request, LEADS, random);
      const asBen: Send = (method, path, options) => request(method, path, { ...options, as });
      const task = await create(asBen, TASKS, random);
      const json = { ...TASKS.minimal(random), leadId: lead.id };

      expectErrorAt(await asBen('POST', '/tasks', { json }), '/leadId', "that lead is Ana's, and Ben asks");
      const change = await asBen('PATCH', `/tasks/${task.id}`, { json: { leadId: lead.id } });
      expectErrorAt(change, '/leadId', "that lead is Ana's, and Ben asks");

      const list = await asBen('GET', '/tasks');
      const links = readResources(expectJson(list, 200), list, 'task').map(({ leadId }) => leadId);
      expectSame(list, links, [null], 'one task, without a lead');
    },
  },
  {
    id: 'owned.filter',
    since: '08b',
    capability: 'accounts',
    title: "?leadId= with another person's lead answers as for a lead that does not exist",
    why: 'A different answer would tell which ids are in use, and by somebody else.',
    hints: [
      'What does your list answer for a lead that nobody has? And for one that somebody else has?',
      'Look at the filter by lead: does it also look at whose tasks they are?',
      'Keep both conditions in one WHERE: "userId" = … AND "leadId" = …; then both lists are empty in the same way.',
    ],
    async run({ request, random, newcomer }) {
      const as = await newcomer('ben');
      const lead = await create(request, LEADS, random);
      await create(request, TASKS, random, { leadId: lead.id });

      const unknown = await request('GET', `/tasks?leadId=${lead.id + FAR}`, { as });
      const answer = await request('GET', `/tasks?leadId=${lead.id}`, { as });
      const what = 'the same as for a lead that nobody has';
      const same = answer.status === unknown.status && (answer.status !== 200 || answer.text.trim() === '[]');
      expectThat(answer, same, `${what}: ${unknown.came}`);
    },
  },
];
