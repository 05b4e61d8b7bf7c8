import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import { type LongList, MANY, measureLongList } from './src/long-list.ts';
import { askingPerRow, countQueries, type QueryCounts } from './src/people-list.ts';

/** What a list costs that grows for years, and one that asks the database once more for every row. */
export const experiment: Experiment = {
  stage: '08c-lists',
  title: 'What does one look at a long list cost?',

  async measure(lab) {
    const [old, subject] = [lab.reference('08b-accounts'), lab.mine ?? lab.reference('08c-lists')];
    const before = await measureLongList(old);
    const after = await measureLongList(subject);
    const queries = await countQueries(subject);
    const perRow = lab.mine ? undefined : await countQueries(askingPerRow(lab, subject));
    const both = [before, after];
    const row = (label: string, figure: (one: LongList) => number) => [
      label,
      ...both.map((one) => `${figure(one)}`),
    ];

    return {
      table: [
        ['', old.name, subject.name],
        ['tasks of one person', `${MANY}`, `${MANY}`],
        ['  in the answer to GET /tasks', ...both.map(({ tasks }) => tell(tasks, tasks < MANY))],
        row('  its kilobytes', ({ kilobytes }) => kilobytes),
        row('  ms until it is there', ({ milliseconds }) => milliseconds),
        row('elements of the page /tasks', ({ page }) => page.elements),
        row('  its kilobytes', ({ page }) => page.kilobytes),
        row('  ms until it is there', ({ page }) => page.milliseconds),
        ['queries for a list of 5 people', '–', `${queries.five}`],
        ['  of 20', '–', tell(queries.twenty, queries.twenty === queries.five)],
        ...(perRow ? [['  of 20, asking once more for each', '–', tell(perRow.twenty, false)]] : []),
      ],
      figures: { [old.name]: before, [subject.name]: { ...after, queries }, ...(perRow && { perRow }) },
      wrong: [
        ...(before.tasks < MANY ? [`${old.name}: ${before.tasks} of ${MANY} tasks come, and not all.`] : []),
        ...findLong(subject.name, after),
        ...findPerRow(subject.name, queries),
        ...(perRow && perRow.twenty - perRow.five < 15 ? ['The copy that asks for each row does not.'] : []),
      ],
      means: `Nobody reads ${MANY} rows at once. The database finds the twenty that are looked at, and counts the others;
        what is wanted of each row is asked for all rows together.`,
      next: lab.mine ? './strata check' : './strata start 08c, and ./strata feel 08c --mine on the way.',
    };
  },
};

function findLong(name: string, { tasks, page }: LongList): string[] {
  const wrong: string[] = [];
  if (tasks > 100) wrong.push(`${name}: ${tasks} of ${MANY} tasks come in one answer.`);
  if (page.elements > 5000) wrong.push(`${name}: the page has ${page.elements} elements.`);
  return wrong;
}

function findPerRow(name: string, { five, twenty }: QueryCounts): string[] {
  return twenty === five
    ? []
    : [`${name}: a list of 5 people takes ${five} queries, one of 20 takes ${twenty}: one more for each.`];
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
