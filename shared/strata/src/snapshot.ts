import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { askGit, git, gitFolder } from './git.ts';
import type { Place } from './place.ts';
import { makeScratch } from './scratch.ts';

const AUTHOR = { name: 'Strata', email: 'strata@localhost' };

/**
 * The ref that keeps the beginning of a stage.
 * @param stage the stage's name
 * @returns such as refs/strata/start/01-http
 */
export function beginningRef(stage: string): string {
  return `refs/strata/start/${stage}`;
}

/**
 * The ref that keeps the tracker as it was when it last passed a stage.
 * @param stage the stage's name
 * @returns such as refs/strata/green/01-http
 */
export function greenRef(stage: string): string {
  return `refs/strata/green/${stage}`;
}

/**
 * Keeps a folder as it is now, uncommitted and untracked files too, in a commit that no branch knows. What the
 * repository's .gitignore names is left out.
 * @param place where the companion works
 * @param folder an absolute path
 * @param ref the ref that keeps the commit, replaced when it exists
 * @returns the commit's id
 * @throws Refusal when git fails
 */
export function keepSnapshot(place: Place, folder: string, ref: string): string {
  const tree = writeTree(place, folder, {});
  const env = {
    GIT_AUTHOR_NAME: AUTHOR.name,
    GIT_AUTHOR_EMAIL: AUTHOR.email,
    GIT_COMMITTER_NAME: AUTHOR.name,
    GIT_COMMITTER_EMAIL: AUTHOR.email,
  };
  const commit = git(
    place.root,
    ['commit-tree', tree, '-m', `strata: ${ref.slice('refs/strata/'.length)}`],
    env,
  );
  git(place.root, ['update-ref', ref, commit]);
  return commit;
}

/**
 * The commit of a snapshot.
 * @param place where the companion works
 * @param ref a ref of a snapshot, or its commit's id
 * @returns the commit's id, or undefined when this clone does not have it
 */
export function findSnapshot(place: Place, ref: string): string | undefined {
  const answer = askGit(place.root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/**
 * Whether a folder is still what a snapshot keeps.
 * @param place where the companion works
 * @param folder an absolute path
 * @param commit the snapshot's commit
 * @returns false also when this clone does not have the snapshot
 * @throws Refusal when git fails
 */
export function isAsKept(place: Place, folder: string, commit: string): boolean {
  const kept = askGit(place.root, ['rev-parse', '--verify', '--quiet', `${commit}^{tree}`]);
  return kept.status === 0 && kept.stdout.trim() === writeTree(place, folder, {});
}

/**
 * Writes the files of a snapshot into a folder.
 * @param place where the companion works
 * @param commit the snapshot's commit
 * @param into an existing empty folder, absolute
 * @throws Refusal when git fails
 */
export function restoreSnapshot(place: Place, commit: string, into: string): void {
  withIndex(place, into, {}, (run) => {
    run(['read-tree', commit]);
    run(['checkout-index', '--all', '--force']);
  });
}

/**
 * Writes a folder's files as a git tree.
 * @param place where the companion works
 * @param folder an absolute path
 * @param env further environment, for example an object directory of its own
 * @returns the tree's id
 * @throws Refusal when git fails
 */
export function writeTree(place: Place, folder: string, env: Record<string, string>): string {
  return withIndex(place, folder, env, (run) => {
    run(['add', '--all', '.']);
    return run(['write-tree']);
  });
}

// An index of its own, and the folder as the work tree: the learner's index and branch notice nothing, and a
// repository that a learner made inside the folder does not hide its files.
function withIndex<T>(
  place: Place,
  folder: string,
  env: Record<string, string>,
  use: (run: (args: string[]) => string) => T,
): T {
  const scratch = makeScratch(place, 'index');
  const index = path.join(scratch, 'index');
  const own = { GIT_DIR: gitFolder(place), GIT_WORK_TREE: folder, GIT_INDEX_FILE: index, ...env };
  const settings = [
    '-c',
    'core.autocrlf=false',
    '-c',
    'core.safecrlf=false',
    '-c',
    'core.sparseCheckout=false',
  ];
  const ignore = path.join(place.root, '.gitignore');
  if (existsSync(ignore)) settings.push('-c', `core.excludesFile=${ignore}`);
  try {
    return use((args) => git(folder, [...settings, ...args], own));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
