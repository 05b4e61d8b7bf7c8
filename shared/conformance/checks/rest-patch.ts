import type { Check, Tracker } from '../src/check.ts';
import { clockPast } from '../src/clock.ts';
import { show } from '../src/difference.ts';
import { expectFields, expectSame, expectThat } from '../src/expect.ts';
import { expectObject, type Fields } from '../src/expect-http.ts';
import { expectShape } from '../src/shape.ts';
import { changesOf, create, KINDS, type Kind, LEADS, TASKS } from './kinds.ts';
import { expectPreflight, PAGE, preflight } from './preflight.ts';

/** Changes a new resource that has a value in every field, and expects the rest of it to stay. */
async function expectChanged(tracker: Tracker, kind: Kind, values: Fields): Promise<void> {
  const { request, random } = tracker;
  const { status: _, stage: __, ...filled } = await changesOf(kind, tracker);
  const { updatedAt: ___, ...before } = await create(request, kind, random, filled);
  const path = `${kind.path}/${before.id}`;
  const answer = await request('PATCH', path, { json: values });
  const fields = Object.keys(values).join(', ');
  const kept = kind === TASKS && 'status' in values ? { ...before, completedAt: null } : before;
  const changed: Fields = { ...kept, ...values };
  const what = `the ${kind.name} with ${fields} changed, everything else as it was`;
  const body = expectObject(answer, 200);
  expectShape(answer, body, kind.shape, `the ${kind.name}`);
  expectFields(answer, body, changed, what);
  const again = await request('GET', path);
  expectSame(again, again.json(), body, `the same ${kind.name} that PATCH answered`);
}

