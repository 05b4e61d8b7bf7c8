import type { Check } from '../src/check.ts';
import { show } from '../src/difference.ts';
import { accepted, expectFields, expectSame, expectThat, refused } from '../src/expect.ts';
import { expectShape, LEAD } from '../src/shape.ts';
import { unknownId } from './unknown-id.ts';

/** What a lead is, where it is found, and what its deletion does. */
export const leadChecks: readonly Check[] = [
  {
    id: 'lead.shape',
    since: '00',
    capability: 'tracker',
    title: 'a new lead has every field of the contract, each of its type, and no other',
    why: 'Leads are read by people, pages and reports; they all rely on the same names and types.',
    hints: [
      'A lead and a task have some fields in common. Which ones does only a lead have?',
      'Look where the new lead is put together, and lay the table of lead fields in the contract beside it.',
      'Build the whole object at creation: id, name, email, company, stage, notes, createdAt, updatedAt. What was not given is null.',
    ],
    async run({ domain, random }) {
      const outcome = await domain.createLead({ name: random.name() });

      expectShape(outcome.evidence, accepted(outcome, 'a new lead'), LEAD, 'a lead');
    },
  },
  {
    id: 'lead.defaults',
    since: '00',
    capability: 'tracker',
    title: 'a new lead is new, without email, company or notes',
    why: 'Often only a name is known at first. The tracker fills in what that means, always in the same way.',
    hints: [
      'What is the difference between an address that is empty and an address that is not known?',
      'Look what a lead holds for everything that was not given.',
      "The contract's defaults are stage 'new', email null, company null and notes '' (an empty text).",
    ],
    async run({ domain, random }) {
      const name = random.name();

      const outcome = await domain.createLead({ name });

      const expected = { name, stage: 'new', email: null, company: null, notes: '' };
      expectFields(
        outcome.evidence,
        accepted(outcome, 'a new lead'),
        expected,
        'the name sent, and the defaults',
      );
    },
  },
  {
    id: 'lead.values-kept',
    since: '00',
    capability: 'tracker',
    title: 'a lead keeps the email and the company it was given',
    why: 'A contact whose address was lost cannot be contacted.',
    hints: [
      'Which way do email and company take from what came in to the lead that is stored?',
      'Look at each step of that way: are both passed on, under the right names?',
      'Read both beside the name, check them, and put them into the new lead as email and company.',
    ],
    async run({ domain, random }) {
      const lead = { name: random.name(), email: random.email(), company: random.company() };

      const outcome = await domain.createLead(lead);

      expectFields(outcome.evidence, accepted(outcome, 'a new lead'), lead, 'the values as they were sent');
    },
  },
  {
    id: 'lead.times',
    since: '00',
    capability: 'tracker',
    title: "a new lead's createdAt and updatedAt are the time of creation",
    why: 'How old a lead is decides whom to call first.',
    hints: [
      'You have solved this for tasks. What is different for leads?',
      'Look where createdAt of a lead is set, and when.',
      'At each creation take new Date().toISOString() and use it for both fields.',
    ],
    async run({ domain, random }) {
      const outcome = await domain.createLead({ name: random.name() });

      const { createdAt, updatedAt } = accepted(outcome, 'a new lead');
      for (const [field, value] of Object.entries({ createdAt, updatedAt })) {
        const apart = Math.abs(Date.parse(String(value)) - Date.now());
        expectThat(outcome.evidence, apart < 60_000, `${field} is now, in UTC`, `${field} ${show(value)}`);
      }
    },
  },
  {
    id: 'lead.listed',
    since: '00',
    capability: 'tracker',
    title: 'the list holds new leads as they were created, in the order of creation',
    why: 'A list that keeps its order lets people find again what they saw a moment ago.',
    hints: [
      'Tasks and leads: one collection or two? What would go wrong with one?',
      'Look where leads are stored and where they are listed.',
      'Keep leads in a collection of their own, add at its end, and list it as it is.',
    ],
    async run({ domain, random }) {
      const created = [];
      for (let count = 0; count < 3; count += 1) {
        created.push(accepted(await domain.createLead({ name: random.name(), email: random.email() })));
      }

      const outcome = await domain.listLeads();

      const ids = created.map(({ id }) => id);
      const listed = accepted(outcome).filter(({ id }) => ids.includes(id));
      expectSame(
        outcome.evidence,
        listed,
        created,
        'the three new leads as they were created, in that order',
      );
    },
  },
  {
    id: 'lead.deleted',
    since: '00',
    capability: 'tracker',
    title: 'a deleted lead is gone, and its id is never given again',
    why: 'People ask to be forgotten. And the next lead must not inherit what others still know about the old one.',
    hints: [
      'You have solved this for tasks. Do leads have a counter of their own?',
      'Look where the next id of a lead comes from, and what a deletion does to it.',
      'Count the ids of leads in a variable that only grows, and remove the lead whose id was given.',
    ],
    async run({ domain, random }) {
      const used: number[] = [];
      for (let count = 0; count < 3; count += 1) {
        const outcome = await domain.createLead({ name: random.name() });
        const { id } = accepted(outcome);
        const evidence = { ...outcome.evidence, again: (await domain.listLeads()).evidence.again };
        expectThat(evidence, !used.includes(id), 'an id that was never used', `the id ${id} again`);
        used.push(id);
        accepted(await domain.deleteLead(id), 'the lead deleted');
      }

      const outcome = await domain.listLeads();
      const left = accepted(outcome).filter(({ id }) => used.includes(id));
      expectSame(outcome.evidence, left, [], 'a list without the deleted leads');
    },
  },
  {
    id: 'lead.delete-unknown',
    since: '00',
    capability: 'tracker',
    title: 'deleting a lead that is not there is refused',
    why: 'To say "done" when nothing was done hides a mistake.',
    hints: [
      'How does your code know whether it has deleted something?',
      'Look what happens when the search for the lead finds nothing.',
      'When no lead has that id, refuse: no such lead.',
    ],
    async run({ domain }) {
      refused(await domain.deleteLead(await unknownId(domain.listLeads())), 'refused: there is no such lead');
    },
  },
  {
    id: 'lead.tasks-kept',
    since: '00',
    capability: 'tracker',
    title: 'deleting a lead keeps its tasks and sets their leadId to null',
    why: 'The work is still there when the customer is gone; only the reference to it must not point at nothing.',
    hints: [
      'A lead goes, and three tasks refer to it. What are the choices, and which one does the contract make?',
      'Look where a lead is deleted: who tells the tasks?',
      "In the same step go through the tasks: where leadId is the lead's id, set it to null; delete none of them.",
    ],
    async run({ domain, random }) {
      const gone = accepted(await domain.createLead({ name: random.name() }));
      const other = accepted(await domain.createLead({ name: random.name() }));
      const tasks = [];
      for (const leadId of [gone.id, other.id, gone.id]) {
        tasks.push(accepted(await domain.createTask({ title: random.title(), leadId })));
      }

      accepted(await domain.deleteLead(gone.id), 'the lead deleted');

      const outcome = await domain.listTasks();
      const ids = tasks.map(({ id }) => id);
      const left = accepted(outcome).filter(({ id }) => ids.includes(id));
      const found = left.map(({ id, title, leadId }) => ({ id, title, leadId }));
      const expected = tasks.map(({ id, title, leadId }) => ({
        id,
        title,
        leadId: leadId === gone.id ? null : leadId,
      }));
      expectSame(outcome.evidence, found, expected, 'all three tasks, none of them with the deleted lead');
    },
  },
];
