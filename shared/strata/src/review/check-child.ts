// Runs the suite against a stranger's tracker, in a process of its own that can be ended: one line of JSON a result, and
// a last one for the run. Arguments: the repository, the stage, the tracker's folder, the seed.
import { runChecks } from '@strata/conformance/run';

const [root = '', stage = '', dir = '', seed = '1'] = process.argv.slice(2);
const MOST = 2000;
const cut = (text: string | undefined): string => (text ?? '').slice(0, MOST);
const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

const report = await runChecks({
  root,
  stage,
  dir,
  seed: Number(seed),
  onResult: ({ check, status, failure }) => {
    const told = failure && {
      sent: cut(failure.sent),
      expected: cut(failure.expected),
      came: cut(failure.came),
    };
    print({ id: check.id, status, failure: told });
  },
});
print({
  end: true,
  startProblem: report.startProblem && {
    title: report.startProblem.title,
    seen: cut(report.startProblem.seen),
  },
  browserProblem: report.browserProblem,
});
