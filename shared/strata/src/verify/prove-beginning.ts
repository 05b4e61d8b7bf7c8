import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@strata/conformance/browser';
import { ensureBuilt } from '@strata/conformance/build';
import { looksAtPage } from '@strata/conformance/check';
import { Processes } from '@strata/conformance/process';
import { checks } from '@strata/conformance/registry';
import { type RunReport, runChecks } from '@strata/conformance/run';
import { appliesTo } from '@strata/conformance/selection';
import { fillTracker } from '../new-tracker.ts';
import type { Place } from '../place.ts';
import { counted } from '../review/markdown.ts';
import { makeScratch } from '../scratch.ts';
import { type Stage, stageBefore } from '../stages.ts';
import { type Proof, proveOne } from './proof.ts';
import { linkBuilt, withoutPage } from './submission-copy.ts';

const SUBJECT = 'the beginning fails for the stage’s own reason';
const SEED = 1;

/**
 * Proves that the tracker a learner begins a stage with (the reference before it, or the starter) does not pass, and
 * that what it fails at is what the stage asks for the first time: nothing older, no mistake of the suite's. Where that
 * can be known without a browser, all of the suite is run; on a page, up to the first that fails.
 * @param place where the companion works
 * @param stage the stage
 * @param browser one that runs already
 * @returns the proof; where a stage asks nothing new of a client, there is nothing to fail at
 */
export async function proveBeginning(place: Place, stage: Stage, browser?: Browser): Promise<Proof> {
  const before = stageBefore(place, stage);
  const older = new Set(before === undefined ? [] : applying(before).map(({ id }) => id));
  const all = applying(stage);
  const fresh = all.filter(({ id }) => !older.has(id));
  if (fresh.length === 0) return proveOne(SUBJECT, [], 'nothing new is asked of it: what changes is inside');
  // `strata start` says so: until a learner has written the other program, there is nothing to ask.
  if (before !== undefined && startOf(before) !== startOf(stage))
    return proveOne(
      SUBJECT,
      [],
      `it is started in another way from here on: ${stage.manifest.start.join(' ')}`,
    );
  const atPage = fresh.every(looksAtPage);
  // Where people sign in for the first time, nobody can, and everything older is asked by somebody who has.
  const bail = atPage || (before !== undefined && has(stage, 'accounts') && !has(before, 'accounts'));
  const asked = bail ? fresh : all;
  const only = asked.filter((check) => atPage || !looksAtPage(check)).map(({ id }) => id);
  const folder = path.join(makeScratch(place, 'beginning'), 'tracker');
  try {
    mkdirSync(folder);
    fillTracker(before, folder);
    if (before?.manifest.api !== undefined && !atPage) await lendBuilt(place, before, folder);
    const options = { root: place.root, stage: stage.name, dir: folder, seed: SEED, bail, only };
    const manner = { ...(browser && { browser }), ...(atPage ? {} : serverOf(stage, before)) };
    return judge(await runChecks({ ...options, ...manner }), older);
  } finally {
    rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 3 });
  }
}

// The API alone is not built anew: it may need what a build has made.
async function lendBuilt(place: Place, before: Stage, folder: string): Promise<void> {
  const processes = new Processes(place.root);
  try {
    await ensureBuilt(place.root, before.folder, processes);
    linkBuilt(before, folder);
  } finally {
    await processes.close();
  }
}

function has({ manifest }: Stage, capability: string): boolean {
  return manifest.capabilities.includes(capability);
}

// Where the API can be started alone, nothing has to be built.
function serverOf({ manifest }: Stage, before: Stage | undefined) {
  const start = before?.manifest.api;
  return start === undefined ? {} : { start, capabilities: withoutPage(manifest.capabilities) };
}

function judge({ startProblem, browserProblem, results }: RunReport, older: ReadonlySet<string>): Proof {
  if (browserProblem !== undefined) return proveOne(SUBJECT, [browserProblem]);
  if (startProblem !== undefined) return proveOne(SUBJECT, [`it does not even start: ${startProblem.title}`]);
  const failed = results.filter(({ status }) => status === 'failed');
  const first = failed[0]?.check.id;
  if (first === undefined)
    return proveOne(SUBJECT, ['it passes: the stage asks nothing that the one before has not']);
  const problems = failed.flatMap(({ check: { id }, bug }) => {
    if (bug !== undefined) return [`${id} has a mistake of its own:\n${bug}`];
    return older.has(id) ? [`it fails at ${id} as well, which held at the stage before`] : [];
  });
  return proveOne(SUBJECT, problems, `${counted(failed.length, 'check')}, ${first} first`);
}

function applying({ number, manifest }: Stage) {
  return checks.filter((check) => appliesTo(check, { number, capabilities: manifest.capabilities }));
}

// Without the language: src/server.ts is started as src/server.js was.
function startOf({ manifest }: Stage): string {
  return manifest.start.join(' ').replace(/\.\w+$/, '');
}
