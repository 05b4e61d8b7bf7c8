import { existsSync } from 'node:fs';
import path from 'node:path';
import { SLIPS } from './slips.ts';
import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import type { Lab } from './src/lab.ts';
import { CLEAN, copyWithSlips } from './src/slip-copies.ts';
import { compile, lint, runTests } from './src/slip-readers.ts';
import type { Subject } from './src/subject.ts';
import { Unmeasured } from './src/unmeasured.ts';

const [BEFORE, AFTER] = ['04b-tailwind', '05-typescript'] as const;

/** Twenty ordinary slips, one at a time: who notices them before a user does? */
export const experiment: Experiment = {
  stage: AFTER,
  title: 'Who notices a slip before a user does?',

  async measure(lab) {
    const subject = lab.mine ?? lab.reference(AFTER);
    const [before, after] = await Promise.all([findBefore(lab), findAfter(lab, subject)]);

    const both = [before, after];
    const wrong = both.flatMap(({ name, clean }) =>
      clean ? [] : [`${name}: its tools complain without any slip too, so what they find says nothing.`],
    );
    if (after.read.length * before.made.length <= before.read.length * after.made.length)
      wrong.push(`${after.name}: nobody who only reads the code notices more slips than in ${before.name}.`);
    if (after.left.length * before.made.length >= before.left.length * after.made.length)
      wrong.push(`${after.name}: no fewer slips reach a user than in ${before.name}.`);
    return {
      table: [
        ['', before.name, after.name],
        ['slips made, one at a time', ...both.map(({ made }) => `${made.length}`)],
        ['noticed by reading: linter, compiler', ...tellBoth(both, ({ read }) => read.length)],
        ['only noticed by a test', ...both.map(({ tested }) => `${tested.length}`)],
        ['left for a user', tell(before.left.length, false), tell(after.left.length, true)],
      ],
      figures: { [before.name]: before, [after.name]: after },
      wrong,
      means: `The linter finds nothing strange in any of them; a test notices the ones it happens to run into. The
        compiler reads every line, whether a test runs it or not, and says where. It compares kinds, not meaning: a
        lost "not" and a limit off by one stay a matter for tests.`,
      next: lab.mine
        ? './strata feel 05 --mine --json names each slip and who noticed it.'
        : './strata feel 05 --json names each slip and who noticed it.',
    };
  },
};

interface Found {
  readonly name: string;
  readonly made: readonly string[];
  /** Noticed without running anything. */
  readonly read: readonly string[];
  readonly tested: readonly string[];
  readonly left: readonly string[];
  /** Whether the tools are content with the code as it is. */
  readonly clean: boolean;
}

async function findBefore(lab: Lab): Promise<Found> {
  const subject = lab.reference(BEFORE);
  await subject.build();
  const edits = SLIPS.map(({ javascript }) => javascript);
  const { folder, names } = copyWithSlips(lab, subject.folder, edits);
  const [read, tested] = await Promise.all([lint(lab, folder), runTests(lab, folder)]);
  const found = sort(subject.name, names, read, tested);
  if (found.made.length < SLIPS.length)
    throw new Unmeasured(
      `${BEFORE}: only ${found.made.length} of ${SLIPS.length} slips can be made.`,
      'Correct slips.ts.',
    );
  return found;
}

async function findAfter(lab: Lab, subject: Subject): Promise<Found> {
  await subject.build();
  if (!existsSync(path.join(subject.folder, 'tsconfig.json')))
    throw new Unmeasured(
      `${subject.name}: it has no tsconfig.json, so no compiler reads along.`,
      './strata start 05',
    );
  const edits = SLIPS.map(({ typescript }) => typescript);
  const { folder, names } = copyWithSlips(lab, subject.folder, edits);
  const made = names.filter((name) => name !== undefined);
  if (made.length === 0)
    throw new Unmeasured(
      `${subject.name}: none of the ${SLIPS.length} slips can be made in it; it is written too differently.`,
      './strata feel 05 shows them in the references.',
    );
  if (lab.mine === undefined && made.length < SLIPS.length)
    throw new Unmeasured(
      `${AFTER}: only ${made.length} of ${SLIPS.length} slips can be made.`,
      'Correct slips.ts.',
    );
  const read = await compile(lab, folder);
  // Only what the compiler let through is left for the tests.
  const rest = copyWithSlips(lab, subject.folder, edits, (at) => !read.has(names[at] ?? ''));
  return sort(subject.name, names, read, await runTests(lab, rest.folder));
}

function tellBoth(both: readonly Found[], count: (found: Found) => number) {
  const counts = both.map(count);
  return counts.map((one) => tell(one, one > 0 && one === Math.max(...counts)));
}

function sort(
  name: string,
  copies: readonly (string | undefined)[],
  read: ReadonlySet<string>,
  tested: ReadonlySet<string>,
): Found {
  const named = (wanted: (copy: string) => boolean): string[] =>
    SLIPS.filter((_, at) => copies[at] !== undefined && wanted(copies[at])).map((slip) => slip.name);
  return {
    name,
    made: named(() => true),
    read: named((copy) => read.has(copy)),
    tested: named((copy) => !read.has(copy) && tested.has(copy)),
    left: named((copy) => !read.has(copy) && !tested.has(copy)),
    clean: !read.has(CLEAN) && !tested.has(CLEAN),
  };
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
