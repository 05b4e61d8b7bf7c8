import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import { doAtPage, doWithCurl, JOBS, type Work } from './src/jobs.ts';

/** Five everyday jobs, once with curl and once on the page, and what each of them took. */
export const experiment: Experiment = {
  stage: '03-vanilla-ui',
  title: 'Who can use it?',

  async measure(lab) {
    const before = lab.reference('02-express');
    const after = lab.mine ?? lab.reference('03-vanilla-ui');
    lab.browser();
    const [curl, page] = await Promise.all([doWithCurl(before), doAtPage(lab, after)]);

    const [typed, pressed] = [total(curl, 'keys'), total(page, 'keys') + total(page, 'clicks')];
    const wrong = page.flatMap(({ undone }, at) =>
      undone
        ? [`${after.name}: "${JOBS[at]}" was done on the page, and the tracker does not know of it.`]
        : [],
    );
    if (pressed >= typed) wrong.push(`${after.name}: the page takes no fewer keys and clicks than curl.`);
    return {
      table: [
        [`${before.name} → ${after.name}`, 'curl: lines', 'keys', 'page: clicks', 'keys'],
        ...JOBS.map((job, at) => [
          job,
          `${curl[at]?.commands ?? ''}`,
          `${curl[at]?.keys ?? ''}`,
          `${page[at]?.clicks ?? ''}`,
          `${page[at]?.keys ?? ''}`,
        ]),
        [
          'all five',
          tell(total(curl, 'commands'), false),
          tell(typed, false),
          tell(total(page, 'clicks'), true),
          tell(total(page, 'keys'), true),
        ],
      ],
      figures: { before: before.name, after: after.name, jobs: JOBS, curl, page },
      wrong,
      means: `With curl every job is typed in the program's own words: a method, a path, JSON, and the id of what is
        meant, which another command has to find out first. A page puts that behind what can be seen; what is left to
        type is what the person has to say.`,
      next: lab.mine ? './strata check' : './strata start 03',
    };
  },
};

function total(work: readonly Work[], what: 'commands' | 'keys' | 'clicks'): number {
  return work.reduce((sum, one) => sum + one[what], 0);
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
