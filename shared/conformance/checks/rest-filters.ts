import type { Check } from '../src/check.ts';
import { expectSame, expectThat } from '../src/expect.ts';
import { expectJson } from '../src/expect-http.ts';
import { readResources } from '../src/resource.ts';
import { create, LEADS, type Send, TASKS } from './kinds.ts';

type Query = Readonly<Record<string, string | number>>;

/** Asks for a list and expects these of `mine` in it, in this order; what others created does not count. */
async function expectFound(
  request: Send,
  path: '/tasks' | '/leads',
  query: Query,
  { mine, found, what }: { mine: readonly number[]; found: readonly number[]; what: string },
): Promise<void> {
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const answer = await request('GET', `${path}?${words.join('&')}`);
  const list = readResources(expectJson(answer, 200), answer, path === '/tasks' ? 'task' : 'lead');
  const ids = list.map(({ id }) => id).filter((id) => mine.includes(id));
  const tell = (some: readonly number[]): string =>
    some.length === 0 ? 'none of them' : `the ids ${some.join(', ')}`;
  const others = mine.filter((id) => !found.includes(id));
  const rest = others.length > 0 && others.length < 5 ? `, without ${others.join(', ')}` : '';
  const same = ids.join() === found.join();
  expectThat(answer, same, `${tell(found)}${rest}   (${what})`, tell(ids));
}

