import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import { countStretches, FOCUS } from './src/focus-lines.ts';
import { type Toggle, toggleAmongThousand } from './src/thousand.ts';

const [BEFORE, AFTER] = ['05-typescript', '06-react'] as const;
const FEW = 20;

/** One task of a thousand is ticked off: what the page does for it. */
export const experiment: Experiment = {
  stage: AFTER,
  title: 'What does one change cost among a thousand?',

  async measure(lab) {
    lab.browser();
    const subjects = [lab.reference(BEFORE), lab.mine ?? lab.reference(AFTER)] as const;
    const before = await toggleAmongThousand(lab, subjects[0]);
    const after = await toggleAmongThousand(lab, subjects[1]);
    const lines = [
      countStretches(subjects[0].folder, FOCUS[BEFORE]),
      lab.mine ? undefined : countStretches(subjects[1].folder, FOCUS[AFTER]),
    ] as const;

    const [old, name] = subjects.map((subject) => subject.name);
    const wrong: string[] = [];
    if (before.removed < 1000) wrong.push(`${old}: one change takes only ${before.removed} elements out.`);
    if (before.sameElement) wrong.push(`${old}: the button that has the focus stays where it is.`);
    if (after.added + after.removed > FEW)
      wrong.push(
        `${name}: one change puts ${after.added} elements into the page and takes ${after.removed} out.`,
      );
    if (!after.focused) wrong.push(`${name}: the focus is lost when a task is ticked off.`);
    if (after.milliseconds >= before.milliseconds)
      wrong.push(`${name}: the change is not shown sooner than in ${old}.`);
    const both = [before, after];
    return {
      table: [
        ['one task of 1 000 ticked off', old ?? '', name ?? ''],
        ['elements taken out of the page', ...both.map((one) => tell(one.removed, one.removed <= FEW))],
        ['elements put into it', ...both.map((one) => tell(one.added, one.added <= FEW))],
        ['texts and attributes changed in place', ...both.map(({ changed }) => `${changed}`)],
        ['ms until it is drawn', tell(before.milliseconds, false), tell(after.milliseconds, true)],
        ['the button with the focus afterwards', ...both.map((one) => tell(focusOf(one), one.sameElement))],
        ['  lines that give the focus back', `${lines[0]}`, after.sameElement ? '0' : '–'],
        ['  lines for a row that goes', 'the same', lines[1] === undefined ? '–' : `${lines[1]}`],
      ],
      figures: {
        [BEFORE]: { ...before, focusLines: lines[0] },
        [name ?? AFTER]: { ...after, focusLines: lines[1] },
      },
      wrong,
      means: `A list that is drawn anew for one change is a thousand new rows, and whatever the old ones held is gone:
        the focus has to be given back by hand. React compares what should be there with what is, and touches the
        difference. It shows the change before the tracker has answered. A row that goes still takes its focus along.`,
      next: lab.mine ? './strata check' : './strata diff 05 06',
    };
  },
};

function focusOf({ focused, sameElement }: Toggle): string {
  if (sameElement) return 'the same';
  return focused ? 'a new one' : 'none';
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
