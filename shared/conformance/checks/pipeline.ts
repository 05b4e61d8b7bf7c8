import type { Check } from '../src/check.ts';
import { clockPast } from '../src/clock.ts';
import { show } from '../src/difference.ts';
import type { Domain, Resource } from '../src/domain.ts';
import { accepted, expectFields, expectListed, expectSame, expectThat, refused } from '../src/expect.ts';
import type { Random } from '../src/random.ts';
import { unknownId } from './unknown-id.ts';

const STAGES = ['new', 'contacted', 'qualified', 'won', 'lost'] as const;
type Stage = (typeof STAGES)[number];

const STEPS: Record<Stage, readonly Stage[]> = {
  new: ['contacted', 'lost'],
  contacted: ['qualified', 'lost'],
  qualified: ['won', 'lost'],
  won: [],
  lost: ['new'],
};

const WAY: Record<Stage, readonly Stage[]> = {
  new: [],
  contacted: ['contacted'],
  qualified: ['contacted', 'qualified'],
  won: ['contacted', 'qualified', 'won'],
  lost: ['lost'],
};

/** A new lead, moved to a stage by allowed steps. Throws a Failure when one of them is refused. */
async function leadAt(stage: Stage, domain: Domain, random: Random): Promise<Resource> {
  let lead = accepted(await domain.createLead({ name: random.name() }), 'a new lead');
  for (const step of WAY[stage]) lead = accepted(await domain.moveLead(lead.id, step), `the lead, ${step}`);
  return lead;
}

/** Every pair of stages, as the rule `wanted` picks them. */
function pairs(wanted: (from: Stage, to: Stage) => boolean): [Stage, Stage][] {
  return STAGES.flatMap((from) =>
    STAGES.filter((to) => wanted(from, to)).map((to): [Stage, Stage] => [from, to]),
  );
}

