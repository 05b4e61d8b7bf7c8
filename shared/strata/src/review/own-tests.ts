import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import type { Stage } from '../stages.ts';
import { readPlanned } from '../stages.ts';
import { readCount } from '../test-all/count.ts';
import { mask } from '../verify/transcript.ts';
import type { Tests, Types } from './document.ts';
import { runLimited } from './limits.ts';
import { countAssertions } from './signs.ts';

// From 08b on the reference's own tests take 40 s on a machine that does nothing else.
const SECONDS = 100;
const LINES = 15;
// The tracker lies inside of the repository, but it is no part of it: what is in my/ here does not matter.
const ALONE = '--workspaces=false';

/**
 * Runs the learner's own tests.
 * @param place where the companion works
 * @param stage the stage: it says how many tests it asks for
 * @param tracker the tracker's folder, absolute
 * @param scratch the review's own folder, absolute
 * @returns how many passed; the end of what was printed when one failed
 */
export async function runOwnTests(
  place: Place,
  stage: Stage,
  tracker: string,
  scratch: string,
): Promise<Tests> {
  const wanted = readPlanned().find(({ name }) => name === stage.name)?.tests ?? 1;
  const command = readScripts(tracker).test ?? null;
  const assertions = countAssertions(tracker);
  const nothing = { command, passed: 0, failed: 0, wanted, assertions, output: '' };
  if (command === null) return { ...nothing, state: 'none' };
  // Without pre and post scripts: the suite has built the tracker already.
  const words = ['npm', 'test', '--ignore-scripts', '--silent', ALONE];
  const run = await runLimited(place, words, { cwd: tracker, seconds: SECONDS });
  if (run.late) return { ...nothing, state: 'stopped' };
  const count = readCount(run.stdout);
  const failed = run.status !== 0 || (count?.failed ?? 0) > 0;
  const output = failed ? tail(`${run.stdout}\n${run.stderr}`, [tracker, scratch, place.root]) : '';
  if (count === undefined) return { ...nothing, output, state: failed ? 'failed' : 'unknown' };
  const state = failed ? 'failed' : count.passed === 0 ? 'none' : 'passed';
  return { ...nothing, output, state, passed: count.passed, failed: count.failed };
}

/**
 * Runs the compiler: the learner's script `typecheck`, or tsc where there is a tsconfig.json.
 * @param place where the companion works
 * @param tracker the tracker's folder, absolute
 * @param scratch the review's own folder, absolute
 * @returns what it says
 */
export async function checkTypes(place: Place, tracker: string, scratch: string): Promise<Types> {
  const scripted = readScripts(tracker).typecheck !== undefined;
  if (!scripted && !existsSync(path.join(tracker, 'tsconfig.json'))) return { state: 'none', output: '' };
  const words = scripted ? ['npm', 'run', 'typecheck', '--silent', ALONE] : ['tsc', '--noEmit'];
  const run = await runLimited(place, words, { cwd: tracker, seconds: SECONDS });
  if (run.late) return { state: 'stopped', output: '' };
  if (run.status === 0) return { state: 'clean', output: '' };
  return { state: 'problems', output: tail(`${run.stdout}\n${run.stderr}`, [tracker, scratch, place.root]) };
}

function readScripts(tracker: string): Record<string, string> {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(tracker, 'package.json'), 'utf8'));
    const scripts = isObject(manifest) && isObject(manifest.scripts) ? manifest.scripts : {};
    return Object.fromEntries(
      Object.entries(scripts).flatMap(([name, command]) =>
        typeof command === 'string' ? [[name, command]] : [],
      ),
    );
  } catch {
    return {}; // none, or broken: there is nothing to run
  }
}

function tail(text: string, folders: readonly string[]): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/\bduration_ms\b|^ +(Start at|Duration) /.test(line));
  const hidden = folders.reduce((all, folder) => all.replaceAll(folder, '…'), lines.slice(-LINES).join('\n'));
  return mask(hidden);
}
