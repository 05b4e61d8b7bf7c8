import path from 'node:path';

/** Where the companion works: the repository's root and the folder it was called from, both absolute. */
export interface Place {
  readonly root: string;
  readonly cwd: string;
}

/**
 * The place of this process.
 * @returns the repository that holds this file, and the current folder
 */
export function currentPlace(): Place {
  return { root: path.resolve(import.meta.dirname, '../../..'), cwd: process.cwd() };
}

/**
 * The learner's own tracker.
 * @param place where the companion works
 * @returns the absolute path of my/tracker, whether it exists or not
 */
export function trackerFolder(place: Place): string {
  return path.join(place.root, 'my', 'tracker');
}

/**
 * A path as a person would type it.
 * @param place where the companion works
 * @param file an absolute path
 * @returns the path relative to the current folder, '.' for that folder itself
 */
export function shown(place: Place, file: string): string {
  return path.relative(place.cwd, file) || '.';
}
