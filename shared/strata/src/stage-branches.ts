import { makeTree, rootPapers } from './branch-papers.ts';
import { Refusal } from './errors.ts';
import { askGit, git } from './git.ts';
import type { Place } from './place.ts';
import { readStages, type Stage } from './stages.ts';

// Whoever builds the branches, and whenever: the same folders give the same commits.
const BUILDER = { name: 'Strata', email: 'strata@localhost' };
const FIRST = 1_767_225_600; // 2026-01-01, an hour more for each stage
// By this line a branch is known as built, so that nobody else's is ever moved.
const TRAILER = 'Built-from';
// What a project of its own needs beside the stage's folder.
const SHARED = ['.gitignore', 'LICENSE'];
// What an image is built with, where the stage has one: the lockfile of the repository serves a single project as well.
const FOR_IMAGE = ['.dockerignore', '.npmrc', 'package-lock.json'];

/** A branch that shows one layer. */
export interface StageBranch {
  /** Such as refs/heads/stage/01-http. */
  readonly ref: string;
  readonly stage: Stage;
  readonly commit: string;
  /** What git says of the commit's size. */
  readonly size: string;
}

/**
 * Builds the commits of the stages from the last commit of the repository: each with the tracker at its root, on top
 * of the one before. Only objects are written; no branch is touched.
 * @param place where the companion works
 * @param prefix what the names of the branches begin with, such as stage/
 * @returns the branches, in the order of the stages
 * @throws Refusal when a stage is not committed
 */
export function buildBranches(place: Place, prefix: string): StageBranch[] {
  const built: StageBranch[] = [];
  for (const [index, stage] of readStages(place).entries()) {
    const parent = built.at(-1)?.commit;
    const tree = treeOf(place, stage);
    const commit = commitTree(place, { stage, tree, parent, time: FIRST + index * 3600 });
    const size = sizeOf(place, parent, commit);
    built.push({ ref: `refs/heads/${prefix}${stage.name}`, stage, commit, size });
  }
  return built;
}

/**
 * Whether a commit was built by `buildBranches`.
 * @param place where the companion works
 * @param commit any commit
 * @returns false for everybody else's
 */
export function isBuilt(place: Place, commit: string): boolean {
  const answer = askGit(place.root, ['log', '-1', `--format=%ae%n%(trailers:key=${TRAILER})`, commit, '--']);
  const [email, trailer = ''] = answer.stdout.split('\n');
  return answer.status === 0 && email === BUILDER.email && trailer.startsWith(TRAILER);
}

function treeOf(place: Place, stage: Stage): string {
  const folder = `HEAD:stages/${stage.name}`;
  if (askGit(place.root, ['rev-parse', '--verify', '--quiet', folder]).status !== 0)
    throw new Refusal(`Stage ${stage.name} is not committed yet: the branches are built from commits.`);
  const own = git(place.root, ['ls-tree', folder]).split('\n');
  const names = own.map((line) => line.split('\t')[1]);
  const wanted = names.includes('Dockerfile') ? [...SHARED, ...FOR_IMAGE] : SHARED;
  const shared = wanted.filter((name) => !names.includes(name));
  const added = git(place.root, ['ls-tree', 'HEAD', '--', ...shared]).split('\n');
  return makeTree(
    place,
    [...rootPapers(place, own), ...added].filter((line) => line !== ''),
  );
}

function commitTree(
  place: Place,
  { stage, tree, parent, time }: { stage: Stage; tree: string; parent: string | undefined; time: number },
): string {
  const title = stage.title.replace(/^(An?|The|Everything) /, (word) => word.toLowerCase());
  const message = `feat(${stage.number}): ${title}\n\n${TRAILER}: stages/${stage.name}\n`;
  const env = {
    GIT_AUTHOR_NAME: BUILDER.name,
    GIT_AUTHOR_EMAIL: BUILDER.email,
    GIT_AUTHOR_DATE: `${time} +0000`,
    GIT_COMMITTER_NAME: BUILDER.name,
    GIT_COMMITTER_EMAIL: BUILDER.email,
    GIT_COMMITTER_DATE: `${time} +0000`,
  };
  const on = parent === undefined ? [] : ['-p', parent];
  const plain = ['-c', 'commit.gpgSign=false', '-c', 'i18n.commitEncoding=utf-8'];
  return git(place.root, [...plain, 'commit-tree', tree, ...on, '-m', message], env);
}

function sizeOf(place: Place, parent: string | undefined, commit: string): string {
  const from = parent === undefined ? ['--root'] : [parent];
  // The lockfile is nobody's reading.
  const read = ['--', '.', ':(exclude)package-lock.json'];
  return git(place.root, [
    'diff-tree',
    '--no-commit-id',
    '--shortstat',
    '-M',
    ...from,
    commit,
    ...read,
  ]).trim();
}
