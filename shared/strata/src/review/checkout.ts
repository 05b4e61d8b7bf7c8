import { mkdirSync } from 'node:fs';
import { devNull } from 'node:os';
import path from 'node:path';
import { Refusal } from '../errors.ts';
import { git, gitFolder } from '../git.ts';
import type { Place } from '../place.ts';

const MOST_FILES = 20_000;
const MOST_BYTES = 200 * 1024 * 1024;

/**
 * Writes the learner's folder my/ of a commit aside. Links become plain files that hold their target, so that nothing
 * in it leads out of it; hooks and filters of this machine stay out of it.
 * @param place where the companion works
 * @param commit the commit's id
 * @param scratch an existing empty folder, absolute
 * @returns the tracker's folder in it, absolute
 * @throws Refusal when there is no tracker, or too much of it
 */
export function checkOutTracker(place: Place, commit: string, scratch: string): string {
  refuseTooMuch(place, commit);
  const into = path.join(scratch, 'my');
  mkdirSync(into, { recursive: true });
  const env = {
    GIT_DIR: gitFolder(place),
    GIT_WORK_TREE: into,
    GIT_INDEX_FILE: path.join(scratch, 'index'),
    GIT_ATTR_NOSYSTEM: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
  };
  const settings = ['core.symlinks=false', 'core.autocrlf=false', `core.hooksPath=${devNull}`];
  settings.push(`core.attributesFile=${devNull}`, 'core.sparseCheckout=false', 'core.fsmonitor=false');
  const own = settings.flatMap((setting) => ['-c', setting]);
  git(into, [...own, 'read-tree', `${commit}:my`], env);
  git(into, [...own, 'checkout-index', '--all', '--force'], env);
  return path.join(into, 'tracker');
}

function refuseTooMuch(place: Place, commit: string): void {
  const list = git(place.root, ['ls-tree', '-r', '-l', '-z', commit, 'my/']).split('\0');
  const tracker = list.filter((line) => line.includes('\tmy/tracker/'));
  if (tracker.length === 0)
    throw new Refusal(`There is no my/tracker in ${commit.slice(0, 7)}: nothing to review.`);
  const bytes = list.reduce((sum, line) => sum + (Number(line.split('\t', 1)[0]?.split(/ +/)[3]) || 0), 0);
  if (list.length > MOST_FILES || bytes > MOST_BYTES) {
    const size = `${list.length} files of ${Math.round(bytes / 1024 / 1024)} MB`;
    throw new Refusal(
      `${commit.slice(0, 7)} holds ${size} in my/: too much to be a tracker. Look at it by hand.`,
    );
  }
}
