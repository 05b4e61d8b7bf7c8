import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../files.ts';
import { askGit } from '../git.ts';
import type { Place } from '../place.ts';
import type { Stage } from '../stages.ts';
import { type Proof, proveOne } from './proof.ts';

const CODE = /\.(m?[jt]sx?)$/;
const STRAY = /(^|\/)(\.DS_Store|Thumbs\.db|.*\.(orig|rej|bak|swp|tmp|log)|.*~)$/;
// What a framework finds by its name.
const BY_NAME =
  /(^|\/)(page|layout|loading|error|global-error|not-found|route|proxy|icon|robots|sitemap|next\.config|next-env\.d|postcss\.config|vite\.config|vitest\.config)\.[jt]sx?$/;
const MOST_BYTES = 200_000;

/**
 * Proves that a stage's folder holds what belongs there: nothing left over, nothing empty, every module used.
 * @param place where the companion works
 * @param stage the stage
 * @returns the proof
 */
export function proveFiles(place: Place, stage: Stage): Proof {
  const known = knownToGit(place, stage, ['--cached', '--others', '--exclude-standard']);
  // What git ignores was generated; a copy of the repository without git has nothing to compare with.
  const files = listFiles(stage.folder).filter((file) => known === undefined || known.includes(file));
  const untracked = knownToGit(place, stage, ['--others', '--exclude-standard']) ?? [];
  return proveOne('no stray files', [
    ...files.flatMap((file) => strayProblems(stage, file)),
    ...untracked.map((file) => `${file} is not in git`),
    ...unused(stage, files).map((file) => `${file} is used by nothing`),
  ]);
}

function strayProblems(stage: Stage, file: string): string[] {
  const { size } = statSync(path.join(stage.folder, file));
  if (STRAY.test(file)) return [`${file} is left over from something`];
  if (size === 0) return [`${file} is empty`];
  return size > MOST_BYTES ? [`${file} has ${Math.round(size / 1000)} kB`] : [];
}

function knownToGit(place: Place, { name }: Stage, kinds: readonly string[]): string[] | undefined {
  const folder = `stages/${name}/`;
  const answer = askGit(place.root, ['ls-files', '-z', ...kinds, '--', folder]);
  const files = answer.stdout.split('\0').filter((file) => file !== '');
  return answer.status === 0 ? files.map((file) => file.slice(folder.length)) : undefined;
}

// A module is used when another file names it: in an import, in a page, in a manifest.
function unused(stage: Stage, files: readonly string[]): string[] {
  const texts = files.map((file) => ({ file, text: readFileSync(path.join(stage.folder, file), 'utf8') }));
  return files.filter((file) => {
    if (!CODE.test(file) || !/^(src|web)\//.test(file) || BY_NAME.test(file)) return false;
    const name = path.basename(file).replace(/\.\w+$/, '');
    const named = new RegExp(`[/'"]${name}(\\.[mc]?[jt]sx?)?['"\\s]`);
    return !texts.some(
      (other) => other.file !== file && !other.file.endsWith('.md') && named.test(other.text),
    );
  });
}
