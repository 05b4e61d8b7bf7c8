import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type RunOptions, type RunReport, runChecks } from '@strata/conformance/run';
import { resultLines, startProblemLines } from '../explanation.ts';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import type { Stage } from '../stages.ts';
import { plain } from '../terminal.ts';
import { leftToThorough, type Proof } from './proof.ts';

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
 * @param thorough also those that are proved at an earlier stage
 * @returns a proof per alternative that is kept for the stage: every check counts
 */
export async function proveAlternatives(
  place: Place,
  stage: Stage,
  how: How,
  thorough: boolean,
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const { name, folder, capabilities, first } of alternativesFor(place, stage)) {
    if (!first && !thorough && stage.manifest.capabilities.includes('page')) {
      proofs.push(leftToThorough(stage, `the alternative ${name}`));
      continue;
    }
    const narrowed = capabilities === undefined ? {} : { capabilities };
    const report = await runChecks({ root: place.root, stage: stage.name, dir: folder, ...how, ...narrowed });
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

interface Alternative {
  readonly name: string;
  readonly folder: string;
  /** What it can do, where that is less than its stage asks for. */
  readonly capabilities: readonly string[] | undefined;
  /** No earlier stage has it. */
  readonly first: boolean;
}

function alternativesFor(place: Place, stage: Stage): Alternative[] {
  const parent = path.join(place.root, 'shared', 'conformance', 'alternatives');
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .sort()
    .flatMap((name) => {
      const folder = path.join(parent, name);
      const file = path.join(folder, 'stage.json');
      const manifest: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
      if (!isObject(manifest)) return [];
      const [first, ...later] = words(manifest.stages) ?? [];
      if (stage.number !== first && !later.includes(stage.number)) return [];
      const isFirst = stage.number === first;
      return [{ name, folder, capabilities: words(manifest.capabilities), first: isFirst }];
    });
}

function words(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}
