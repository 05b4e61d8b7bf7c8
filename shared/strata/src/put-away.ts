import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '@strata/conformance/process-table';
import { codeOf, messageOf, Refusal } from './errors.ts';
import { type Place, shown, trackerFolder } from './place.ts';

// Three steps, each one rename: the new tracker is prepared under a name of its own and called "next" when it is
// whole; the old one is renamed into my/saved; the next one is renamed into place. Stopped anywhere, every file of the
// learner's is in my/tracker or in my/saved, and `recover` finishes or clears what is left.
const PREPARING = '.tracker-preparing-';
const NEXT = '.tracker-next-';

/**
 * Makes an empty folder for a new tracker, beside the present one.
 * @param place where the companion works
 * @returns its absolute path
 */
export function prepareTracker(place: Place): string {
  const folder = path.join(place.root, 'my', `${PREPARING}${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Puts a prepared tracker in the place of my/tracker, which is put away first.
 * @param place where the companion works
 * @param prepared the folder made by prepareTracker, now filled
 * @param stage the name of the stage the old tracker belongs to
 * @param now the time, for the name of the folder in my/saved
 * @returns the absolute path of the old tracker, or undefined when there was none
 * @throws Refusal when the old one cannot be put away; nothing is changed then
 */
export function replaceTracker(place: Place, prepared: string, stage: string, now: Date): string | undefined {
  const tracker = trackerFolder(place);
  const next = path.join(place.root, 'my', `${NEXT}${process.pid}`);
  rmSync(next, { recursive: true, force: true });
  renameSync(prepared, next);
  const saved = existsSync(tracker) ? putAway(place, tracker, stage, now, next) : undefined;
  renameSync(next, tracker);
  return saved;
}

/**
 * Moves a file or folder into my/saved, under a name that nothing has yet.
 * @param place where the companion works
 * @param from the absolute path
 * @param label the end of the new name, for example a stage's name
 * @param now the time, for the beginning of the new name
 * @returns the new absolute path
 */
export function moveToSaved(place: Place, from: string, label: string, now: Date): string {
  const parent = path.join(place.root, 'my', 'saved');
  mkdirSync(parent, { recursive: true });
  const name = `${timestamp(now)}-${label}`;
  for (let count = 1; ; count++) {
    const to = path.join(parent, count === 1 ? name : `${name}-${count}`);
    if (existsSync(to)) continue;
    try {
      renameSync(from, to);
      return to;
    } catch (error) {
      // Another command took the name in between: a folder is never renamed onto one that holds files.
      if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error;
    }
  }
}

/**
 * Finishes what a command left that was stopped while it replaced the tracker. Cheap when nothing is left.
 * @param place where the companion works
 * @returns what was done, in words for the learner; undefined when nothing was left
 */
export function recover(place: Place): string | undefined {
  const my = path.join(place.root, 'my');
  if (!existsSync(my)) return undefined;
  const left = readdirSync(my).filter((name) => isLeft(name, PREPARING) || isLeft(name, NEXT));
  let finished = false;
  for (const name of left.sort()) {
    const folder = path.join(my, name);
    if (name.startsWith(NEXT) && !existsSync(trackerFolder(place))) {
      renameSync(folder, trackerFolder(place));
      finished = true;
    } else {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  if (!finished) return undefined;
  const saved = newestSaved(place);
  const where = saved === undefined ? '' : ` What was in my/tracker before is in ${shown(place, saved)}.`;
  return `An earlier command was stopped half-way: its new my/tracker has been put in place now.${where}`;
}

function putAway(place: Place, tracker: string, stage: string, now: Date, next: string): string {
  try {
    return moveToSaved(place, tracker, stage, now);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    const why = `my/tracker could not be put away, so nothing was changed: ${messageOf(error)}`;
    throw new Refusal(
      `${why}\nClose the programs that use it (a server, a terminal, an editor) and try again.`,
    );
  }
}

function newestSaved(place: Place): string | undefined {
  const parent = path.join(place.root, 'my', 'saved');
  const newest = existsSync(parent) ? readdirSync(parent).sort().at(-1) : undefined;
  return newest === undefined ? undefined : path.join(parent, newest);
}

// The name ends with the id of the process that made the folder; one that still runs keeps its own.
function isLeft(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)));
}

function timestamp(now: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const date = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  return `${date}-${pad(now.getHours())}${pad(now.getMinutes())}${pad(now.getSeconds())}`;
}
