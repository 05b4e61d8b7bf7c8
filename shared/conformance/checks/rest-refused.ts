import type { Check } from '../src/check.ts';
import { expectSame } from '../src/expect.ts';
import { expectErrorAt, expectRefused } from '../src/expect-http.ts';
import {
  emptyRequired,
  NO_OBJECTS,
  oneForEachPlace,
  ownFields,
  unknownFields,
  wrongSigns,
  wrongTexts,
  wrongTypes,
} from './invalid-bodies.ts';
import { create, KINDS, LEADS, TASKS } from './kinds.ts';
import { sendLarge } from './large-body.ts';
import { unknownId } from './unknown-id.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** What a PATCH refuses. */
export const restRefusedChecks: readonly Check[] = [
  {
    id: 'rest.patch-unknown-id',
    since: '02',
    capability: 'rest',
    title: 'PATCH of an id that nothing has, or that is none, answers 404',
    why: 'A PATCH changes what is there. It never creates: then a mistyped id would make a new task.',
    hints: [
      'What is there to change when the id is unknown?',
      'Look what your store does with an update of an id it does not hold.',
      'Find first, and let the same "not found" as for GET and DELETE become a 404.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const json = kind.minimal(random);
        for (const text of [`${id + 4321}`, '0', 'abc', `${id}abc`]) {
          expectRefused(await request('PATCH', `${kind.path}/${text}`, { json }), 404);
        }
      }
    },
  },
  {
    id: 'rest.patch-empty',
    since: '02',
    capability: 'rest',
    title: 'PATCH with {} answers 422',
    why: 'A change that changes nothing is almost always a bug in the client: it wanted to send something.',
    hints: [
      'What did someone want who sends a change without a change?',
      'Look at the rules for a change: all fields are optional, so {} fits.',
      'After the fields are checked, refuse when none of them is there.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        expectRefused(await request('PATCH', `${kind.path}/${id}`, { json: {} }), 422, 'nothing to change');
      }
    },
  },
  {
    id: 'rest.patch-unknown-field',
    since: '02',
    capability: 'rest',
    title: 'PATCH with a field that does not exist answers 422',
    why: 'Whoever writes "titel" gets to know it, instead of a 200 for a change that was not made.',
    hints: [
      'You have solved this for creation. Is it the same rule here?',
      'Look whether the rules for a change drop fields they do not know.',
      'Be strict: every key that is not among the fields of a change is an error.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        for (const { json, pointer, because } of unknownFields(kind.minimal(random))) {
          expectErrorAt(await request('PATCH', `${kind.path}/${id}`, { json }), pointer, because);
        }
      }
    },
  },
  {
    id: 'rest.patch-own-fields',
    since: '02',
    capability: 'rest',
    title: 'id, createdAt, updatedAt and completedAt cannot be changed: 422',
    why: 'These fields say what happened. If anybody can write them, they say what somebody claims.',
    hints: [
      'Which fields does the tracker keep for you, and why can you trust them?',
      'Look whether the whole body is spread over the old task.',
      'Leave these fields out of the rules for a change; then they are unknown fields.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        for (const { json, pointer, because } of ownFields(kind, kind.minimal(random))) {
          expectErrorAt(await request('PATCH', `${kind.path}/${id}`, { json }), pointer, because);
        }
      }
    },
  },
  {
    id: 'rest.patch-values',
    since: '02',
    capability: 'rest',
    title: 'PATCH holds every field to the same rules as creation: 422',
    why: 'What cannot be created must not come in by the back door of a change.',
    hints: [
      'Which rules of creation hold for a change too? Is there one that does not?',
      'Look at the rules for a change: types, lengths, address, null.',
      'Make the rules of a change from those of creation: the same fields, each optional, without defaults.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const types = oneForEachPlace(wrongTypes(kind, {}));
        const texts = [...wrongTexts(kind, random, {}), ...wrongSigns(kind)];
        const wrong = [...emptyRequired(kind), ...types, ...texts];
        for (const { json, pointer, because } of wrong) {
          expectErrorAt(await request('PATCH', `${kind.path}/${id}`, { json }), pointer, because);
        }
        for (const { json, because } of NO_OBJECTS) {
          expectRefused(await request('PATCH', `${kind.path}/${id}`, { json }), 422, because);
        }
      }
    },
  },
  {
    id: 'rest.patch-choices',
    since: '02',
    capability: 'rest',
    title: 'a status or a stage that does not exist answers 422',
    why: 'A status that no filter knows makes a task that nobody finds any more.',
    hints: [
      'What may a status be? Where do you have that list, and how often?',
      'Look at the rules for status and stage in a change.',
      'Accept exactly the words of the list, as text, in this spelling; everything else is a 422 at /status or /stage.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const field = kind === TASKS ? 'status' : 'stage';
        for (const value of ['', 'Done', 'finished', ' new', 'constructor', null, 1, ['done'], {}]) {
          const answer = await request('PATCH', `${kind.path}/${id}`, { json: { [field]: value } });
          expectErrorAt(answer, `/${field}`, `${JSON.stringify(value)} is no ${field}`);
        }
      }
    },
  },
  {
    id: 'rest.patch-body',
    since: '02',
    capability: 'rest',
    title: 'the body of a PATCH is read as that of a POST: 400, 413, 415',
    why: 'Reading a body is one thing and done in one place; then no method can forget half of it.',
    hints: [
      'Which of your errors come before anyone knows what the body is for?',
      'Look whether PATCH reads its body in the same way as POST.',
      'Put reading the body (type, size, decoding, parsing) before both, and use it for every method that takes one.',
    ],
    async run(tracker) {
      const { request, random } = tracker;
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const path = `${kind.path}/${id}`;
        const body = JSON.stringify(kind.minimal(random));
        const cut = body.slice(0, -2);
        expectRefused(
          await request('PATCH', path, { body: cut, headers: JSON_TYPE }),
          400,
          'the JSON is cut off',
        );
        expectRefused(await request('PATCH', path, { body: '', headers: JSON_TYPE }), 400, 'no body at all');
        const text = { body, headers: { 'Content-Type': 'text/plain' } };
        expectRefused(await request('PATCH', path, text), 415);
        expectRefused(await sendLarge(tracker, { method: 'PATCH', path, kind }, 110_000), 413);
      }
    },
  },
  {
    id: 'rest.patch-whole',
    since: '02',
    capability: 'rest',
    title: 'a PATCH is applied whole or not at all',
    why: 'Half of a change is a state that nobody asked for, and nobody knows how to get out of it.',
    hints: [
      'The name is right, the stage is not allowed. What does the lead look like afterwards?',
      'Look how many times your PATCH stores something, and what can fail between the first and the last.',
      'Compute the new resource completely, with everything that can be refused; only then store it, once.',
    ],
    async run({ request, random, domain }) {
      const lead = await create(request, LEADS, random);
      const name = random.name();
      const step = await request('PATCH', `/leads/${lead.id}`, { json: { name, stage: 'won' } });
      expectRefused(step, 409, 'from new there is no step to won');
      const same = await request('GET', `/leads/${lead.id}`);
      expectSame(same, same.json(), lead, 'the lead as it was: the name belonged to a refused request');

      const task = await create(request, TASKS, random);
      const leadId = await unknownId(domain.listLeads());
      const json = { title: random.title(), status: 'done', leadId };
      expectErrorAt(
        await request('PATCH', `/tasks/${task.id}`, { json }),
        '/leadId',
        'there is no such lead',
      );
      const still = await request('GET', `/tasks/${task.id}`);
      expectSame(still, still.json(), task, 'the task as it was: all of it belonged to a refused request');
    },
  },
];
