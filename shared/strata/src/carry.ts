import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './atomic.ts';
import { Refusal } from './errors.ts';
import { listFiles, PAPERS } from './files.ts';
import { askGit, git } from './git.ts';
import type { Place } from './place.ts';
import { makeScratch } from './scratch.ts';
import type { Stage } from './stages.ts';

/** What became of one file of a stage when the change of the stage before was taken to it. */
export interface Carried {
  /** The path in the stage before. */
  readonly from: string;
  /** The path in this stage. */
  readonly to: string;
  readonly outcome: 'changed' | 'same' | 'added' | 'removed' | 'gone' | 'conflict';
}

/**
 * Lists the files of a stage that differ from a revision, its own papers left out.
 * @param place where the companion works
 * @param stage the stage
 * @param since a git revision
 * @returns paths relative to the stage's folder
 * @throws Refusal when there is no such revision
 */
export function changedFiles(place: Place, stage: Stage, since: string): string[] {
  const before = git(place.root, [
    'ls-tree',
    '-r',
    '--name-only',
    '-z',
    `${since}:stages/${stage.name}`,
  ]).split('\0');
  const all = new Set([...before.filter((file) => file !== ''), ...listFiles(stage.folder)]);
  const differs = (file: string): boolean => contentAt(place, stage, since, file) !== contentNow(stage, file);
  return [...all].filter((file) => !PAPERS.has(file) && differs(file)).sort();
}

/**
 * Takes the change of some files, between a revision and now, from one stage to the next.
 * @param place where the companion works
 * @param from the stage that has the change
 * @param to the stage after it
 * @param files the files to look at, as they are called in `from`
 * @param since the revision that the change is counted from
 * @returns what became of each; a conflict leaves git's marks in the file
 */
export function carryOver(
  place: Place,
  from: Stage,
  to: Stage,
  files: readonly string[],
  since: string,
): Carried[] {
  // A stage that is younger than the revision is compared with its last commit.
  const there = askGit(place.root, ['cat-file', '-e', `${since}:stages/${from.name}`]).status === 0;
  const before = there ? since : 'HEAD';
  return files.map((file) => {
    const target = to.manifest.touches.moved[file] ?? file;
    const base = contentAt(place, from, before, file);
    const theirs = contentNow(from, file);
    const outcome = carryFile(place, to, target, { base, theirs, ours: contentNow(to, target) });
    return { from: file, to: target, outcome };
  });
}

/**
 * Finds files that hold the marks of a merge nobody has resolved.
 * @param stages the stages to look through
 * @returns paths such as stages/01-http/src/app.js
 */
export function unresolved(stages: readonly Stage[]): string[] {
  return stages.flatMap((stage) =>
    listFiles(stage.folder)
      .filter((file) => /^<{7} [\s\S]*^={7}$[\s\S]*^>{7} /m.test(contentNow(stage, file) ?? ''))
      .map((file) => `stages/${stage.name}/${file}`),
  );
}

interface Versions {
  readonly base: string | undefined;
  readonly theirs: string | undefined;
  readonly ours: string | undefined;
}

function carryFile(place: Place, stage: Stage, file: string, versions: Versions): Carried['outcome'] {
  const { base, theirs, ours } = versions;
  const target = path.join(stage.folder, file);
  if (ours === theirs || base === theirs) return 'same';
  if (theirs === undefined) {
    if (ours !== base) return 'conflict';
    rmSync(target);
    return 'removed';
  }
  if (ours === undefined) {
    // A file that the later stage dropped stays dropped; one that is new here is new there.
    if (base !== undefined) return 'gone';
    writeAtomically(target, theirs);
    return 'added';
  }
  const { text, clean } = merge(place, { base: base ?? '', theirs, ours });
  if (text === ours) return 'same';
  writeAtomically(target, text);
  return clean ? 'changed' : 'conflict';
}

function merge(
  place: Place,
  texts: Record<'base' | 'theirs' | 'ours', string>,
): { text: string; clean: boolean } {
  const scratch = makeScratch(place, 'carry');
  try {
    for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(scratch, name), text);
    const labels = ['-L', 'this stage', '-L', 'before the change', '-L', 'the change'];
    const answer = askGit(scratch, ['merge-file', '-p', ...labels, 'ours', 'base', 'theirs']);
    // The status is the number of conflicts, at most 127; above that git could not merge at all.
    if (answer.status > 127) throw new Refusal(`git merge-file failed: ${answer.stderr.trim()}`);
    return { text: answer.stdout, clean: answer.status === 0 };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function contentAt(place: Place, stage: Stage, since: string, file: string): string | undefined {
  const answer = askGit(place.root, ['cat-file', 'blob', `${since}:stages/${stage.name}/${file}`]);
  return answer.status === 0 ? answer.stdout : undefined;
}

function contentNow(stage: Stage, file: string): string | undefined {
  const full = path.join(stage.folder, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}
