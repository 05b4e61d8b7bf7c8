import path from 'node:path';
import type { FailureFacts } from '@strata/conformance/failure';
import { checks } from '@strata/conformance/registry';
import { type First, type RunReport, runChecks } from '@strata/conformance/run';
import { browserLines, resultLines, startProblemLines } from './explanation.ts';
import { askGit } from './git.ts';
import type { Place } from './place.ts';
import { type Progress, readProgress, START, stageProgress, updateProgress } from './progress.ts';
import type { Reading } from './reading.ts';
import { countsLine, headline, outputLines } from './report.ts';
import { greenRef, isAsKept, keepSnapshot } from './snapshot.ts';
import type { Stage } from './stages.ts';
import { suitePin } from './suite.ts';
import { paint, say } from './terminal.ts';
import { beginWaiting } from './waiting.ts';

/** What is checked, and how it is told. */
export interface CheckSetup {
  readonly place: Place;
  readonly stage: Stage;
  /** The tracker's folder, absolute. */
  readonly folder: string;
  /** It is my/tracker: the result is remembered in the progress. */
  readonly own: boolean;
  readonly seed: number;
  readonly only: readonly string[] | undefined;
  readonly verbose: boolean;
}

/**
 * Runs the checks and prints the report as it grows.
 * @param setup see CheckSetup
 * @param signal stops the run; nothing more is printed and nothing remembered then
 * @returns the report
 */
export async function runAndTell(setup: CheckSetup, signal: AbortSignal): Promise<RunReport> {
  const progress = readProgress(setup.place);
  const quiet = (): boolean => signal.aborted;
  say(headline({ stage: readingStage(setup), paint }, setup.seed));
  if (failedLast(setup) !== undefined) say(paint('dim', '  what failed last time comes first'));
  const waiting = beginWaiting('waiting for your tracker …');
  const report = await runChecks({
    ...options(setup),
    signal,
    onNote: (line) => {
      if (!quiet()) say(paint('dim', `  ${line}`));
    },
    onResult: (result) => {
      if (quiet()) return;
      waiting.news();
      for (const line of resultLines(result, reading(setup, progress, result.check.id))) say(line);
    },
  }).finally(waiting.end);
  if (quiet()) return report;
  const own = reading(setup, progress, undefined);
  for (const line of [...startProblemLines(report, own), ...browserLines(report, own)]) say(line);
  const died = report.results.some((result) => result.failure?.came.includes('the tracker ended') === true);
  if (setup.verbose || died) for (const line of outputLines(report, own)) say(line);
  say();
  say(countsLine(report, own));
  remember(setup, report);
  return report;
}

/**
 * Runs the checks without a word.
 * @param setup see CheckSetup
 * @param signal stops the run; nothing is remembered then
 * @returns the report
 */
export async function runQuietly(setup: CheckSetup, signal: AbortSignal): Promise<RunReport> {
  const report = await runChecks({ ...options(setup), signal });
  if (!signal.aborted) remember(setup, report);
  return report;
}

/**
 * Whether every check that was run passed.
 * @param report a finished run
 * @returns false when one failed or waits, the tracker did not start, or there was no browser
 */
export function isGreen(report: RunReport): boolean {
  const ran = report.startProblem === undefined && report.browserProblem === undefined;
  return ran && report.results.every((result) => result.status === 'passed');
}

/**
 * Whether the learner's tracker is still what the stage began with, or the stage was never begun. Where a stage changes
 * only what is inside, it passes nevertheless.
 * @param setup what was checked
 * @returns false also when this clone does not know the beginning
 */
export function isUntouched({ place, stage, folder, own }: CheckSetup): boolean {
  if (!own) return false;
  const beginning = readProgress(place).stages[stage.name]?.beginning;
  if (beginning === undefined) return !checks.some(({ since }) => since === stage.number);
  return isAsKept(place, folder, beginning);
}

function options(setup: CheckSetup) {
  const { place, stage, folder, seed, only } = setup;
  const first = failedLast(setup);
  return {
    root: place.root,
    stage: stage.name,
    dir: folder,
    seed,
    bail: true,
    ...(only === undefined ? {} : { only }),
    ...(first === undefined ? {} : { first }),
  };
}

// Where there is a page, a browser takes seconds: whoever mends one thing wants to know of that first.
function failedLast({ place, stage, own, only }: CheckSetup): First | undefined {
  if (!own || only !== undefined || !stage.manifest.capabilities.includes('page')) return undefined;
  const { failing, failure } = readProgress(place).stages[stage.name] ?? {};
  if (failing === undefined || failing === START) return undefined;
  return { id: failing, isAgain: (facts) => gistOf(facts) === failure };
}

// How far it came and what it expected there, without the names that are made up anew each time: they have a digit.
function gistOf({ sent = '', expected }: FailureFacts): string {
  return `${sent.split('\n').length} ${expected.replaceAll(/"([^":]*:)?[^"]*\d[^"]*"/g, '"$1"')}`;
}

function readingStage({ stage }: CheckSetup): Reading['stage'] {
  return { number: stage.number, title: stage.title, capabilities: stage.manifest.capabilities };
}

function reading(setup: CheckSetup, progress: Progress, id: string | undefined): Reading {
  const folder = path.relative(setup.place.cwd, setup.folder) || '.';
  const opened = id === undefined ? 0 : (progress.stages[setup.stage.name]?.hints?.[id] ?? 0);
  return {
    stage: readingStage(setup),
    target: setup.own ? 'my' : `--dir ${folder}`,
    seed: setup.seed,
    current: setup.own && progress.current === setup.stage.name,
    verbose: setup.verbose,
    folder,
    opened,
    paint,
  };
}

function remember(setup: CheckSetup, report: RunReport): void {
  if (!setup.own) return;
  const failed = report.results.find((result) => result.status === 'failed');
  const passed = setup.only === undefined && isGreen(report) && !isUntouched(setup);
  updateProgress(setup.place, (progress) => {
    const part = stageProgress(progress, setup.stage.name);
    if (report.startProblem !== undefined) part.failing = START;
    else if (failed !== undefined) part.failing = failed.check.id;
    else if (passed || part.failing === START) delete part.failing;
    if (failed?.failure === undefined) delete part.failure;
    else part.failure = gistOf(failed.failure);
    if (!passed) return;
    part.passedAt ??= new Date().toISOString();
    part.suite = suitePin(setup.place, setup.stage);
    const head = askGit(setup.place.root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
    if (head.status === 0) part.strata = head.stdout.trim();
  });
  // What passed is kept, so that "what did I change since?" has an answer.
  if (passed) keepSnapshot(setup.place, setup.folder, greenRef(setup.stage.name));
}
