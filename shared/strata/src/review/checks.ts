import path from 'node:path';
import { checks as registry } from '@strata/conformance/registry';
import { appliesTo } from '@strata/conformance/selection';
import { findChromium } from '@strata/services/chromium';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import type { Stage } from '../stages.ts';
import { mask } from '../verify/transcript.ts';
import type { Checks, FailedCheck } from './document.ts';
import { runLimited } from './limits.ts';

const SECONDS = 300;

/** What is checked. */
export interface CheckedTracker {
  readonly stage: Stage;
  readonly tracker: string;
  readonly scratch: string;
  readonly seed: number;
  readonly claimed: boolean;
}

/**
 * Runs the reviewer's suite against the tracker; all of it, whatever fails.
 * @param place where the companion works
 * @param checked see CheckedTracker
 * @returns what passed and what failed, told without times, ports and folders
 */
export async function runSuite(place: Place, checked: CheckedTracker): Promise<Checks> {
  const { stage, tracker, scratch, seed, claimed } = checked;
  const words = [
    process.execPath,
    path.join(import.meta.dirname, 'check-child.ts'),
    place.root,
    stage.name,
    tracker,
  ];
  const chromium = findChromium();
  const env = chromium === undefined ? {} : { CHROMIUM_PATH: chromium };
  const run = await runLimited(place, [...words, String(seed)], {
    cwd: scratch,
    seconds: SECONDS,
    env,
  });
  const lines = run.stdout.split('\n').flatMap(parse);
  const count = (status: string): number => lines.filter((line) => line.status === status).length;
  const end = lines.find((line) => line.end === true);
  const hide = (text: unknown): string => withoutPlace(place, checked, String(text ?? ''));
  const problem = isObject(end?.startProblem) ? end.startProblem : undefined;
  return {
    passed: count('passed'),
    failed: count('failed'),
    waiting: applicable(stage) - count('passed') - count('failed'),
    startProblem: startProblem(problem, end === undefined, hide),
    browserProblem: typeof end?.browserProblem === 'string' ? end.browserProblem : null,
    claimed,
    failures: lines.flatMap((line) => (line.status === 'failed' ? describe(line, hide) : [])),
  };
}

function startProblem(
  problem: Record<string, unknown> | undefined,
  cut: boolean,
  hide: (text: unknown) => string,
): Checks['startProblem'] {
  if (problem !== undefined) return { title: hide(problem.title), seen: hide(problem.seen) };
  if (!cut) return null;
  return {
    title: 'The checks came to no end.',
    seen: `They were stopped after ${SECONDS} seconds, or by a limit of memory.`,
  };
}

function describe(line: Record<string, unknown>, hide: (text: unknown) => string): FailedCheck[] {
  const check = registry.find(({ id }) => id === line.id);
  if (check === undefined || !isObject(line.failure)) return [];
  const { id, title, why, since } = check;
  const { sent, expected, came } = line.failure;
  return [{ id, title, why, since, sent: hide(sent), expected: hide(expected), came: hide(came) }];
}

function applicable({ number, manifest }: Stage): number {
  return registry.filter((check) => appliesTo(check, { number, capabilities: manifest.capabilities })).length;
}

function withoutPlace(place: Place, { tracker, scratch }: CheckedTracker, text: string): string {
  const here = text.replaceAll(tracker, 'my/tracker').replaceAll(scratch, '‹scratch›');
  // Ids count what was asked before, beside other things too.
  return mask(here.replaceAll(place.root, '‹strata›')).replaceAll(/"id": ?\d+/g, '"id":‹n›');
}

function parse(line: string): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? [value] : [];
  } catch {
    return []; // a line that was cut when the time was over
  }
}
