import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@strata/conformance/browser';
import { checks } from '@strata/conformance/registry';
import { type RunReport, runChecks } from '@strata/conformance/run';
import { fillTracker } from '../new-tracker.ts';
import type { Place } from '../place.ts';
import { makeScratch } from '../scratch.ts';
import { type Stage, stageBefore } from '../stages.ts';
import { type Proof, proveOne } from './proof.ts';

const SUBJECT = 'the beginning fails for the stage’s own reason';
const SEED = 1;

/**
 * Proves that the tracker a learner begins a stage with (the reference before it, or the starter) does not pass, and
 * that the first thing it fails at is one of the stage's own checks: not an older one, not a mistake of the suite's.
 * @param place where the companion works
 * @param stage the stage
 * @param browser one that runs already
 * @returns the proof; where a stage asks nothing new of a client, there is nothing to fail at
 */
export async function proveBeginning(place: Place, stage: Stage, browser?: Browser): Promise<Proof> {
  const own = ownChecks(stage);
  const before = stageBefore(place, stage);
  if (own.length === 0) return proveOne(SUBJECT, [], 'nothing new is asked of it: what changes is inside');
  // `strata start` says so: until a learner has written the other program, there is nothing to ask.
  if (before !== undefined && startOf(before) !== startOf(stage))
    return proveOne(
      SUBJECT,
      [],
      `it is started in another way from here on: ${stage.manifest.start.join(' ')}`,
    );
  const folder = path.join(makeScratch(place, 'beginning'), 'tracker');
  try {
    mkdirSync(folder);
    fillTracker(before, folder);
    const options = {
      root: place.root,
      stage: stage.name,
      dir: folder,
      seed: SEED,
      bail: true,
      ...(browser && { browser }),
    };
    return judge(await runChecks({ ...options, only: own.map(({ id }) => id) }));
  } finally {
    rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 3 });
  }
}

function judge({ startProblem, browserProblem, results }: RunReport): Proof {
  if (browserProblem !== undefined) return proveOne(SUBJECT, [browserProblem]);
  if (startProblem !== undefined) return proveOne(SUBJECT, [`it does not even start: ${startProblem.title}`]);
  const failed = results.find(({ status }) => status === 'failed');
  if (failed === undefined)
    return proveOne(SUBJECT, ['it passes: the stage asks nothing that the one before has not']);
  const { check, bug } = failed;
  return proveOne(
    SUBJECT,
    bug === undefined ? [] : [`${check.id} has a mistake of its own:\n${bug}`],
    check.id,
  );
}

function ownChecks({ number, manifest }: Stage) {
  return checks.filter(
    ({ since, capability }) => since === number && manifest.capabilities.includes(capability),
  );
}

// Without the language: src/server.ts is started as src/server.js was.
function startOf({ manifest }: Stage): string {
  return manifest.start.join(' ').replace(/\.\w+$/, '');
}
