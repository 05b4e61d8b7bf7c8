import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PAPERS } from '../files.ts';
import type { Place } from '../place.ts';
import { type Stage, stageBefore } from '../stages.ts';
import { type Proof, proveOne } from './proof.ts';

/**
 * Proves the identity rule: what a stage does not declare is byte-identical to the stage before it, and everything it
 * declares does differ. The stage's own papers are never declared.
 * @param place where the companion works
 * @param stage the stage
 * @returns the proof, or undefined for the first stage
 */
export function proveIdentity(place: Place, stage: Stage): Proof | undefined {
  const before = stageBefore(place, stage);
  if (before === undefined) return undefined;
  const [old, now] = [contents(before), contents(stage)];
  const { added, changed, removed, moved } = stage.manifest.touches;
  const problems = [
    ...[...added, ...changed, ...removed, ...Object.keys(moved)]
      .filter((file) => PAPERS.has(file))
      .map((file) => `${file} is the stage's own and never declared`),
    ...added.filter((file) => !now.has(file)).map((file) => `declared as added, but not there: ${file}`),
    ...added
      .filter((file) => old.has(file))
      .map((file) => `declared as added, but ${before.name} has it: ${file}`),
    ...removed
      .filter((file) => !old.has(file))
      .map((file) => `declared as removed, but ${before.name} has no ${file}`),
    ...removed.filter((file) => now.has(file)).map((file) => `declared as removed, but still there: ${file}`),
    ...changed
      .filter((file) => !old.has(file) || !now.has(file))
      .map((file) => `declared as changed, but not in both: ${file}`),
    ...changed
      .filter((file) => same(old, file, now, file))
      .map((file) => `declared as changed, but the same: ${file}`),
    ...Object.entries(moved)
      .filter(([from, to]) => !old.has(from) || !now.has(to) || now.has(from))
      .map(([from, to]) => `declared as moved, but it is not: ${from} → ${to}`),
    ...undeclared(stage, old, now),
  ];
  return proveOne('identity rule', problems, `against ${before.name}`);
}

function undeclared(
  stage: Stage,
  old: ReadonlyMap<string, Buffer>,
  now: ReadonlyMap<string, Buffer>,
): string[] {
  const { added, changed, removed, moved } = stage.manifest.touches;
  const gone = new Set([...removed, ...Object.keys(moved)]);
  const fresh = new Set([...added, ...Object.values(moved)]);
  const known = new Set(changed);
  const problems: string[] = [];
  for (const file of old.keys()) {
    if (!now.has(file) && !gone.has(file)) problems.push(`removed without a word in "touches": ${file}`);
    else if (now.has(file) && !same(old, file, now, file) && !known.has(file) && !fresh.has(file)) {
      problems.push(`changed without a word in "touches": ${file}`);
    }
  }
  for (const file of now.keys()) {
    if (!old.has(file) && !fresh.has(file)) problems.push(`added without a word in "touches": ${file}`);
  }
  return problems;
}

function contents(stage: Stage): Map<string, Buffer> {
  const files = listFiles(stage.folder).filter((file) => !PAPERS.has(file));
  return new Map(files.map((file) => [file, readFileSync(path.join(stage.folder, file))]));
}

function same(
  a: ReadonlyMap<string, Buffer>,
  fileA: string,
  b: ReadonlyMap<string, Buffer>,
  fileB: string,
): boolean {
  const [first, second] = [a.get(fileA), b.get(fileB)];
  return first !== undefined && second !== undefined && first.equals(second);
}
