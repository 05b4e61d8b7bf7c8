import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Cell, drawCard } from './card.ts';
import { Lab } from './lab.ts';
import { ROOT } from './repository.ts';
import { Unmeasured } from './unmeasured.ts';

/** What an experiment found. */
export interface Measured {
  /** The table of the card, its heading first. */
  readonly table: readonly (readonly (string | Cell)[])[];
  /** Every figure, for programs. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** Which side is not what the experiment says, a sentence each; empty when both are. */
  readonly wrong: readonly string[];
  /** What it means: one or two sentences. */
  readonly means: string;
  /** What to try next. */
  readonly next: string;
}

/** The problem shown on the stage before and its absence on this one. */
export interface Experiment {
  /** The stage's folder name. */
  readonly stage: string;
  /** What it asks, as the heading of its card. */
  readonly title: string;
  /** Measures both sides. Throws Unmeasured when one of them cannot be measured. */
  measure(lab: Lab): Promise<Measured>;
}

/**
 * Runs an experiment as a command: measures, prints the card or JSON, leaves nothing running.
 * @param experiment what to run
 * @param args the words after the file's name
 * @returns the exit status: 0 when both sides are what it says, 1 when one is not, 2 when the command was wrong
 */
export async function runExperiment(experiment: Experiment, args: readonly string[]): Promise<number> {
  const usage = `usage: node shared/experiments/${experiment.stage}.ts [--mine [--dir <folder>]] [--json]`;
  let options: { mine: boolean; dir?: string; json: boolean; help: boolean };
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const mine = options.mine || options.dir !== undefined;
  const dir = options.dir === undefined ? path.join(ROOT, 'my', 'tracker') : path.resolve(options.dir);
  const measured = await measure(experiment, mine ? dir : undefined);
  if (options.json) printJson(experiment, mine, measured);
  else console.log(drawCard(`Experiment ${experiment.stage} · ${experiment.title}`, measured));
  return measured.wrong.length === 0 ? 0 : 1;
}

/**
 * Measures both sides of an experiment and leaves nothing running.
 * @param experiment what to run
 * @param mine the folder of the learner's tracker, absolute; without it the references are measured
 * @returns what was found; a side that cannot be measured is what is wrong then
 */
export async function measure(experiment: Experiment, mine?: string): Promise<Measured> {
  const lab = new Lab(mine);
  try {
    return await experiment.measure(lab);
  } catch (error) {
    if (!(error instanceof Unmeasured)) throw error;
    return { table: [], figures: {}, wrong: [error.message], means: '', next: error.next };
  } finally {
    await lab.close();
  }
}

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      mine: { type: 'boolean', default: false },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

function printJson({ stage }: Experiment, mine: boolean, { figures, wrong }: Measured): void {
  console.log(
    JSON.stringify({ experiment: stage, mine, holds: wrong.length === 0, wrong, figures }, null, 2),
  );
}
