import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from './errors.ts';
import { askGit, currentBranch, git, gitFolder } from './git.ts';
import type { Place } from './place.ts';
import { progressFile } from './progress.ts';

/**
 * Switches to a stage's branch, or makes it from the current commit. Uncommitted work travels along.
 * @param place where the companion works
 * @param branch the branch's name, such as stage/01-http
 * @returns what was done: nothing, because it was checked out; a switch; a new branch
 * @throws Refusal when git refuses; nothing is changed then
 */
export function enterBranch(place: Place, branch: string): 'here' | 'switched' | 'created' {
  gitFolder(place);
  if (currentBranch(place) === branch) return 'here';
  const exists = isCommit(place, `refs/heads/${branch}`);
  // In a second clone of a fork the branch is there as the remote's; it is the learner's when it holds their tracker.
  const remote =
    !exists && isCommit(place, `refs/remotes/origin/${branch}`) && has(place, `origin/${branch}:my/tracker`);
  const args = exists ? [branch] : remote ? ['--track', `origin/${branch}`] : ['--create', branch];
  if (exists || remote) keepingProgress(place, () => switchTo(place, branch, args));
  else switchTo(place, branch, args);
  return exists || remote ? 'switched' : 'created';
}

/**
 * Brings back the progress that was set aside while a branch was switched, if the command was stopped in between.
 * @param place where the companion works
 */
export function recoverProgress(place: Place): void {
  if (existsSync(asideFile(place))) renameSync(asideFile(place), progressFile(place));
}

// Progress belongs to the person, not to the branch: on a fork that commits my/, each branch has an older copy, and git
// would refuse to switch because this one changed. It is set aside, and comes back whatever git says.
function keepingProgress(place: Place, act: () => void): void {
  const file = progressFile(place);
  if (!existsSync(file)) {
    act();
    return;
  }
  renameSync(file, asideFile(place));
  try {
    const path = 'my/progress.json';
    if (has(place, `HEAD:${path}`))
      git(place.root, ['restore', '--source=HEAD', '--staged', '--worktree', path]);
    else git(place.root, ['rm', '--cached', '--quiet', '--ignore-unmatch', path]);
    act();
  } finally {
    recoverProgress(place);
  }
}

function switchTo(place: Place, branch: string, args: string[]): void {
  const answer = askGit(place.root, ['switch', '--quiet', '--no-overwrite-ignore', ...args]);
  if (answer.status === 0) return;
  throw new Refusal(
    `git would not switch to ${branch}, so nothing was changed. It says:\n\n${indent(answer.stderr)}\n\n` +
      'Commit your work first (git add my && git commit), then type the same command again.',
  );
}

function asideFile(place: Place): string {
  return path.join(place.root, 'my', '.progress-while-switching.json');
}

function isCommit(place: Place, ref: string): boolean {
  return askGit(place.root, ['show-ref', '--verify', '--quiet', ref]).status === 0;
}

function has(place: Place, object: string): boolean {
  return askGit(place.root, ['cat-file', '-e', object]).status === 0;
}

function indent(text: string): string {
  return text.trim().replaceAll(/^/gm, '  ');
}
