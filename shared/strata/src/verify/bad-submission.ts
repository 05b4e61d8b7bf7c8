import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { applyPatch, parsePatch } from 'diff';
import { writeAtomically } from '../atomic.ts';
import { Refusal } from '../errors.ts';
import type { Place } from '../place.ts';

/** A known-bad submission: a small patch to a reference, and the check that must catch it. */
export interface BadSubmission {
  /** The stage's folder name. */
  readonly stage: string;
  readonly name: string;
  /** One sentence: the mistake. */
  readonly mistake: string;
  /** The first check that fails: what a learner then reads is recorded. */
  readonly caughtBy: string;
  /** Other checks that fail as well, and would be the first to without those before them. */
  readonly also: readonly string[];
  /** It takes long, and is left to `strata verify --thorough`. */
  readonly long: boolean;
  readonly patch: string;
  /** The file that holds what a learner then reads. */
  readonly transcript: string;
}

/**
 * Reads the known-bad submissions of every stage.
 * @param place where the companion works
 * @returns them, in the order of their names
 * @throws Refusal when one does not say which check catches it
 */
export function readBadSubmissions(place: Place): BadSubmission[] {
  const parent = path.join(place.root, 'shared', 'conformance', 'bad');
  if (!existsSync(parent)) return [];
  const stages = readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return stages
    .map((entry) => entry.name)
    .sort()
    .flatMap((stage) => {
      const patches = readdirSync(path.join(parent, stage)).filter((file) => file.endsWith('.patch'));
      return patches.sort().map((file) => readOne(path.join(parent, stage, file), stage));
    });
}

/**
 * Applies the patch of a submission to a copy of the reference.
 * @param submission the submission
 * @param folder the copy, changed in place
 * @throws Refusal when the patch no longer fits
 */
export function applySubmission({ name, stage, patch }: BadSubmission, folder: string): void {
  const changes = parsePatch(patch);
  if (changes.length === 0) throw new Refusal(`bad/${stage}/${name}.patch changes nothing`);
  for (const change of changes) {
    const from = fileName(change.oldFileName);
    const to = fileName(change.newFileName);
    const source = from === undefined ? '' : readFileSync(path.join(folder, from), 'utf8');
    const result = applyPatch(source, change);
    if (result === false) throw new Refusal(`bad/${stage}/${name}.patch no longer fits ${from ?? to}`);
    if (to === undefined) rmSync(path.join(folder, from ?? ''));
    else writeAtomically(path.join(folder, to), result);
    if (from !== undefined && to !== undefined && from !== to) rmSync(path.join(folder, from));
  }
}

/**
 * Compares what a learner reads with the recorded transcript, or records it.
 * @param submission the submission
 * @param text what a learner reads now
 * @param update record it instead of comparing
 * @returns the problem, or undefined when both are the same
 */
export function compareTranscript(
  submission: BadSubmission,
  text: string,
  update: boolean,
): string | undefined {
  const { transcript } = submission;
  const recorded = existsSync(transcript) ? readFileSync(transcript, 'utf8') : undefined;
  if (recorded === text) return undefined;
  if (update) {
    writeFileSync(transcript, text);
    return undefined;
  }
  const again = `Record it with ./strata verify ${submission.stage.split('-', 1)[0]} --update, then read the difference.`;
  if (recorded === undefined) return `there is no transcript ${path.basename(transcript)}. ${again}`;
  return `a learner now reads something else than ${path.basename(transcript)}. ${again}\n${text}`;
}

function readOne(file: string, stage: string): BadSubmission {
  const text = readFileSync(file, 'utf8');
  const name = path.basename(file, '.patch');
  const start = text.search(/^(--- |diff )/m);
  const head = (start === -1 ? text : text.slice(0, start)).trim();
  const caughtBy = /^caught-by: *(\S+) *$/m.exec(head)?.[1];
  const also = /^also: *(.+)$/m.exec(head)?.[1]?.split(/ +/) ?? [];
  const long = /^when: *thorough *$/m.test(head);
  const mistake = head.replaceAll(/^(caught-by|also|when):.*$/gm, '').trim();
  if (start === -1 || caughtBy === undefined || mistake === '') {
    throw new Refusal(
      `${stage}/${name}.patch must begin with a sentence, then "caught-by: <check id>", then the patch.`,
    );
  }
  return {
    stage,
    name,
    mistake,
    caughtBy,
    also,
    long,
    patch: text.slice(start),
    transcript: file.replace(/\.patch$/, '.txt'),
  };
}

function fileName(name: string | undefined): string | undefined {
  if (name === undefined || name === '/dev/null') return undefined;
  return name.replace(/^[ab]\//, '').replace(/^stages\/[^/]+\//, '');
}