/** Narrowing a list. */
export const restFilterChecks: readonly Check[] = [
  {
    id: 'filter.lead-id',
    since: '02',
    capability: 'rest',
    title: '?leadId= narrows the tasks to those of one lead',
    why: 'Before a call one wants to see what there is to do for this person, and nothing else.',
    hints: [
      'In the address everything is text. What is leadId in your tasks?',
      'Look how the value from the address is compared with the leadId of a task.',
      'Make a positive integer of it first; then keep the tasks whose leadId is equal. An unknown lead has no tasks: an empty list, not an error.',
    ],
    async run({ request, random }) {
      const lead = await create(request, LEADS, random);
      const other = await create(request, LEADS, random);
      const mine = [];
      for (const leadId of [lead.id, other.id, null, lead.id]) {
        mine.push((await create(request, TASKS, random, { leadId })).id);
      }
      const [first = 0, second = 0, , last = 0] = mine;

      await expectFound(
        request,
        '/tasks',
        { leadId: lead.id },
        { mine, found: [first, last], what: 'its two tasks' },
      );
      await expectFound(
        request,
        '/tasks',
        { leadId: other.id },
        { mine, found: [second], what: 'its one task' },
      );
      const nobody = { mine, found: [], what: 'there is no such lead, so it has no tasks' };
      await expectFound(request, '/tasks', { leadId: other.id + 4321 }, nobody);
    },
  },
  {
    id: 'filter.q-tasks',
    since: '02',
    capability: 'rest',
    title: '?q= finds tasks by a part of the title or the notes, in any case',
    why: 'People remember a word, not where they wrote it, nor whether it had a capital letter.',
    hints: [
      'When are two texts the same for a person who searches? Is É the same as é?',
      'Look which fields are searched, and what is done to both sides before they are compared.',
      'Make the wanted text and the title lower case, ask whether one includes the other; the same for the notes, joined by or.',
    ],
    async run({ request, random }) {
      const word = random.token();
      const titled = await create(request, TASKS, random, { title: `Call Émile Жуков ${word}` });
      const noted = await create(request, TASKS, random, { notes: `first line\n${word.toUpperCase()} ÜBER` });
      const other = await create(request, TASKS, random);
      const mine = [titled.id, noted.id, other.id];

      const both = { mine, found: [titled.id, noted.id], what: 'once in the title, once in the notes' };
      await expectFound(request, '/tasks', { q: word }, both);
      await expectFound(request, '/tasks', { q: word.toUpperCase() }, both);
      const inTitle = { mine, found: [titled.id], what: 'in the title' };
      await expectFound(request, '/tasks', { q: `ÉMILE жуков ${word}` }, inTitle);
      const inNotes = { mine, found: [noted.id], what: 'in the notes' };
      await expectFound(request, '/tasks', { q: `${word} über` }, inNotes);
    },
  },
  {
    id: 'filter.q-leads',
    since: '02',
    capability: 'rest',
    title: '?q= finds leads by a part of the name, the company or the email',
    why: 'Sometimes all you have is the end of an address, or half the name of a company.',
    hints: [
      'A lead may have no email and no company. What does your search do with null?',
      'Look at the fields that are searched: is there a null among them?',
      'Take the three fields, leave out those that are null, and ask whether one of them includes the wanted text, both in lower case.',
    ],
    async run({ request, random }) {
      const word = random.token();
      const named = await create(request, LEADS, random, { name: `Ana ${word.toUpperCase()} Pop` });
      const employed = await create(request, LEADS, random, { company: `Blå ${word}` });
      const mailed = await create(request, LEADS, random, { email: `m.${word}@example.com` });
      const noted = await create(request, LEADS, random, { notes: word });
      const mine = [named.id, employed.id, mailed.id, noted.id];

      const found = [named.id, employed.id, mailed.id];
      const all = { mine, found, what: 'in name, company, email; notes are not searched' };
      await expectFound(request, '/leads', { q: word }, all);
      const company = { mine, found: [employed.id], what: 'in the company' };
      await expectFound(request, '/leads', { q: `BLÅ ${word}` }, company);
      const email = { mine, found: [mailed.id], what: 'in the email' };
      await expectFound(request, '/leads', { q: `${word}@EXAMPLE` }, email);
    },
  },
  {
    id: 'filter.q-literal',
    since: '02',
    capability: 'rest',
    title: '?q= takes every character as it is: % _ . * and + mean themselves',
    why: 'Who looks for "100%" means a percent sign. In SQL and in regular expressions such characters have a life of their own.',
    hints: [
      'What does the dot mean in a regular expression, and what in an address?',
      'Look how the search is done: with includes, or with a pattern made from what was typed? And who decodes %2B?',
      'Compare with includes on the decoded text; build no pattern from what people type.',
    ],
    async run({ request, random }) {
      const word = random.token();
      const signs = random.shuffle(['%', '_', '.', '*', '+', '\\', '(', '[', '&', '#']);
      const similar = await create(request, TASKS, random, { title: `${word} axb` });
      const mine = [similar.id];
      for (const sign of signs) {
        mine.push((await create(request, TASKS, random, { title: `${word} a${sign}b` })).id);
      }
      for (const [index, sign] of signs.entries()) {
        const found = mine.slice(index + 1, index + 2);
        await expectFound(
          request,
          '/tasks',
          { q: `${word} a${sign}b` },
          { mine, found, what: `a, ${sign}, b` },
        );
      }
    },
  },
  {
    id: 'filter.q-nfc',
    since: '02',
    capability: 'rest',
    title: '?q= finds a letter with an accent, however it was typed',
    why: 'Some keyboards send é as one character, some as two. Who searches cannot know which of them the other person had.',
    hints: [
      'What is kept was put in NFC. And what is searched for?',
      'Look where q comes in, before it is compared.',
      'Compare q.normalize() with the text; in zod, z.string().normalize() does it.',
    ],
    async run({ request, random }) {
      const word = random.token();
      const task = await create(request, TASKS, random, { title: `Café ${word}` });
      const lead = await create(request, LEADS, random, { company: `Cafe\u0301 ${word}` });
      for (const q of [`café ${word}`, `CAFE\u0301 ${word}`]) {
        const what = 'the same letters';
        await expectFound(request, '/tasks', { q }, { mine: [task.id], found: [task.id], what });
        await expectFound(request, '/leads', { q }, { mine: [lead.id], found: [lead.id], what });
      }
    },
  },
  {
    id: 'filter.q-blanks',
    since: '02',
    capability: 'rest',
    title: '?q= keeps its blanks: what is searched for is a part of a text, not a text',
    why: 'A blank at the end says that the word ends there: "an " finds "an offer" and not "another".',
    hints: [
      'Titles are trimmed. Is a part of a title a title?',
      'Look where q comes in: does it go the way of a text that is kept?',
      'Put q in NFC, and nothing else.',
    ],
    async run({ request, random }) {
      const word = random.token();
      const ends = await create(request, TASKS, random, { title: `an ${word} here` });
      const goes = await create(request, TASKS, random, { title: `an ${word}ing` });
      const mine = [ends.id, goes.id];
      const found = { mine, found: [ends.id], what: 'where a blank follows the word' };
      await expectFound(request, '/tasks', { q: `${word} ` }, found);
      await expectFound(
        request,
        '/tasks',
        { q: `  ${word}` },
        { mine, found: [], what: 'two blanks before it' },
      );
    },
  },
  {
    id: 'filter.nothing-found',
    since: '02',
    capability: 'rest',
    title: 'a search that finds nothing answers 200 and an empty array',
    why: '"Nothing found" is an answer, not a mistake: the list is there, and it is empty.',
    hints: [
      'Is an empty list a failure? Of whom?',
      'Look what your list does when nothing is left.',
      'Answer the filtered list as it is; [] needs no special case.',
    ],
    async run({ request, random }) {
      for (const path of ['/tasks', '/leads']) {
        const answer = await request('GET', `${path}?q=${random.token()}${random.token()}`);
        expectSame(answer, expectJson(answer, 200), [], '200 and []');
      }
    },
  },
  {
    id: 'filter.combined',
    since: '02',
    capability: 'rest',
    title: 'several filters hold together: each narrows the list further',
    why: '"Open tasks for Ana about the invoice" is three filters, and all of them are meant.',
    hints: [
      'Is it "and", or is it "or", when someone gives two filters?',
      'Look whether one filter works on the list that the other has left, or on the whole one.',
      'Keep a task when every filter that was given fits: one condition each, joined by and.',
    ],
    async run({ request, random }) {
      const lead = await create(request, LEADS, random);
      const word = random.token();
      const mine: number[] = [];
      for (const [text, leadId, status] of [
        [word, lead.id, 'doing'],
        [word, lead.id, 'todo'],
        [word, null, 'doing'],
        [random.token(), lead.id, 'doing'],
      ] as const) {
        const { id } = await create(request, TASKS, random, { notes: text, leadId });
        await request('PATCH', `/tasks/${id}`, { json: { status } });
        mine.push(id);
      }
      const [all = 0, todo = 0, alone = 0, other = 0] = mine;
      const lists: [Query, number[]][] = [
        [{ status: 'doing', q: word }, [all, alone]],
        [{ status: 'doing', leadId: lead.id }, [all, other]],
        [{ leadId: lead.id, q: word }, [all, todo]],
        [{ q: word, leadId: lead.id, status: 'doing' }, [all]],
        [{ q: word, leadId: lead.id, status: 'done' }, []],
      ];
      for (const [query, found] of lists) {
        const what = 'all of the filters fit';
        await expectFound(request, '/tasks', query, { mine, found, what });
      }
    },
  },
  {
    id: 'filter.combined-leads',
    since: '02',
    capability: 'rest',
    title: '?stage= and ?q= hold together, in the order of creation',
    why: 'A list that is narrowed is still the same list: same order, fewer lines.',
    hints: [
      'You have solved this for tasks. Does the order stay when the list is narrowed?',
      'Look whether the search sorts, or puts better matches first.',
      'Filter the list as it is stored and change nothing about its order.',
    ],
    async run({ request, random }) {
      const word = random.token();
      const mine: number[] = [];
      for (const stage of ['contacted', 'new', 'contacted', 'new']) {
        const { id } = await create(request, LEADS, random, { company: `${random.token()} ${word}` });
        if (stage !== 'new') await request('PATCH', `/leads/${id}`, { json: { stage } });
        mine.push(id);
      }
      const [first = 0, second = 0, third = 0, fourth = 0] = mine;
      const other = await create(request, LEADS, random);
      await request('PATCH', `/leads/${other.id}`, { json: { stage: 'contacted' } });
      mine.push(other.id);
      const contacted = { mine, found: [first, third], what: 'both filters fit' };
      await expectFound(request, '/leads', { stage: 'contacted', q: word }, contacted);
      const fresh = { mine, found: [second, fourth], what: 'both filters fit' };
      await expectFound(request, '/leads', { q: word, stage: 'new' }, fresh);
      await expectFound(
        request,
        '/leads',
        { q: word },
        { mine, found: mine.slice(0, 4), what: 'in the order of creation' },
      );
    },
  },
];
