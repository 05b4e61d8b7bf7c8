import type { Expected } from './packages.ts';
import type { Run } from './turbo.ts';

type Tasks = readonly Expected[];

/** Runs some tasks one after the other. */
type RunTasks = (tasks: Tasks) => Promise<Run>;

/**
 * Runs all tasks in two rows beside each other, for two cores: one verifies the stages, the other runs the tests. The
 * tests of the stages come first, because whatever looks at a stage that is built waits for them: two builds of one
 * stage at the same time would spoil each other.
 */
export async function runRows(expected: Tasks, run: RunTasks): Promise<Run[]> {
  const inTurn = async (...batches: Tasks[]): Promise<Run[]> => {
    const runs: Run[] = [];
    for (const batch of batches) if (batch.length > 0) runs.push(await run(batch));
    return runs;
  };
  const [verifying, testing] = part(expected, ({ row }) => row === 'verify');
  const [onBuilds, others] = part(verifying, ({ built }) => built);
  const [pages, plain] = part(others, ({ browser }) => browser);
  const [ofStages, shared] = part(testing, ({ stage }) => stage);
  const [ofPages, ofPlain] = part(ofStages, ({ browser }) => browser);

  const stagesTested = inTurn(ofPlain, ofPages);
  const verified = Promise.all([inTurn(plain, pages), stagesTested]).then(async ([first]) => [
    ...first,
    ...(await inTurn(onBuilds)),
  ]);
  const tested = stagesTested.then(async (first) => [...first, ...(await inTurn(shared))]);
  return (await Promise.all([verified, tested])).flat();
}

function part(tasks: Tasks, belongs: (task: Expected) => boolean): [Tasks, Tasks] {
  return [tasks.filter(belongs), tasks.filter((task) => !belongs(task))];
}
