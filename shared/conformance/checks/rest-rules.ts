import type { Check } from '../src/check.ts';
import { clockPast } from '../src/clock.ts';
import { show } from '../src/difference.ts';
import { expectFields, expectSame, expectThat } from '../src/expect.ts';
import { expectObject, expectRefused, expectStatus, PROBLEM_TYPES, readProblem } from '../src/expect-http.ts';
import { Retold } from '../src/retold.ts';
import { TIME } from '../src/shape.ts';
import { changesOf, create, KINDS, type Kind, LEADS, TASKS } from './kinds.ts';

const STEPS: readonly {
  readonly way: readonly string[];
  readonly to: string;
  readonly allowed: readonly string[];
}[] = [
  { way: [], to: 'won', allowed: ['contacted', 'lost'] },
  { way: ['contacted'], to: 'new', allowed: ['qualified', 'lost'] },
  { way: ['contacted', 'qualified'], to: 'contacted', allowed: ['won', 'lost'] },
  { way: ['lost'], to: 'won', allowed: ['new'] },
  { way: ['contacted', 'qualified', 'won'], to: 'lost', allowed: [] },
];

/** Two changes at once, as often as it takes, for a shell. */
function againLines({ path, required }: Kind, times: number): string {
  const json = "-H 'content-type: application/json'";
  const patch = (field: string): string =>
    `curl -s -X PATCH localhost:3000${path}/1 ${json} -d '{"${field}":"x"}'`;
  return [
    `curl -s localhost:3000${path} ${json} -d '{"${required}":"first"}'`,
    `for i in $(seq ${times}); do ${patch(required)} & ${patch('notes')} & done; wait`,
    `curl -i localhost:3000${path}/1`,
  ].join('\n');
}

