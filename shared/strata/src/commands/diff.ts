import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../errors.ts';
import { copyFiles, listFiles, PAPERS } from '../files.ts';
import { git } from '../git.ts';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import { makeScratch } from '../scratch.ts';
import { showDiff } from '../show-diff.ts';
import { findStage, type Stage, stageAfter } from '../stages.ts';
import { paint, say } from '../terminal.ts';

/**
 * Shows what one stage adds to another: a summary, then the patch. READMEs, decisions and names are left out.
 * @param place where the companion works
 * @param first the stage to begin from, as a person types it
 * @param second the stage to compare with; the next one when it is absent
 * @returns the exit status
 * @throws Refusal when there is no such stage
 */
export function diff(place: Place, first: string, second: string | undefined): number {
  const from = findStage(place, first);
  const to = second === undefined ? nextOf(place, from) : findStage(place, second);
  const scratch = makeScratch(place, 'diff');
  try {
    git(scratch, ['init', '--quiet', '--bare', '--template=', 'objects']);
    const trees = [layerTree(scratch, from), layerTree(scratch, to)];
    say(
      `${paint('bold', `${from.name} → ${to.name}`)}: what the layer adds, papers and package names left out`,
    );
    say();
    showDiff(path.join(scratch, 'objects'), trees);
    return 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function nextOf(place: Place, stage: Stage): Stage {
  const next = stageAfter(place, stage);
  if (next === undefined)
    throw new Refusal(`Stage ${stage.name} is the last one: name the stage to compare with.`);
  return findStage(place, next.name);
}

function layerTree(scratch: string, stage: Stage): string {
  const copy = path.join(scratch, stage.name);
  const files = listFiles(stage.folder).filter((file) => !PAPERS.has(file));
  copyFiles(stage.folder, copy, files);
  writeFileSync(path.join(copy, 'package.json'), namelessPackage(path.join(stage.folder, 'package.json')));
  const env = {
    GIT_DIR: path.join(scratch, 'objects'),
    GIT_WORK_TREE: copy,
    GIT_INDEX_FILE: path.join(scratch, `index-${stage.name}`),
  };
  git(copy, ['-c', 'core.autocrlf=false', 'add', '--all', '--force', '.'], env);
  return git(copy, ['write-tree'], env);
}

function namelessPackage(file: string): string {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(manifest)) throw new Refusal(`${file} must hold a JSON object.`);
  const { name: _name, description: _description, ...rest } = manifest;
  return `${JSON.stringify(rest, null, 2)}\n`;
}
