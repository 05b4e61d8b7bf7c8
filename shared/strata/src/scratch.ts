import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Place } from './place.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes an empty folder for work that is thrown away, inside the repository so that packages are found from it. What
 * commands left there that were killed days ago is cleared.
 * @param place where the companion works
 * @param purpose the beginning of its name
 * @returns its absolute path; whoever asked for it removes it
 */
export function makeScratch(place: Place, purpose: string): string {
  const parent = path.join(place.root, '.strata', 'tmp');
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const folder = path.join(parent, name);
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > DAY) rmSync(folder, { recursive: true, force: true });
  }
  return mkdtempSync(path.join(parent, `${purpose}-`));
}