/** The tracker's rules, as PATCH shows them. */
export const restRuleChecks: readonly Check[] = [
  {
    id: 'rest.invalid-transition',
    since: '02',
    capability: 'rest',
    title: 'a step that the pipeline does not allow answers 409 and names the allowed ones',
    why: '409: the request is right in itself, but not in the present state. Whoever reads it wants to know what is possible.',
    hints: [
      '"won" is a stage, so nothing is wrong with the value. What is wrong, then?',
      'Look at the error that a refused step raises: does it know which steps there are?',
      'Give it a code of its own, 409 and /problems/invalid-transition, and write the allowed steps into its message.',
    ],
    async run({ request, random }) {
      for (const { way, to, allowed } of STEPS) {
        const { id } = await create(request, LEADS, random);
        for (const stage of way) {
          expectStatus(await request('PATCH', `/leads/${id}`, { json: { stage } }), 200, 'an allowed step');
        }
        const answer = await request('PATCH', `/leads/${id}`, { json: { stage: to } });

        const { type, detail } = readProblem(answer, 409);
        expectSame(answer, { type }, { type: PROBLEM_TYPES[409] }, 'the type that belongs to 409');
        const named = allowed.every((stage) => new RegExp(`\\b${stage}\\b`).test(String(detail)));
        const expected = `a detail that names what is allowed: ${allowed.join(', ') || '(nothing)'}`;
        expectThat(answer, named && typeof detail === 'string', expected, `detail ${show(detail)}`);
      }
    },
  },
  {
    id: 'rest.same-stage',
    since: '02',
    capability: 'rest',
    title: 'PATCH with the present stage and a new name changes the name',
    why: 'Forms send all their fields, also those that nobody touched. That must not turn a small change into a refusal.',
    hints: [
      'Is it a step when the stage stays? And what about the other fields in the same request?',
      'Look at how the step and the other fields come together.',
      'Let the move give back the lead unchanged when the stage is the same, and apply the other fields as always.',
    ],
    async run({ request, random }) {
      const lead = await create(request, LEADS, random);
      const name = random.name();

      const answer = await request('PATCH', `/leads/${lead.id}`, { json: { name, stage: 'new' } });

      const after = expectObject(answer, 200);
      expectFields(answer, after, { id: lead.id, name, stage: 'new' }, 'the new name, the same stage');
    },
  },
  {
    id: 'rest.completed-at',
    since: '02',
    capability: 'rest',
    title: 'completedAt comes with done, stays with it, and goes when it is taken up again',
    why: 'A task that is to do and was completed yesterday is a contradiction that every report stumbles over.',
    hints: [
      'On which changes of the status does completedAt change, and to what?',
      'Look where the status is set: is completedAt set in the same place?',
      'When the status becomes done, take the time; when it leaves done, null; when it stays, leave it alone.',
    ],
    async run({ request, random }) {
      for (const open of ['todo', 'doing']) {
        const { id } = await create(request, TASKS, random);
        const path = `/tasks/${id}`;
        const done = await request('PATCH', path, { json: { status: 'done' } });
        const { completedAt } = expectObject(done, 200);
        expectThat(
          done,
          TIME.holds(completedAt),
          `completedAt: ${TIME.says}`,
          `completedAt ${show(completedAt)}`,
        );
        await clockPast(completedAt);

        const again = await request('PATCH', path, { json: { status: 'done', notes: 'x' } });
        const kept = expectObject(again, 200);
        expectFields(again, kept, { completedAt }, 'completedAt as it was: it was done already');

        const reopened = await request('PATCH', path, { json: { status: open } });
        const cleared = expectObject(reopened, 200);
        expectFields(reopened, cleared, { status: open, completedAt: null }, 'no completion any more');
      }
    },
  },
  {
    id: 'rest.parallel-changes',
    since: '02',
    capability: 'rest',
    title: 'changes of different fields at the same time are all kept',
    why: 'Two people change the title and the notes of one task. If the later one writes back what it read before, the other is lost.',
    hints: [
      'Between reading the task and storing the changed one: can another change come in?',
      'Look for an await between get and save, and for what is written back.',
      'Read the body first; then read, change and store the task in one step without waiting in between.',
    ],
    async run(tracker) {
      const { request, random } = tracker;
      for (const kind of KINDS) {
        for (let round = 0; round < 3; round += 1) {
          const { id } = await create(request, kind, random);
          const changes = await changesOf(kind, tracker);
          const all = Object.entries(changes).map(([field, value]) =>
            request('PATCH', `${kind.path}/${id}`, { json: { [field]: value } }),
          );
          for (const answer of await Promise.all(all)) expectStatus(answer, 200);

          const path = `${kind.path}/${id}`;
          const after = new Retold(await request('GET', path), {
            sent: `PATCH ${path}   ${Object.keys(changes).join(', ')}: a request each, all at once`,
            again: againLines(kind, all.length),
          });
          const stored = expectObject(after, 200);
          const kept = Object.entries(changes).every(([field, value]) => stored[field] === value);
          expectThat(
            after,
            kept,
            'every field as one of the requests set it',
            'all were answered 200, and some of them are lost',
          );
        }
      }
    },
  },
  {
    id: 'rest.deleted-is-gone',
    since: '02',
    capability: 'rest',
    title: 'what is deleted cannot be read or changed any more',
    why: 'One deletion, one truth: the list, the address and every other door must agree.',
    hints: [
      'How many places of yours hold a task? Does a deletion reach them all?',
      'Look for copies: a list, an index, a cache.',
      'Keep each resource in one place and look it up there for every method.',
    ],
    async run({ request, random }) {
      for (const kind of KINDS) {
        const { id } = await create(request, kind, random);
        const path = `${kind.path}/${id}`;
        expectStatus(await request('DELETE', path), 204);
        expectRefused(await request('PATCH', path, { json: kind.minimal(random) }), 404, 'it is deleted');
        expectRefused(await request('GET', path), 404, 'it is deleted, also after the PATCH');
      }
    },
  },
];
