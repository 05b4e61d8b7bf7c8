import type { Check } from '../src/check.ts';
import { show } from '../src/difference.ts';
import { accepted, expectFields, expectSame, expectThat, refused } from '../src/expect.ts';
import { expectShape, TASK } from '../src/shape.ts';
import { unknownId } from './unknown-id.ts';

/** What a new task is, and where it is found afterwards. */
export const taskCreationChecks: readonly Check[] = [
  {
    id: 'task.shape',
    since: '00',
    capability: 'tracker',
    title: 'a new task has every field of the contract, each of its type, and no other',
    why: 'Whoever reads a task relies on these names and types; one field that is missing or misspelt breaks them all.',
    hints: [
      'How does a reader tell "there is no value" from "this field does not exist": what does JSON.stringify do with null, and what with undefined?',
      'Look where the new task is put together, and lay the table of task fields in the contract beside it.',
      'Build the whole object at creation: id, title, status, notes, leadId, createdAt, updatedAt, completedAt. What has no value yet is null, not left out.',
    ],
    async run({ domain, random }) {
      const outcome = await domain.createTask({ title: random.title() });

      expectShape(outcome.evidence, accepted(outcome, 'a new task'), TASK, 'a task');
    },
  },
  {
    id: 'task.defaults',
    since: '00',
    capability: 'tracker',
    title: 'a new task is to do, without notes, lead or completion',
    why: 'With defaults in one place, nobody who uses a task has to ask whether a value was given.',
    hints: [
      'Who decides what a task is when only its title is given: whoever asks for it, or the tracker?',
      'Look where the new task is put together: what does it hold for everything that was not given?',
      "The contract's defaults are status 'todo', notes '' (an empty text, not null), leadId null and completedAt null.",
    ],
    async run({ domain, random }) {
      const title = random.title();
      accepted(
        await domain.createTask({ title: random.title(), notes: random.title() }),
        'a task with notes',
      );

      const outcome = await domain.createTask({ title });

      const evidence = { ...outcome.evidence, again: (await domain.listTasks()).evidence.again };
      const expected = { title, status: 'todo', notes: '', leadId: null, completedAt: null };
      expectFields(evidence, accepted(outcome, 'a new task'), expected, 'the title sent, and the defaults');
    },
  },
  {
    id: 'task.times',
    since: '00',
    capability: 'tracker',
    title: 'createdAt and updatedAt are the time of creation',
    why: 'A time in UTC means the same moment to everyone, and sorts as text; a local time does neither.',
    hints: [
      'What does a clock on the wall leave out that someone in another country needs to know?',
      'Look where createdAt is set, and when: at each creation, or once when the program starts?',
      'At each creation take new Date().toISOString(), which is UTC with milliseconds, and use it for both fields.',
    ],
    async run({ domain, random }) {
      const outcome = await domain.createTask({ title: random.title() });

      const { createdAt, updatedAt } = accepted(outcome, 'a new task');
      for (const [field, value] of Object.entries({ createdAt, updatedAt })) {
        const apart = Math.abs(Date.parse(String(value)) - Date.now());
        expectThat(outcome.evidence, apart < 60_000, `${field} is now, in UTC`, `${field} ${show(value)}`);
      }
    },
  },
  {
    id: 'task.ids-differ',
    since: '00',
    capability: 'tracker',
    title: 'every task gets an id of its own',
    why: 'The id is how everyone else refers to a task. Two tasks may share a title, never an id.',
    hints: [
      'If two tasks have the same title, how do you say which one you mean?',
      'Look where the id of a new task comes from.',
      'Keep a counter beside the tasks and add one for each new task, before it is used.',
    ],
    async run({ domain, random }) {
      const title = random.title();
      const first = await domain.createTask({ title });
      const second = await domain.createTask({ title });

      const ids = [accepted(first).id, accepted(second).id];
      const evidence = { ...second.evidence, again: (await domain.listTasks()).evidence.again };
      expectThat(evidence, ids[0] !== ids[1], 'an id that no other task has', `the id ${ids[0]} twice`);
    },
  },
  {
    id: 'task.listed',
    since: '00',
    capability: 'tracker',
    title: 'the list holds a new task as it was created, in the order of creation',
    why: 'What was said at creation must be what is found later, and a list that changes its order for no reason confuses everyone.',
    hints: [
      'Which data structure keeps things in the order in which they came?',
      'Look where tasks are stored and where they are listed: is it the same collection, and is it sorted on the way?',
      'Put new tasks at the end of an array, or into a Map under their id (it keeps the order), and list its values.',
    ],
    async run({ domain, random }) {
      const created = [];
      for (let count = 0; count < 3; count += 1) {
        created.push(accepted(await domain.createTask({ title: random.title(), notes: random.title() })));
      }

      const outcome = await domain.listTasks();

      const ids = created.map(({ id }) => id);
      const listed = accepted(outcome).filter(({ id }) => ids.includes(id));
      expectSame(
        outcome.evidence,
        listed,
        created,
        'the three new tasks as they were created, in that order',
      );
    },
  },
  {
    id: 'task.with-lead',
    since: '00',
    capability: 'tracker',
    title: 'a task may belong to a lead',
    why: 'Tasks are usually about someone: the lead is the reason for the call.',
    hints: [
      'How does one thing refer to another without holding a copy of it?',
      'Look how the id of the lead travels from what came in to the new task; on a command line it arrives as text.',
      'Make a number of it, look the lead up, and store its id as leadId.',
    ],
    async run({ domain, random }) {
      const lead = accepted(await domain.createLead({ name: random.name() }), 'a new lead');

      const outcome = await domain.createTask({ title: random.title(), leadId: lead.id });

      expectFields(
        outcome.evidence,
        accepted(outcome, 'a new task'),
        { leadId: lead.id },
        'the id of the lead',
      );
    },
  },
  {
    id: 'task.unknown-lead',
    since: '00',
    capability: 'tracker',
    title: 'a task for a lead that does not exist is refused',
    why: 'A reference to nothing is a mistake that shows up later, far from where it was made. Refuse it at the door.',
    hints: [
      'What would someone see who opens this task and follows it to its lead?',
      'Look where a task is created with a leadId: does anyone ask the leads whether it is there?',
      'Before the task is stored, look for the lead with that id; when there is none, refuse, and store nothing.',
    ],
    async run({ domain, random }) {
      const title = random.title();
      const outcome = await domain.createTask({ title, leadId: await unknownId(domain.listLeads()) });

      refused(outcome, 'refused: there is no such lead');
      const after = await domain.listTasks();
      const kept = accepted(after).filter((task) => task.title === title);
      expectSame(after.evidence, kept, [], 'a list without the refused task');
    },
  },
];
