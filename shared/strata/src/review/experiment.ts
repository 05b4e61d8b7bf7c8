import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '@strata/services/chromium';
import type { Place } from '../place.ts';
import type { Stage } from '../stages.ts';
import type { Experiment } from './document.ts';
import { runLimited } from './limits.ts';

const SECONDS = 100;
// Durations differ from run to run, and so does what a reference does by chance.
const DURATION = /\bms\b/;
const REFERENCE = /^ *\d\d[ab]?-[a-z-]+ {2,}/;

/**
 * Runs the stage's experiment on the learner's code.
 * @param place where the companion works
 * @param stage the stage
 * @param tracker the tracker's folder, absolute
 * @param scratch the review's own folder, absolute
 * @returns its card, without durations and without the rows of references
 */
export async function runExperiment(
  place: Place,
  stage: Stage,
  tracker: string,
  scratch: string,
): Promise<Experiment> {
  const file = path.join(place.root, 'shared', 'experiments', `${stage.name}.ts`);
  if (!existsSync(file)) return { state: 'none', title: '', rows: [], wrong: [] };
  const chromium = findChromium();
  const env = chromium === undefined ? {} : { CHROMIUM_PATH: chromium };
  const words = [process.execPath, file, '--dir', tracker];
  const run = await runLimited(place, words, { cwd: scratch, seconds: SECONDS, env });
  const [heading = '', ...blocks] = run.stdout.trimEnd().split('\n\n');
  const title = heading.replace(/^.*? · /, '');
  if (run.late || heading === '') return { state: 'stopped', title, rows: [], wrong: [] };
  const wrong = blocks.filter((text) => text.trimStart().startsWith('✗'));
  const [table = ''] = blocks.filter(
    (text) => !wrong.includes(text) && / {3}/.test(text.trim()) && !/^ *next /.test(text),
  );
  return {
    state: run.status === 0 ? 'holds' : 'wrong',
    title,
    rows: table
      .split('\n')
      .filter((line) => line.trim() !== '' && !DURATION.test(line) && !REFERENCE.test(line)),
    wrong: wrong.flatMap((text) => text.split(/^ *✗ /m).flatMap(unwrapped)),
  };
}

function unwrapped(text: string): string[] {
  const sentence = text.replaceAll(/\s+/g, ' ').trim();
  return sentence === '' ? [] : [sentence];
}
