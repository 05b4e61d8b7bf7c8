import { tell } from './src/card.ts';
import { literalColours } from './src/colours.ts';
import { type Experiment, runExperiment } from './src/experiment.ts';
import { fill, goToFilled } from './src/filled.ts';
import type { Lab } from './src/lab.ts';
import { measureOverflow, mostColour, takePicture } from './src/screen.ts';
import { readDeclarations, readStylesheets, tally } from './src/stylesheet.ts';
import type { Subject } from './src/subject.ts';

const TELEPHONE = { width: 375, height: 667 };

/** A telephone, the night, and one more colour: what the page does about each. */
export const experiment: Experiment = {
  stage: '04a-css',
  title: 'Does it fit, and can it be changed?',

  async measure(lab) {
    const subjects = [lab.reference('03-vanilla-ui'), lab.mine ?? lab.reference('04a-css')] as const;
    lab.browser();
    const [before, after] = await Promise.all([look(lab, subjects[0]), look(lab, subjects[1])]);

    const wrong: string[] = [];
    if (before.overflow === 0) wrong.push(`${before.name}: at 375 px nothing sticks out of the window.`);
    if (before.most <= 1) wrong.push(`${before.name}: no colour is written more than once.`);
    if (isDark(before)) wrong.push(`${before.name}: it does follow the dark scheme.`);
    if (after.overflow > 0) wrong.push(`${after.name}: at 375 px it is ${after.overflow} px too wide.`);
    if (after.written > 0)
      wrong.push(`${after.name}: ${after.written} colours are written out in rules instead of named.`);
    if (!isDark(after)) wrong.push(`${after.name}: in the dark scheme its background is ${after.dark}.`);
    const both = [before, after];
    return {
      table: [
        ['', before.name, after.name],
        ['px too wide on a telephone (375 px)', ...both.map((one) => tell(one.overflow, one.overflow === 0))],
        ['colours written out in rules', ...both.map((one) => tell(one.written, one.written === 0))],
        ['  of them different', ...both.map(({ different }) => `${different}`)],
        ['  places to change for the most frequent', ...both.map(({ most }) => tell(most, most <= 1))],
        ['background in the light scheme', ...both.map(({ light }) => light)],
        ['background in the dark scheme', ...both.map((one) => tell(one.dark, isDark(one)))],
      ],
      figures: { [before.name]: before, [after.name]: after },
      wrong,
      means: `A width in pixels fits one window. A colour that is written out wherever it is used cannot be changed in
        one place, so there is no night either: with tokens the dark scheme is one block that names them anew.`,
      next: lab.mine
        ? './strata check'
        : './strata serve 03, and make the window narrow; then switch your system to dark.',
    };
  },
};

interface Look {
  readonly name: string;
  readonly overflow: number;
  readonly written: number;
  readonly different: number;
  /** How often the most frequent colour is written out. */
  readonly most: number;
  readonly light: string;
  readonly dark: string;
}

async function look(lab: Lab, subject: Subject): Promise<Look> {
  const server = await subject.server();
  return subject.attempt(async () => {
    await fill(server);
    const visit = await lab.visit(server, {
      viewport: TELEPHONE,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await goToFilled(visit, 'Leads');
    const leads = await measureOverflow(visit);
    await goToFilled(visit, 'Tasks');
    const tasks = await measureOverflow(visit);
    const light = mostColour(await takePicture(visit));
    await visit.page.emulateMedia({ colorScheme: 'dark' });
    const dark = mostColour(await takePicture(visit));
    const colours = literalColours(readDeclarations(await readStylesheets(visit)));
    const [[, most] = ['', 0]] = tally(colours);
    await server.stop();
    return {
      name: subject.name,
      overflow: Math.max(leads, tasks),
      written: colours.length,
      different: new Set(colours).size,
      most,
      light,
      dark,
    };
  });
}

/** Whether the background is another one in the dark scheme, and dark. */
function isDark({ light, dark }: Look): boolean {
  const brightness = [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(dark.slice(at, at + 2), 16), 0);
  return light !== dark && brightness < (3 * 255) / 2;
}

if (import.meta.main) process.exitCode = await runExperiment(experiment, process.argv.slice(2));