/** PATCH: what it changes, and what it leaves alone. */
export const restPatchChecks: readonly Check[] = [
  {
    id: 'rest.patch-task',
    since: '02',
    capability: 'rest',
    title: 'PATCH /tasks/:id changes exactly the field that was sent',
    why: 'Two people may have the same task open. Who sends only what they changed does not undo the other.',
    hints: [
      'What is the difference between replacing a thing and changing it?',
      'Look what happens to the fields that were not sent: do they keep their value, or get their default?',
      'Make the new task from the old one: { ...task, ...changes }, where changes holds only what was sent (no defaults); store it and answer 200 with it.',
    ],
    async run(tracker) {
      for (const [field, value] of Object.entries(await changesOf(TASKS, tracker))) {
        await expectChanged(tracker, TASKS, { [field]: value });
      }
    },
  },
  {
    id: 'rest.patch-lead',
    since: '02',
    capability: 'rest',
    title: 'PATCH /leads/:id changes exactly the field that was sent',
    why: 'A lead is filled in bit by bit: first a name, after a call the company, after a mail the address.',
    hints: [
      'You have solved this for tasks. Which part of it knows about tasks?',
      'Look at the fields that a change of a lead may hold: name, email, company, notes, stage.',
      'The same as for tasks, with its own fields; only the stage goes through the rules of the pipeline.',
    ],
    async run(tracker) {
      for (const [field, value] of Object.entries(await changesOf(LEADS, tracker))) {
        await expectChanged(tracker, LEADS, { [field]: value });
      }
    },
  },
  {
    id: 'rest.patch-several',
    since: '02',
    capability: 'rest',
    title: 'PATCH changes several fields at once',
    why: 'A form sends what was changed in it, in one request. To need one request for each field would be half a change each.',
    hints: [
      'What does your PATCH do when it finds two fields?',
      'Look for an else, or a return, between the fields.',
      'Gather all the changes first, apply them together, store once.',
    ],
    async run(tracker) {
      for (const kind of KINDS) await expectChanged(tracker, kind, await changesOf(kind, tracker));
    },
  },
  {
    id: 'rest.patch-null',
    since: '02',
    capability: 'rest',
    title: 'PATCH with null clears leadId, email or company',
    why: '"Not sent" means: leave it. null means: take it away. Code that treats both alike can never take anything away.',
    hints: [
      'How do you tell "the field is not there" from "the field is null"?',
      'Look for ?? and || around the fields of a change: what do they do with null?',
      'Ask for undefined (or whether the key is there), not for a value that counts as false.',
    ],
    async run({ request, random }) {
      const lead = await create(request, LEADS, random, { email: random.email(), company: random.company() });
      const task = await create(request, TASKS, random, { leadId: lead.id });

      const freed = await request('PATCH', `/tasks/${task.id}`, { json: { leadId: null } });
      expectFields(freed, expectObject(freed, 200), { leadId: null }, 'no lead any more');
      for (const values of [{ email: null }, { company: null }]) {
        const answer = await request('PATCH', `/leads/${lead.id}`, { json: values });
        expectFields(answer, expectObject(answer, 200), values, 'the field cleared');
      }
    },
  },
  {
    id: 'rest.patch-times',
    since: '02',
    capability: 'rest',
    title: 'PATCH moves updatedAt on and leaves createdAt',
    why: 'updatedAt tells others that what they hold is old. createdAt is history, and history does not change.',
    hints: [
      'Which fields change although nobody sent them?',
      'Look where the changed resource is put together: is the time taken there?',
      'Set updatedAt to the present time with every change; take createdAt from the old one.',
    ],
    async run(tracker) {
      const { request, random } = tracker;
      for (const kind of KINDS) {
        // One ordinary field, and the last: the status or the stage, which often take a way of their own.
        const changes = Object.entries(await changesOf(kind, tracker));
        for (const [field, value] of [...changes.slice(0, 1), ...changes.slice(-1)]) {
          const { id, createdAt, updatedAt } = await create(request, kind, random);
          await clockPast(updatedAt);

          const answer = await request('PATCH', `${kind.path}/${id}`, { json: { [field]: value } });

          const after = expectObject(answer, 200);
          expectFields(answer, after, { createdAt }, 'createdAt as it was');
          const later = Date.parse(String(after.updatedAt)) > Date.parse(String(updatedAt));
          const came = `updatedAt ${show(after.updatedAt)}`;
          expectThat(answer, later, `updatedAt later than ${show(updatedAt)}`, came);
        }
      }
    },
  },
  {
    id: 'rest.patch-trimmed',
    since: '02',
    capability: 'rest',
    title: 'PATCH trims a title and a name as creation does',
    why: 'A rule that holds at one door and not at the other is no rule.',
    hints: [
      'How many places of yours know that a title is trimmed?',
      'Look at the rules for a new task and for a changed one: are they written twice?',
      'State the rules for each field once, and build both, the new and the changed, from them.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const text = random.letters(12);
        const json = { [kind.required]: `  ${text}   ` };

        const answer = await request('PATCH', `${kind.path}/${id}`, { json });

        const after = expectObject(answer, 200);
        expectFields(answer, after, { [kind.required]: text }, 'the text without the blanks around it');
      }
    },
  },
  {
    id: 'rest.patch-texts',
    since: '02',
    capability: 'rest',
    title: 'PATCH puts texts in order as creation does: NFC, ends, and nothing for what is blank',
    why: 'A form sends an empty field when somebody has cleared it. It should mean the same as when it was never filled in.',
    hints: [
      'How many places of yours know what a company of blanks means?',
      'Look at the rules for a changed lead: are email, company and notes the same as for a new one?',
      'Build both from the same fields; what differs is only that none of them has to be sent.',
    ],
    async run({ request, random }) {
      const values = { email: random.email(), company: random.company(), notes: random.letters(5) };
      const { id } = await create(request, LEADS, random, values);
      const word = random.letters(5);
      const texts = { name: `\u200B${word} Cafe\u0301\u00A0`, company: ` Cafe\u0301 ${word}\u2060` };

      const typed = await request('PATCH', `/leads/${id}`, { json: texts });
      const kept = { name: `${word} Café`, company: `Café ${word}` };
      expectFields(
        typed,
        expectObject(typed, 200),
        kept,
        'both in NFC, without what cannot be seen at their ends',
      );

      const cleared = await request('PATCH', `/leads/${id}`, {
        json: { email: ' ', company: '', notes: '\u200B' },
      });
      const none = { email: null, company: null, notes: '' };
      expectFields(cleared, expectObject(cleared, 200), none, 'no address, no company, no notes');
    },
  },
  {
    id: 'rest.preflight-patch',
    since: '02',
    capability: 'rest',
    title: 'a preflight for PATCH is answered with PATCH among the methods',
    why: 'With curl a PATCH just works. In a browser it never leaves the page when this one word is missing.',
    hints: [
      'Which methods has your server learned since you wrote the list for browsers?',
      'Look where Access-Control-Allow-Methods is set.',
      'Name PATCH there as well.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const headers = preflight('PATCH');
        const answer = await request('OPTIONS', `${kind.path}/${id}`, { headers });
        expectPreflight(answer, 'PATCH', ['*', PAGE]);
      }
    },
  },
];
