import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { checks } from '@strata/conformance/registry';
import { formerOf } from './former.ts';
import { askGit } from './git.ts';
import { isObject } from './manifest.ts';
import type { Place } from './place.ts';
import { makeScratch } from './scratch.ts';
import { restoreSnapshot } from './snapshot.ts';
import type { Stage } from './stages.ts';
import { type CheckMark, markChecks } from './suite.ts';

/** How the checks of a stage differ from those of an earlier commit. */
export interface SuiteChanges {
  readonly added: readonly CheckMark[];
  readonly changed: readonly CheckMark[];
  readonly gone: readonly CheckMark[];
}

const LIMIT = 30_000;

/**
 * Compares the checks of a stage with those of an earlier commit of the repository.
 * @param place where the companion works
 * @param stage the stage
 * @param commit the commit, as it was when the stage passed
 * @returns the differences; undefined when this clone cannot tell
 */
export function changesOfSuite(place: Place, stage: Stage, commit: string): SuiteChanges | undefined {
  const before = marksAt(place, stage, commit);
  if (before === undefined) return undefined;
  const now = markChecks(checks, stage.number, stage.manifest.capabilities);
  const [old, fresh] = [byId(before), byId(now)];
  return {
    added: now.filter(({ id }) => !old.has(id)),
    changed: now.filter(({ id, mark }) => old.has(id) && old.get(id)?.mark !== mark),
    gone: before.filter(({ id }) => !fresh.has(id)),
  };
}

function marksAt(place: Place, stage: Stage, commit: string): CheckMark[] | undefined {
  const manifest =
    manifestAt(place, stage.name, commit) ?? manifestAt(place, formerOf(stage.name)?.name, commit);
  const suite = askGit(place.root, ['cat-file', '-e', `${commit}:shared/conformance/checks`]);
  if (manifest === undefined || suite.status !== 0) return undefined;
  const scratch = makeScratch(place, 'suite');
  try {
    const folder = path.join(scratch, 'conformance');
    mkdirSync(folder);
    restoreSnapshot(place, `${commit}:shared/conformance`, folder);
    const { capabilities }: { capabilities?: string[] } = JSON.parse(manifest);
    const child = path.join(import.meta.dirname, 'suite-child.ts');
    const args = [child, folder, stage.number, (capabilities ?? []).join(',')];
    const answer = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT });
    return answer.status === 0 ? readMarks(answer.stdout) : undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function manifestAt(place: Place, name: string | undefined, commit: string): string | undefined {
  const answer = askGit(place.root, ['cat-file', 'blob', `${commit}:stages/${name}/stage.json`]);
  return answer.status === 0 ? answer.stdout : undefined;
}

function readMarks(text: string): CheckMark[] {
  const value: unknown = JSON.parse(text);
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((one) => {
    if (!isObject(one)) return [];
    return [{ id: String(one.id), title: String(one.title), mark: String(one.mark) }];
  });
}

function byId(marks: readonly CheckMark[]): Map<string, CheckMark> {
  return new Map(marks.map((one) => [one.id, one]));
}
