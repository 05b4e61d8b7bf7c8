import { rmSync } from 'node:fs';
import path from 'node:path';
import type { CheckSetup } from './check-run.ts';
import { Refusal } from './errors.ts';
import { git, gitFolder } from './git.ts';
import { makeScratch } from './scratch.ts';
import { showDiff } from './show-diff.ts';
import { beginningRef, findSnapshot, greenRef, writeTree } from './snapshot.ts';
import { say } from './terminal.ts';

/**
 * Shows what changed in the tracker since it was last green, or since the stage began.
 * @param setup the check that is running
 * @throws Refusal when this clone knows neither
 */
export function showChanges({ place, stage, folder, own }: CheckSetup): void {
  const green = own ? findSnapshot(place, greenRef(stage.name)) : undefined;
  const since = green ?? (own ? findSnapshot(place, beginningRef(stage.name)) : undefined);
  if (since === undefined)
    throw new Refusal('There is nothing to compare with: this clone did not begin the stage.');
  // New objects go into a folder of their own, so that looking leaves nothing in the repository.
  const objects = makeScratch(place, 'objects');
  try {
    const known = path.resolve(place.root, git(place.root, ['rev-parse', '--git-path', 'objects']));
    const env = { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: known };
    const tree = writeTree(place, folder, env);
    say(green === undefined ? `Since stage ${stage.number} began:` : 'Since it was last green:');
    showDiff(gitFolder(place), [`${since}^{tree}`, tree], env);
  } finally {
    rmSync(objects, { recursive: true, force: true });
  }
}
