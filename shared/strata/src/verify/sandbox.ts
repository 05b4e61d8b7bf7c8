import { cpSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { git } from '../git.ts';
import { fillTracker } from '../new-tracker.ts';
import type { Place } from '../place.ts';
import { makeScratch } from '../scratch.ts';
import type { Stage } from '../stages.ts';

const TOP = /^(node_modules|\.git|\.strata|\.turbo|my)$/;
const SKIPPED = /[\\/](node_modules|\.turbo|\.results|\.next|dist|coverage|conformance[\\/]bad)$/;

/**
 * Makes a throw-away copy of the repository, as a learner has it who has finished a stage: the reference is my/tracker.
 * @param place where the companion works
 * @param stage the stage
 * @returns the copy's root, absolute, and how to remove it
 */
export function makeSandbox(place: Place, stage: Stage): { root: string; remove: () => void } {
  const root = makeScratch(place, 'learner');
  copyRepository(place, root);
  fillTracker(stage, path.join(root, 'my', 'tracker'));
  const passed = { passedAt: new Date().toISOString() };
  const progress = { version: 1, current: stage.name, stages: { [stage.name]: passed } };
  writeFileSync(path.join(root, 'my', 'progress.json'), JSON.stringify(progress));
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }) };
}

/**
 * Copies the repository as a clone would have it, without anything of a learner's and without the known-bad submissions,
 * which no command of a learner's reads: a git repository of its own with one commit on the branch main. The installed
 * packages are shared with the original.
 * @param place where the companion works
 * @param root an existing empty folder, absolute
 */
export function copyRepository(place: Place, root: string): void {
  for (const entry of readdirSync(place.root).filter((name) => !TOP.test(name))) {
    const from = path.join(place.root, entry);
    cpSync(from, path.join(root, entry), { recursive: true, filter: (file) => !SKIPPED.test(file) });
  }
  linkPackages(place, root);
  git(root, ['init', '--quiet', '--initial-branch=main', '--template=']);
  const settings = { 'user.name': 'A learner', 'user.email': 'learner@localhost', 'gc.auto': '0' };
  for (const [key, value] of Object.entries(settings)) git(root, ['config', key, value]);
  git(root, ['add', '--all']);
  git(root, ['commit', '--quiet', '--no-verify', '-m', 'chore: begin']);
}

// What is installed is shared with the repository; the workspace packages are the copy's own.
function linkPackages(place: Place, root: string): void {
  const [from, to] = [path.join(place.root, 'node_modules'), path.join(root, 'node_modules')];
  mkdirSync(path.join(to, '@strata'), { recursive: true });
  for (const entry of readdirSync(from).filter((name) => name !== '@strata' && name !== '.strata-setup')) {
    symlinkSync(path.join(from, entry), path.join(to, entry), 'junction');
  }
  for (const name of readdirSync(path.join(from, '@strata'))) {
    const target = path.relative(place.root, realpathSync(path.join(from, '@strata', name)));
    symlinkSync(path.join(root, target), path.join(to, '@strata', name), 'junction');
  }
  writeFileSync(path.join(to, '.strata-setup'), '');
}
