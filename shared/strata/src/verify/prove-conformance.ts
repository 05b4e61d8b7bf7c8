import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type RunOptions, type RunReport, runChecks } from '@strata/conformance/run';
import { resultLines, startProblemLines } from '../explanation.ts';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import type { Stage } from '../stages.ts';
import { plain } from '../terminal.ts';
import type { Proof } from './proof.ts';

type How = Pick<RunOptions, 'seed' | 'browser'>;

/**
 * Proves that the reference of a stage passes every check of it.
 * @param place where the companion works
 * @param stage the stage
 * @param how the seed of the random inputs, and a browser that runs already
 * @returns the proof: every check counts
 */
export async function proveReference(place: Place, stage: Stage, how: How): Promise<Proof> {
  const report = await runChecks({ root: place.root, stage: stage.name, dir: stage.folder, ...how });
  return proofOf(stage, 'the reference passes', report);
}

/**
 * Proves that right answers written in another manner pass too.
 * @param place where the companion works
 * @param stage the stage
 * @param how the seed of the random inputs, and a browser that runs already
 * @returns a proof per alternative that is kept for the stage: every check counts
 */
export async function proveAlternatives(place: Place, stage: Stage, how: How): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const { name, folder } of alternativesFor(place, stage)) {
    const report = await runChecks({ root: place.root, stage: stage.name, dir: folder, ...how });
    proofs.push(proofOf(stage, `the alternative ${name} passes`, report));
  }
  return proofs;
}

function proofOf(stage: Stage, subject: string, report: RunReport): Proof {
  const reading = {
    stage: { number: stage.number, title: stage.title, capabilities: stage.manifest.capabilities },
    target: stage.number,
    seed: report.seed,
    current: true,
    verbose: false,
    folder: `stages/${stage.name}`,
    opened: 0,
    paint: plain,
  };
  const problems = report.results
    .filter((result) => result.status === 'failed')
    .map((result) => `${result.check.id}\n${resultLines(result, reading).join('\n')}`);
  if (report.startProblem !== undefined) problems.push(startProblemLines(report, reading).join('\n'));
  if (report.browserProblem !== undefined) problems.push(report.browserProblem);
  if (report.leftovers.length > 0) problems.push(`it left processes running: ${report.leftovers.length}`);
  const passed = report.results.filter((result) => result.status === 'passed').length;
  if (passed === 0 && problems.length === 0) problems.push('there is no check for this stage');
  return {
    subject,
    passed,
    problems,
    note: `${passed} checks, seed ${report.seed}, ${Math.round(report.milliseconds)} ms`,
  };
}

function alternativesFor(place: Place, stage: Stage): { name: string; folder: string }[] {
  const parent = path.join(place.root, 'shared', 'conformance', 'alternatives');
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .sort()
    .map((name) => ({ name, folder: path.join(parent, name) }))
    .filter(({ folder }) => existsSync(path.join(folder, 'stage.json')))
    .filter(({ folder }) => {
      const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'stage.json'), 'utf8'));
      return isObject(manifest) && Array.isArray(manifest.stages) && manifest.stages.includes(stage.number);
    });
}
