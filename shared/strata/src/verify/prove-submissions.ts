import { rmSync } from 'node:fs';
import type { Browser } from '@strata/conformance/browser';
import { checks } from '@strata/conformance/registry';
import { type RunReport, runChecks } from '@strata/conformance/run';
import { messageOf } from '../errors.ts';
import type { Place } from '../place.ts';
import { makeScratch } from '../scratch.ts';
import type { Stage } from '../stages.ts';
import {
  applySubmission,
  type BadSubmission,
  compareTranscript,
  readBadSubmissions,
} from './bad-submission.ts';
import { leftToThorough, type Proof, proveOne } from './proof.ts';
import { makeCopy } from './submission-copy.ts';
import { transcribe } from './transcript.ts';

// The inputs are the same each time, so that what a learner reads can be compared.
const SEED = 1;
// A page's mistake is mostly waited for: a check has patience with it before it fails.
const BESIDE = { alone: 2, inBrowser: 4, afterBuild: 2 };

/** How the known-bad submissions are proved. */
export interface Manner {
  /** Record what a learner reads instead of comparing it. */
  readonly update: boolean;
  /** Prove those that take long, too; and run all checks up to the one that is named: no earlier one may fail. */
  readonly thorough: boolean;
  /** For the submissions of a page. */
  readonly browser?: Browser | undefined;
}

/**
 * Proves that each known-bad submission of a stage is caught by the check it names, with the words that are recorded.
 * @param place where the companion works
 * @param stage the stage
 * @param manner see Manner
 * @returns a proof per submission, in their order, each as soon as it and those before it are known
 */
export async function* proveSubmissions(place: Place, stage: Stage, manner: Manner): AsyncGenerator<Proof> {
  const own = readBadSubmissions(place).filter((submission) => submission.stage === stage.name);
  const submissions = own.filter(({ long }) => manner.thorough || !long);
  const proofs = submissions.map((submission) => ({ submission, ...Promise.withResolvers<Proof>() }));
  const waiting = [...proofs];
  const work = async (): Promise<void> => {
    const row = makeScratch(place, 'bad');
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      next.resolve(await proveSubmission(place, stage, next.submission, row, manner));
    }
    rmSync(row, { recursive: true, force: true, maxRetries: 3 });
  };
  for (let count = 0; count < besideFor(stage); count++) void work();
  for (const { promise } of proofs) yield await promise;
  const left = own.length - submissions.length;
  if (left > 0) yield leftToThorough(stage, `${left} more known-bad submissions`);
}

/**
 * Proves that every check that begins with a stage was tripped by at least one known-bad submission of any stage.
 * @param place where the companion works
 * @param stage the stage
 * @returns the proof
 */
export function proveTripped(place: Place, stage: Stage): Proof {
  const tripped = new Set(readBadSubmissions(place).flatMap(({ caughtBy, also }) => [caughtBy, ...also]));
  const own = checks.filter((check) => check.since === stage.number);
  const idle = own.filter((check) => !tripped.has(check.id));
  return proveOne(
    'every check was tripped',
    idle.map((check) => `no known-bad submission trips ${check.id} (${check.title})`),
    `${own.length} checks begin here`,
  );
}

async function proveSubmission(
  place: Place,
  stage: Stage,
  bad: BadSubmission,
  row: string,
  { update, thorough, browser }: Manner,
): Promise<Proof> {
  const subject = `caught: ${bad.name}`;
  try {
    const copy = makeCopy(stage, row, bad);
    applySubmission(bad, copy.dir);
    const options = { root: place.root, stage: stage.name, seed: SEED, ...copy, ...(browser && { browser }) };
    // Without the checks before it: no id in the transcript moves because one was added there.
    const alone = await runChecks({ ...options, only: [bad.caughtBy, ...bad.also] });
    const enough = !thorough && catcher(alone) === bad.caughtBy;
    const whole = enough ? alone : await runChecks({ ...options, bail: true, only: upTo(bad.caughtBy) });
    const problem = whole.browserProblem ?? misjudged(bad, whole);
    if (problem !== undefined) return proveOne(subject, [problem]);
    const told = alone.results[0]?.status === 'failed' ? alone : whole;
    const difference = compareTranscript(bad, transcribe(place, stage, copy.dir, told), update);
    const problems = difference === undefined ? [] : [difference];
    return proveOne(subject, [...problems, ...missed(bad, alone)], bad.caughtBy);
  } catch (error) {
    return proveOne(subject, [messageOf(error)]);
  }
}

function besideFor({ manifest }: Stage): number {
  if (manifest.capabilities.includes('pages')) return BESIDE.afterBuild;
  return manifest.capabilities.includes('page') ? BESIDE.inBrowser : BESIDE.alone;
}

// The first check that fails, or the reason why the tracker did not start.
function catcher({ results, startProblem }: RunReport): string | undefined {
  if (startProblem !== undefined) return `start.${startProblem.kind}`;
  return results.find(({ status }) => status === 'failed')?.check.id;
}

function misjudged(bad: BadSubmission, report: RunReport): string | undefined {
  const caught = catcher(report);
  if (caught === bad.caughtBy) return undefined;
  return `it is caught by ${caught ?? 'nothing'}, and should be by ${bad.caughtBy}: ${bad.mistake}`;
}

// What comes after the check that has to fail does not matter: it is not begun.
function upTo(id: string): string[] {
  const at = checks.findIndex((check) => check.id === id);
  return checks.slice(0, at < 0 ? undefined : at + 1).map((check) => check.id);
}

// The checks that a submission says it trips too, and does not.
function missed({ also, name }: BadSubmission, { results }: RunReport): string[] {
  const failed = results.filter(({ status }) => status === 'failed').map(({ check }) => check.id);
  const passed = also.filter((id) => !failed.includes(id));
  return passed.map((id) => `${name} should trip ${id} as well, and does not`);
}
