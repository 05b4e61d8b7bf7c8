import { tell } from './src/card.ts';
import { type Experiment, type Measured, runExperiment } from './src/experiment.ts';
import type { Lab } from './src/lab.ts';
import { type Looks, readLooks } from './src/looks.ts';
import { countDifferent } from './src/screen.ts';
import { copyWithoutBadge } from './src/without-badge.ts';

const [BEFORE, AFTER] = ['04a-css', '04b-tailwind'] as const;
const MOST = 0.01;
const WIDTHS = [375, 1280];

/** What a stylesheet gathers over time, and what is left of it when the look is written where it is used. */
export const experiment: Experiment = {
  stage: AFTER,
  title: 'Who tidies the stylesheet?',

  async measure(lab) {
    lab.browser();
    const own = lab.mine;
    const [before, after] = await Promise.all([
      readLooks(lab, lab.reference(BEFORE), own ? [] : WIDTHS),
      readLooks(lab, own ?? lab.reference(AFTER), own ? [] : WIDTHS),
    ]);
    const left = own === undefined ? await leaveBehind(lab, before, after) : undefined;
    const same = own === undefined ? compare(before, after) : undefined;
    const name = own?.name ?? AFTER;

    const wrong: string[] = [];
    if (before.repeated <= after.repeated)
      wrong.push(`${name}: it repeats no fewer declarations than ${BEFORE}.`);
    if (before.distances.length <= after.distances.length)
      wrong.push(`${name}: no fewer distances are off the scale than in ${BEFORE}.`);
    if (left?.[0] === 0) wrong.push(`${BEFORE}: nothing is left behind in its stylesheet.`);
    if ((left?.[1] ?? 0) > 0) wrong.push(`${AFTER}: ${left?.[1]} rules are left behind in its stylesheet.`);
    if ((same?.share ?? 0) >= MOST)
      wrong.push(
        `${AFTER}: ${percent(same?.share ?? 0)} of the pixels differ from ${BEFORE}: not one design.`,
      );
    return {
      table: table([BEFORE, name], [before, after], left, same),
      figures: {
        [BEFORE]: figures(before),
        [name]: figures(after),
        ...(left && { left: { [BEFORE]: left[0], [AFTER]: left[1] } }),
        ...(same && { pixels: same }),
      },
      wrong,
      means: `A rule stands far from what it is for, so nobody dares to delete it. A utility is in the stylesheet
        because the page uses it, once however often, and its distances are steps of one scale. What repeats is now in
        the markup, until components (06) give each look a name.`,
      next: own ? './strata check' : './strata diff 04a 04b',
    };
  },
};

/** How many rules more match nothing, in each stage, once the page shows no badge any more. */
async function leaveBehind(lab: Lab, before: Looks, after: Looks): Promise<[number, number]> {
  const [one, other] = await Promise.all(
    ([BEFORE, AFTER] as const).map(async (stage) => readLooks(lab, await copyWithoutBadge(lab, stage), [])),
  );
  return [more(before, one), more(after, other)];
}

function more(before: Looks, after: Looks | undefined): number {
  return (after?.unmet ?? []).filter((selector) => !before.unmet.includes(selector)).length;
}

interface Same {
  readonly differing: number;
  readonly all: number;
  readonly share: number;
}

function compare(before: Looks, after: Looks): Same {
  const pairs = before.pictures.flatMap((picture, at) => {
    const other = after.pictures[at];
    return other === undefined ? [] : [countDifferent(picture, other)];
  });
  const differing = pairs.reduce((sum, one) => sum + one.differing, 0);
  const all = pairs.reduce((sum, one) => sum + one.all, 0);
  return { differing, all, share: differing / all };
}

function table(
  names: readonly [string, string],
  both: readonly [Looks, Looks],
  left: readonly [number, number] | undefined,
  same: Same | undefined,
): Measured['table'] {
  const row = (label: string, of: (looks: Looks) => number) => [label, ...both.map((one) => `${of(one)}`)];
  const told = (label: string, [one, other]: readonly [number, number]) => [
    label,
    tell(one, one <= other),
    tell(other, other < one),
  ];
  const [before, after] = both;
  return [
    ['', ...names],
    row('declarations in the stylesheet', ({ declarations }) => declarations),
    told('  written again', [before.repeated, after.repeated]),
    told('distances off the scale', [before.distances.length, after.distances.length]),
    row('rules that match nothing', ({ unmet }) => unmet.length),
    ...(left ? [told('  more, once the page shows no badge', left)] : []),
    row('lists of classes repeated in the page', ({ repeatedClasses }) => repeatedClasses),
    ...(same
      ? [['pixels that differ between the two', '', tell(percent(same.share), same.share < MOST)]]
      : []),
  ];
}

function figures({ pictures, ...looks }: Looks): object {
  return { ...looks, pictures: pictures.map(({ width, height }) => ({ width, height })) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
