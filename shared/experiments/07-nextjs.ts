import { tell } from './src/card.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import { type FirstContent, readFirstContent } from './src/first-content.ts';

/** What is in the page that the server sends: for a crawler, for curl, for a browser without scripts. */
export const experiment: Experiment = {
  stage: '07-nextjs',
  title: 'What does the server send?',

  async measure(lab) {
    const [old, subject] = [lab.reference('06-react'), lab.mine ?? lab.reference('07-nextjs')];
    lab.browser();
    const before = await readFirstContent(lab, old, { path: '/', web: false });
    const after = await readFirstContent(lab, subject, { path: '/tasks', web: true });

    const wrong: string[] = [];
    if (before.inHtml > 0) wrong.push(`${old.name}: ${before.inHtml} titles are in its HTML.`);
    if (before.withoutScripts > 0) wrong.push(`${old.name}: it shows its tasks without scripts.`);
    if (after.inHtml < after.titles)
      wrong.push(
        `${subject.name}: ${after.titles - after.inHtml} of ${after.titles} titles are not in its HTML.`,
      );
    if (after.withoutScripts < after.titles)
      wrong.push(
        `${subject.name}: ${after.withoutScripts} of ${after.titles} titles can be read without scripts.`,
      );
    const both = [before, after];
    return {
      table: [
        ['', old.name, subject.name],
        [`of ${before.titles} titles in the HTML, as curl gets it`, ...judge(both, ({ inHtml }) => inHtml)],
        ['  that can be read with scripts off', ...judge(both, ({ withoutScripts }) => withoutScripts)],
        [
          'ms until they are there, scripts off',
          ...both.map((one) => `${one.withoutScriptsTime ?? 'never'}`),
        ],
        ['ms until they are there, scripts on', ...both.map((one) => `${one.withScriptsTime}`)],
        ['kB of scripts that the page fetches', ...both.map((one) => kilobytes(one.scriptBytes))],
        ['  compressed', ...both.map((one) => kilobytes(one.scriptGzip))],
        ['  needed before there is anything to read', ...both.map((one) => neededOf(one))],
      ],
      figures: { [old.name]: before, [subject.name]: after },
      wrong,
      means: `The page of 06 is an empty frame: scripts have to come, run and ask before there is a word. A server that
        renders sends the words at once, to anybody. It saves no scripts: the framework's own come on top, but after
        the content.`,
      next: lab.mine
        ? './strata check'
        : './strata serve 07, then: curl localhost:3000/tasks, and the same page with scripts switched off.',
    };
  },
};

function judge(both: readonly FirstContent[], count: (one: FirstContent) => number) {
  return both.map((one) => tell(count(one), count(one) === one.titles));
}

function neededOf({ withoutScripts, titles, scriptBytes }: FirstContent) {
  return withoutScripts === titles ? tell('0', true) : tell(kilobytes(scriptBytes), false);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
