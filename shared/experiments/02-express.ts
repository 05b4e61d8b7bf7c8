import { shorten } from '../conformance/src/output.ts';
import { MALFORMED } from './malformed.ts';
import { tell, WIDTH } from './src/card.ts';
import { type Experiment, type Measured, runExperiment } from './src/experiment.ts';
import { findGaps, type Survey } from './src/gaps.ts';
import type { Lab } from './src/lab.ts';
import { addField } from './src/new-field.ts';
import { countPlumbing } from './src/plumbing.ts';
import type { Subject } from './src/subject.ts';

const [BEFORE, AFTER] = ['01-http', '02-express'] as const;
const SHOWN = 5;

/** What is plumbing, what one new field costs, and which malformed requests slip through. */
export const experiment: Experiment = {
  stage: AFTER,
  title: 'What does a framework take off you?',
  measure: (lab) => (lab.mine === undefined ? measureReferences(lab) : measureMine(lab, lab.mine)),
};

async function measureReferences(lab: Lab): Promise<Measured> {
  const lines = [await countPlumbing(lab, BEFORE), await countPlumbing(lab, AFTER)] as const;
  const fields = [await addField(lab, BEFORE), await addField(lab, AFTER)] as const;
  const surveys = [await survey(lab.reference(BEFORE)), await survey(lab.reference(AFTER))] as const;

  const [[hand, framework], [byHand, bySchema]] = [lines, fields];
  const wrong = [...hand.wrong, ...framework.wrong, ...byHand.wrong, ...bySchema.wrong];
  if (hand.share <= 0.5) wrong.push(`${BEFORE}: less than half of its lines are plumbing.`);
  if (framework.perOperation >= hand.perOperation)
    wrong.push(`${AFTER}: it takes no fewer lines of plumbing an operation than ${BEFORE}.`);
  if (byHand.code.naming <= bySchema.code.naming)
    wrong.push(`${AFTER}: a new field is written in no fewer places than in ${BEFORE}.`);
  if (byHand.documentation.naming === 0 || byHand.described)
    wrong.push(`${BEFORE}: its documentation does not have to follow by hand.`);
  if (bySchema.documentation.naming > 0 || !bySchema.described)
    wrong.push(`${AFTER}: /openapi.json does not follow a new field by itself.`);
  wrong.push(...surveys.flatMap((one) => complain(one)));
  return {
    table: [
      ['', BEFORE, AFTER],
      ['lines of code in src/', ...lines.map(({ total }) => `${total}`)],
      [
        '  of them plumbing',
        ...lines.map(({ plumbing, share }) => `${plumbing} (${Math.round(share * 100)} %)`),
      ],
      ['  of them generating the documentation', ...lines.map(({ documentation }) => `${documentation}`)],
      ['operations served', ...lines.map(({ operations }) => `${operations}`)],
      ['  lines of plumbing for each', tell(hand.perOperation, false), tell(framework.perOperation, true)],
      [
        'one more field: places that name it',
        tell(byHand.code.naming, false),
        tell(bySchema.code.naming, true),
      ],
      ['  other places in src/ to edit', ...fields.map(({ code }) => `${code.edits - code.naming}`)],
      [
        '  places in the documentation',
        ...fields.map(({ documentation: { naming } }) => tell(naming, naming === 0)),
      ],
      ['malformed requests', ...surveys.map(({ sent }) => `${sent}`)],
      ['  answered wrongly', ...surveys.map(({ gaps }) => tell(gaps.length, gaps.length === 0))],
    ],
    figures: {
      lines: { [BEFORE]: hand, [AFTER]: framework },
      field: { [BEFORE]: byHand, [AFTER]: bySchema },
      malformed: Object.fromEntries(surveys.map((one) => [one.subject, one])),
    },
    wrong,
    means: `A new field goes into one schema, and its checks and its documentation follow. Both stages refuse all that
      is malformed, but by hand each of those refusals had to be thought of.`,
    next: './strata feel 02 --mine: what did you forget in your own 01?',
  };
}

async function measureMine(lab: Lab, mine: Subject): Promise<Measured> {
  const surveys = [await survey(mine), await survey(lab.reference(AFTER))] as const;
  const [own] = surveys;
  return {
    table: [
      ['', ...surveys.map(({ subject }) => subject)],
      ['malformed requests sent', ...surveys.map(({ sent }) => `${sent}`)],
      ['  answered wrongly', ...surveys.map(({ gaps }) => tell(gaps.length, gaps.length === 0))],
      ['  of them the end of the server', ...surveys.map(({ deaths }) => tell(deaths, deaths === 0))],
    ],
    figures: { malformed: Object.fromEntries(surveys.map((one) => [one.subject, one])) },
    wrong: surveys.flatMap((one) => complain(one)),
    means:
      own.gaps.length === 0
        ? 'No gap: you thought of all of it. With a framework and schemas most of it is thought of for you.'
        : 'What you write by hand does what you thought of. Each of these is something that a framework or a schema has met before.',
    next:
      own.gaps.length === 0
        ? './strata start 02'
        : './strata feel 02 --mine --json lists every gap with what was sent.',
  };
}

interface Surveyed extends Survey {
  readonly subject: string;
  readonly deaths: number;
}

async function survey(subject: Subject): Promise<Surveyed> {
  const found = await findGaps(subject, MALFORMED);
  return { subject: subject.name, ...found, deaths: found.gaps.filter(({ died }) => died).length };
}

/** Which side has gaps, the first of them, a line each, and what was not sent. */
function complain({ subject, sent, gaps, unsent }: Surveyed): string[] {
  const lines = gaps
    .slice(0, SHOWN)
    .map(({ name, expected, came }) => shorten(`${name}: expected ${expected}; ${came}`, WIDTH - 4));
  const more = gaps.length > SHOWN ? ', among them' : '';
  if (gaps.length > 0) lines.unshift(`${subject} answered ${gaps.length} of ${sent} wrongly${more}:`);
  if (unsent > 0) lines.push(`${subject} took so long that ${unsent} requests were not sent.`);
  return lines;
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
