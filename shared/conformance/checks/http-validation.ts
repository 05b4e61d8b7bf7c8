import type { Check } from '../src/check.ts';
import { accepted, expectFields } from '../src/expect.ts';
import { expectJson, expectRefused } from '../src/expect-http.ts';
import { readResource } from '../src/resource.ts';
import {
  emptyRequired,
  type InvalidBody,
  NO_OBJECTS,
  ownFields,
  unknownFields,
  wrongTexts,
  wrongTypes,
} from './invalid-bodies.ts';
import { KINDS, type Kind, LEADS, type Send, TASKS } from './kinds.ts';
import { unknownId } from './unknown-id.ts';

async function expectAllInvalid(request: Send, kind: Kind, bodies: readonly InvalidBody[]): Promise<void> {
  for (const { json, because } of bodies) {
    expectRefused(await request('POST', kind.path, { json }), 422, because);
  }
}

/** Well-formed JSON that breaks a rule: always 422. */
export const httpValidationChecks: readonly Check[] = [
  {
    id: 'http.missing-field',
    since: '01',
    capability: 'http',
    title: 'a new task without a title, or a lead without a name, answers 422',
    why: '400 says "I cannot read this", 422 "I can read it, but it is not allowed". The two are mended in different ways.',
    hints: [
      'The JSON was read well, and still something is wrong. Whose rule is broken: the one of JSON, or yours?',
      'Look where an error of your rules becomes a status.',
      'Give errors of your rules a code of their own and map that to 422 with the type /problems/validation.',
    ],
    async run({ request }) {
      for (const kind of KINDS) {
        expectRefused(await request('POST', kind.path, { json: {} }), 422, `${kind.required} is missing`);
        await expectAllInvalid(request, kind, emptyRequired(kind));
      }
    },
  },
  {
    id: 'http.wrong-type',
    since: '01',
    capability: 'http',
    title: 'a field of the wrong type answers 422',
    why: 'On a command line everything was text. JSON brings numbers, null, arrays and objects to the same door.',
    hints: [
      'What does your code do with a title that is the number 5? And what does 5.trim() do?',
      'Look where each field is checked: is its type asked for before it is used?',
      'Ask typeof value === "string" first (Number.isInteger for an id), and refuse with 422; never convert.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        await expectAllInvalid(request, kind, wrongTypes(kind, kind.minimal(random)));
      }
    },
  },
  {
    id: 'http.wrong-text',
    since: '01',
    capability: 'http',
    title: 'a text that is too long, or no e-mail address, answers 422',
    why: 'Refused is not enough: a client can only help its user if it knows that the value is the reason.',
    hints: [
      'Your rules refuse these already. Which status do they come out with?',
      'Look at the table from error codes to statuses: which rows does it have?',
      'Let every broken rule be the same kind of error, and map that kind to 422 once.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        await expectAllInvalid(request, kind, wrongTexts(kind, random, kind.minimal(random)));
      }
    },
  },
  {
    id: 'http.unknown-field',
    since: '01',
    capability: 'http',
    title: 'a field that does not exist answers 422',
    why: 'Someone who sends "Title" or "note" believes that it is kept. To drop it in silence is to lose what they wrote.',
    hints: [
      'What happens in your code to a field that it does not look at?',
      'Look where the body becomes the values of a new task: are the names of all its fields compared with those you know?',
      'Keep a list of the fields that can be sent; every own key of the body that is not in it is an error.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) await expectAllInvalid(request, kind, unknownFields(kind.minimal(random)));
    },
  },
  {
    id: 'http.own-fields',
    since: '01',
    capability: 'http',
    title: 'id, times, status and stage cannot be sent at creation',
    why: 'If a client can choose the id or begin with "done", your rules about them are worth nothing.',
    hints: [
      'Which fields of a task belong to its author, and which to the tracker?',
      'Look whether the new task is made by spreading the whole body into it.',
      'Take title, notes and leadId (name, email, company and notes) one by one; whatever else is there is an unknown field.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        await expectAllInvalid(request, kind, ownFields(kind, kind.minimal(random)));
      }
      const [task, lead] = [TASKS.minimal(random), LEADS.minimal(random)];
      const status = await request('POST', '/tasks', { json: { ...task, status: 'todo' } });
      expectRefused(status, 422, 'a task starts as todo: nobody says so');
      const stage = await request('POST', '/leads', { json: { ...lead, stage: 'new' } });
      expectRefused(stage, 422, 'a lead starts as new: nobody says so');
    },
  },
  {
    id: 'http.not-an-object',
    since: '01',
    capability: 'http',
    title: 'JSON that is no object answers 422',
    why: 'null, 7, "x" and [] are all JSON. Code that expects an object breaks on the first of them.',
    hints: [
      'What is typeof null, and what is typeof []?',
      'Look at the first line that touches the parsed body.',
      'Before anything else ask that it is an object, not null, and not an array; refuse with 422.',
    ],
    async run({ request }) {
      for (const kind of KINDS) await expectAllInvalid(request, kind, NO_OBJECTS);
    },
  },
  {
    id: 'http.unknown-lead',
    since: '01',
    capability: 'http',
    title: 'a task for a lead that does not exist answers 422',
    why: 'The address /tasks was found, so it is no 404: what is wrong is a value in the body.',
    hints: [
      'What was not found: what the path names, or something that the body names?',
      'Look which error your code raises when the lead is not there.',
      'Raise the same error as for any other wrong value, with the field leadId.',
    ],
    async run({ request, random, domain }) {
      const json = { ...TASKS.minimal(random), leadId: await unknownId(domain.listLeads()) };

      expectRefused(await request('POST', '/tasks', { json }), 422, 'there is no such lead');
    },
  },
  {
    id: 'http.null-allowed',
    since: '01',
    capability: 'http',
    title: 'leadId, email and company may be sent as null',
    why: 'null is a value: "no lead". A form that sends all its fields should not have to leave some out.',
    hints: [
      'Is "not sent" the same as "sent as null"? For which fields does it come to the same?',
      'Look how a field is checked when it is there, but null.',
      'For leadId, email and company let null pass and store null; for all other fields null is a wrong type.',
    ],
    async run({ request, random, domain }) {
      const task = await request('POST', '/tasks', { json: { ...TASKS.minimal(random), leadId: null } });
      expectFields(task, readResource(expectJson(task, 201), task, 'a task'), { leadId: null }, 'no lead');

      const nulls = { email: null, company: null };
      const lead = await request('POST', '/leads', { json: { ...LEADS.minimal(random), ...nulls } });
      expectFields(lead, readResource(expectJson(lead, 201), lead, 'a lead'), nulls, 'neither of them');
      accepted(await domain.listTasks());
    },
  },
  {
    id: 'http.prototype-names',
    since: '01',
    capability: 'http',
    title: 'fields named __proto__ or constructor are unknown fields like others',
    why: 'Every object inherits these names. Code that looks up what a client sent may find something it never put there.',
    hints: [
      'What does ({})["constructor"] give? Did anyone put that there?',
      'Look wherever a name from the body is looked up in an object of yours.',
      'Look names up in an array, a Set or a Map, or ask Object.hasOwn first; then answer 422 as for any unknown field.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
          const fields = JSON.stringify(kind.minimal(random)).slice(1, -1);
          const body = `{${fields},"${name}":{"status":"done"}}`;
          const headers = { 'Content-Type': 'application/json' };
          expectRefused(await request('POST', kind.path, { body, headers }), 422, `${name} is no field`);
        }
      }
    },
  },
];
