import { rmSync } from 'node:fs';
import { checks } from '@strata/conformance/registry';
import { type RunReport, runChecks } from '@strata/conformance/run';
import { messageOf } from '../errors.ts';
import { copyFiles, listFiles } from '../files.ts';
import type { Place } from '../place.ts';
import { makeScratch } from '../scratch.ts';
import type { Stage } from '../stages.ts';
import {
  applySubmission,
  type BadSubmission,
  compareTranscript,
  readBadSubmissions,
} from './bad-submission.ts';
import { type Proof, proveOne } from './proof.ts';
import { transcribe } from './transcript.ts';

// The inputs are the same each time, so that what a learner reads can be compared.
const SEED = 1;
const BESIDE = 2;

/**
 * Proves that each known-bad submission of a stage is caught by the check it names, with the words that are recorded.
 * @param place where the companion works
 * @param stage the stage
 * @param update record what a learner reads instead of comparing it
 * @returns a proof per submission, in their order, each as soon as it and those before it are known
 */
export async function* proveSubmissions(place: Place, stage: Stage, update: boolean): AsyncGenerator<Proof> {
  const submissions = readBadSubmissions(place).filter((submission) => submission.stage === stage.name);
  const proofs = submissions.map((submission) => ({ submission, ...Promise.withResolvers<Proof>() }));
  const waiting = [...proofs];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      next.resolve(await proveSubmission(place, stage, next.submission, update));
    }
  };
  for (let count = 0; count < BESIDE; count++) void work();
  for (const { promise } of proofs) yield await promise;
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
  update: boolean,
): Promise<Proof> {
  const subject = `caught: ${bad.name}`;
  const folder = makeScratch(place, 'bad');
  try {
    copyFiles(stage.folder, folder, listFiles(stage.folder));
    applySubmission(bad, folder);
    const options = { root: place.root, stage: stage.name, dir: folder, seed: SEED, bail: true };
    const report = await runChecks({ ...options, only: upTo(bad.caughtBy) });
    const failed = report.results.find((result) => result.status === 'failed')?.check.id;
    const caught = report.startProblem === undefined ? failed : `start.${report.startProblem.kind}`;
    if (caught !== bad.caughtBy) {
      return proveOne(subject, [
        `it is caught by ${caught ?? 'nothing'}, and should be by ${bad.caughtBy}: ${bad.mistake}`,
      ]);
    }
    // Without the checks before it: no id in the transcript moves because one was added there.
    const only = [bad.caughtBy, ...bad.also];
    const few = failed === undefined ? report : await runChecks({ ...options, bail: false, only });
    const told = few.results[0]?.status === 'failed' ? few : report;
    const problem = compareTranscript(bad, transcribe(place, stage, folder, told), update);
    const problems = problem === undefined ? [] : [problem];
    return proveOne(subject, [...problems, ...missed(bad, few)], bad.caughtBy);
  } catch (error) {
    return proveOne(subject, [messageOf(error)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
