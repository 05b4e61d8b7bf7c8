import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PAPERS } from '../files.ts';
import type { Place } from '../place.ts';
import { type Stage, stageBefore } from '../stages.ts';
import type { Layer, Size } from './document.ts';
import { changedOutside } from './history.ts';
import type { Subject } from './subject.ts';
import { diffTrees, EMPTY_TREE, readAdded, sum, treeOf } from './trees.ts';

const SOURCE = /\.(m?[jt]sx?|css|html|py|go|rb|rs|java|php|sql|prisma)$/;
// Shorter lines are the same in any two programs.
const TELLING = 16;
const MOST_BYTES = 300_000;

/**
 * Measures the stage's change: against the learner's stage before, and against what the references do.
 * @param place where the companion works
 * @param subject what is under review
 * @param tracker the tracker's folder, absolute
 * @returns see Layer
 */
export function measureLayer(place: Place, subject: Subject, tracker: string): Layer {
  const { commit, base, stage } = subject;
  const before = stageBefore(place, stage);
  const mine = diffTrees(place, begunWith(place, subject, before), trackerAt(place, commit)).filter(isCode);
  const expected = new Set([...expectedFiles(stage)].map(stem));
  // What is gone from the stage before is no surprise.
  const there = new Set(listFiles(tracker));
  const unexpected = mine
    .map(({ file }) => file)
    .filter((file) => there.has(file) && !expected.has(stem(file)));
  return {
    mine: sum(mine),
    reference: referenceSize(place, before, stage),
    unexpected,
    outside: changedOutside(place, commit, base).files,
    copied: copiedShare(place, subject, before),
    longest: longestFile(tracker),
  };
}

/**
 * Lists the files of a tracker in which a person writes code.
 * @param folder the tracker's folder, absolute
 * @returns each with its text; those that are too long for a person are left out
 */
export function readSources(folder: string): { file: string; text: string }[] {
  return listFiles(folder)
    .filter((file) => SOURCE.test(file) && statSync(path.join(folder, file)).size < MOST_BYTES)
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
}

function isCode({ file }: { readonly file: string }): boolean {
  return !PAPERS.has(file) && !file.endsWith('.md');
}

function expectedFiles({ folder, manifest }: Stage): Set<string> {
  const { added, changed, removed, moved } = manifest.touches;
  const first = manifest.previous === undefined ? listFiles(folder) : [];
  return new Set([...first, ...added, ...changed, ...removed, ...Object.entries(moved).flat()]);
}

// Another language's file is as good: src/app.ts for src/app.js.
function stem(file: string): string {
  return file.replace(/\.\w+$/, '');
}

function referenceSize(place: Place, before: Stage | undefined, stage: Stage): Size {
  const from = before === undefined ? EMPTY_TREE : `HEAD:stages/${before.name}`;
  return sum(diffTrees(place, from, `HEAD:stages/${stage.name}`).filter(isCode));
}

// What was begun from a reference is not the learner's change, whether they committed that beginning or not.
function begunWith(place: Place, { base, progress }: Subject, before: Stage | undefined): string {
  return progress.fromReference && before !== undefined
    ? treeOf(place, `HEAD:stages/${before.name}`)
    : trackerAt(place, base);
}

// A name without a commit would mean what is staged here.
function trackerAt(place: Place, commit: string | undefined): string {
  return commit === undefined ? EMPTY_TREE : treeOf(place, `${commit}:my/tracker`);
}

// Lines that the learner's stage began with are not counted: they may be the reference's by right.
function copiedShare(place: Place, subject: Subject, before: Stage | undefined): number {
  const { commit, stage } = subject;
  const telling = (text: string): boolean => text.trim().length >= TELLING && /\w{3}/.test(text);
  const lines = (folder: string): string[] =>
    readSources(folder).flatMap(({ text }) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(telling),
    );
  const begun = begunWith(place, subject, before);
  const old = new Set(before === undefined || begun === EMPTY_TREE ? [] : lines(before.folder));
  const reference = new Set(lines(stage.folder).filter((line) => !old.has(line)));
  let [all, same] = [0, 0];
  const trees = [begun, trackerAt(place, commit)];
  readAdded(place, ['diff', ...trees], ({ file, text }) => {
    if (!SOURCE.test(file) || !telling(text) || old.has(text.trim())) return;
    all += 1;
    if (reference.has(text.trim())) same += 1;
  });
  return all === 0 ? 0 : Math.round((100 * same) / all);
}

function longestFile(tracker: string): Layer['longest'] {
  let longest: Layer['longest'] = null;
  for (const { file, text } of readSources(tracker)) {
    const lines = text.split('\n').length - 1;
    if (!/(^|\/)tests?\//.test(file) && lines > (longest?.lines ?? 0)) longest = { file, lines };
  }
  return longest;
}