export const pipelineChecks: readonly Check[] = [
  {
    id: 'pipeline.allowed',
    since: '00',
    capability: 'change',
    title: 'a lead takes every step that the pipeline allows',
    why: 'new → contacted → qualified → won, from any open stage to lost, and from lost back to new: seven steps.',
    hints: [
      'How could the rules be data, so that you can see at a glance which steps there are?',
      'Look where a move is decided: is it a table, or a chain of conditions?',
      "Write an object that names for each stage the stages that may follow: { new: ['contacted', 'lost'], … }, and look the new stage up in it.",
    ],
    async run({ domain, random }) {
      for (const [from, to] of pairs((from, to) => STEPS[from].includes(to))) {
        const { id } = await leadAt(from, domain, random);

        const outcome = await domain.moveLead(id, to);

        const what = `the lead moved from ${from} to ${to}`;
        expectFields(outcome.evidence, accepted(outcome, what), { id, stage: to }, what);
        const list = await domain.listLeads();
        expectFields(list.evidence, expectListed(list, id), { stage: to }, `${what}, in the list too`);
      }
    },
  },
  {
    id: 'pipeline.refused',
    since: '00',
    capability: 'change',
    title: 'every step that the pipeline does not allow is refused, and the lead stays where it is',
    why: 'A pipeline that lets anything happen is only a list of words: won is final, and nobody skips a step.',
    hints: [
      'There are 5 × 5 pairs of stages, 5 of them stay, 7 are allowed. What about the other 13?',
      'Look where a move is decided: is everything refused that is not allowed, or only what you thought of?',
      'Look the new stage up among those that may follow the present one; when it is not there, refuse and store nothing.',
    ],
    async run({ domain, random }) {
      for (const [from, to] of pairs((from, to) => from !== to && !STEPS[from].includes(to))) {
        const before = await leadAt(from, domain, random);

        refused(await domain.moveLead(before.id, to), `refused: no step leads from ${from} to ${to}`);

        const list = await domain.listLeads();
        expectSame(list.evidence, expectListed(list, before.id), before, `the lead as it was, ${from}`);
      }
    },
  },
  {
    id: 'pipeline.stay',
    since: '00',
    capability: 'change',
    title: 'moving a lead to the stage it is in succeeds and changes nothing, not even updatedAt',
    why: 'Whoever asks twice should not be punished, and nothing that stayed the same should look as if it had changed.',
    hints: [
      'Is staying a step? And has a lead that stays where it is been updated?',
      'Look at the order: is "the same stage?" asked before the table of steps, or after?',
      'First of all: if (stage === lead.stage) return lead; the unchanged lead, with its old updatedAt.',
    ],
    async run({ domain, random }) {
      for (const stage of STAGES) {
        const before = await leadAt(stage, domain, random);
        await clockPast(before.updatedAt);

        const outcome = await domain.moveLead(before.id, stage);

        const what = `the ${stage} lead, exactly as it was`;
        expectSame(outcome.evidence, accepted(outcome, what), before, what);
      }
    },
  },
  {
    id: 'pipeline.updated-at',
    since: '00',
    capability: 'change',
    title: 'a step moves updatedAt on and leaves everything else as it was',
    why: 'A change that touches more than it says is a bug; one that does not show is another.',
    hints: [
      'Which fields of a lead may be different after a step, and which never?',
      'Look where the moved lead is made: from the old one?',
      'Copy and replace: { ...lead, stage, updatedAt: now }.',
    ],
    async run({ domain, random }) {
      const values = { name: random.name(), email: random.email(), company: random.company() };
      const before = accepted(await domain.createLead(values), 'a new lead');
      await clockPast(before.updatedAt);

      const outcome = await domain.moveLead(before.id, 'contacted');

      const { updatedAt, ...after } = accepted(outcome, 'the lead, contacted');
      const { updatedAt: earlier, ...rest } = before;
      expectSame(
        outcome.evidence,
        after,
        { ...rest, stage: 'contacted' },
        'only the stage and updatedAt changed',
      );
      const later = Date.parse(String(updatedAt)) > Date.parse(String(earlier));
      expectThat(
        outcome.evidence,
        later,
        `updatedAt later than ${show(earlier)}`,
        `updatedAt ${show(updatedAt)}`,
      );
    },
  },
  {
    id: 'pipeline.unknown',
    since: '00',
    capability: 'change',
    title: 'a stage that does not exist, and a lead that does not exist, are refused',
    why: 'A mistyped word must not become a new stage that no list and no report knows.',
    hints: [
      'What does your table of steps give for a stage that it does not hold?',
      'Look what is checked before the step itself: the lead, and the word for the stage.',
      'Refuse when there is no such lead, and when the stage is not one of the five, before you look at the steps.',
    ],
    async run({ domain, random }) {
      const { id } = await leadAt('new', domain, random);

      for (const stage of ['signed', 'constructor']) {
        refused(await domain.moveLead(id, stage), `refused: there is no stage ${stage}`);
      }
      refused(
        await domain.moveLead(await unknownId(domain.listLeads()), 'contacted'),
        'refused: no such lead',
      );
    },
  },
  {
    id: 'lead.filtered',
    since: '00',
    capability: 'filter',
    title: 'the list of leads can be narrowed to one stage',
    why: '"Whom have we not called yet?" is a filter.',
    hints: [
      'You have solved this for tasks. Which field decides here?',
      'Look how the wanted stage travels to the place where the list is made.',
      'leads.filter((lead) => stage === undefined || lead.stage === stage); and refuse a stage that does not exist.',
    ],
    async run({ domain, random }) {
      const ids: [Stage, number][] = [];
      for (const stage of STAGES) ids.push([stage, (await leadAt(stage, domain, random)).id]);

      for (const [stage, id] of ids) {
        const outcome = await domain.listLeads({ stage });
        expectListed(outcome, id);
        const others = accepted(outcome, 'a list').filter((lead) => lead.stage !== stage);
        const came = `others too, such as lead ${others[0]?.id}, stage ${show(others[0]?.stage)}`;
        expectThat(outcome.evidence, others.length === 0, `only leads in the stage ${stage}`, came);
      }
      refused(await domain.listLeads({ stage: 'signed' }), 'refused: there is no stage signed');
    },
  },
];
