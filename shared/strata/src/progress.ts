import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './atomic.ts';
import { codeOf, messageOf, Refusal } from './errors.ts';
import { isObject } from './manifest.ts';
import type { Place } from './place.ts';

/** What is remembered of one stage. Times are RFC 3339 in UTC. */
export interface StageProgress {
  startedAt?: string;
  /** Where the tracker came from when the stage began. */
  from?: 'starter' | 'reference' | 'tracker';
  /** The git commit that holds the tracker as it was when the stage began. */
  beginning?: string;
  passedAt?: string;
  /** The stage with which it was passed, where both were one when that happened. */
  passedWith?: string;
  /** The version of the suite that it passed, and a digest of the checks: 0.1.0+9f86d081. */
  suite?: string;
  /** The commit of the repository that it passed in: what the checks were then. */
  strata?: string;
  /** Per check id, how many of its hints were opened. */
  hints?: Record<string, number>;
  /** The check that failed last, or START. */
  failing?: string;
  /** How it failed, to know it again. */
  failure?: string;
}

/** What failed when the tracker did not even start. */
export const START = 'start';

/** The learner's progress, my/progress.json. */
export interface Progress {
  version: 1;
  /** The name of the stage the learner is in. */
  current?: string;
  stages: Record<string, StageProgress>;
}

/**
 * The file of the progress.
 * @param place where the companion works
 * @returns its absolute path
 */
export function progressFile(place: Place): string {
  return path.join(place.root, 'my', 'progress.json');
}

/**
 * Reads the learner's progress.
 * @param place where the companion works
 * @returns what is remembered; nothing when there is no file yet
 * @throws Refusal when the file cannot be read or is not a progress file; it is left untouched
 */
export function readProgress(place: Place): Progress {
  let text: string;
  try {
    text = readFileSync(progressFile(place), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { version: 1, stages: {} };
    throw unreadable(messageOf(error), error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const merge = /^<{7} /m.test(text)
      ? 'it holds the marks of a merge that git could not finish'
      : messageOf(error);
    throw unreadable(merge, error);
  }
  if (isProgress(value)) return value;
  const newer = isObject(value) && typeof value.version === 'number' && value.version > 1;
  throw unreadable(newer ? 'a newer Strata wrote it' : 'it does not have the shape of a progress file');
}

/**
 * Changes the learner's progress: reads it, lets it be changed, writes it as a whole.
 * @param place where the companion works
 * @param change changes the progress it is given
 * @throws Refusal when the file cannot be read or is not a progress file; it is left untouched
 */
export function updateProgress(place: Place, change: (progress: Progress) => void): void {
  const progress = readProgress(place);
  const before = JSON.stringify(progress);
  change(progress);
  if (JSON.stringify(progress) !== before) {
    const { version, current, ...rest } = progress;
    writeAtomically(progressFile(place), `${JSON.stringify({ version, current, ...rest }, null, 2)}\n`);
  }
}

/**
 * The part of the progress that belongs to a stage, made when it is missing.
 * @param progress is changed where the part is missing
 * @param name the stage's name
 * @returns the part, to be read and changed
 */
export function stageProgress(progress: Progress, name: string): StageProgress {
  progress.stages[name] ??= {};
  return progress.stages[name];
}

/**
 * Whether a stage was passed, by itself or with another one.
 * @param part what is remembered of it; undefined when it was never begun
 * @returns false as long as it was not
 */
export function isPassed(part: StageProgress | undefined): boolean {
  return part?.passedAt !== undefined || part?.passedWith !== undefined;
}

function unreadable(why: string, cause?: unknown): Refusal {
  return new Refusal(
    `my/progress.json cannot be used: ${why}. It was left as it is.\n` +
      'Mend it by hand, or begin a new one with ./strata reset --progress (the old file is kept in my/saved).',
    { cause },
  );
}

function isProgress(value: unknown): value is Progress {
  if (!isObject(value) || value.version !== 1 || !isObject(value.stages)) return false;
  const current = value.current;
  return (
    (current === undefined || typeof current === 'string') &&
    Object.values(value.stages).every(isStageProgress)
  );
}

function isStageProgress(value: unknown): value is StageProgress {
  if (!isObject(value)) return false;
  const texts = [
    'startedAt',
    'from',
    'beginning',
    'passedAt',
    'passedWith',
    'suite',
    'strata',
    'failing',
    'failure',
  ];
  const hints = value.hints ?? {};
  return (
    texts.every((key) => value[key] === undefined || typeof value[key] === 'string') &&
    isObject(hints) &&
    Object.values(hints).every((count) => Number.isInteger(count))
  );
}
