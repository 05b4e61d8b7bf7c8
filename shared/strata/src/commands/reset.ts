import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../errors.ts';
import { type Place, shown, trackerFolder } from '../place.ts';
import { progressFile, readProgress, stageProgress, updateProgress } from '../progress.ts';
import { moveToSaved, prepareTracker, replaceTracker } from '../put-away.ts';
import { beginningRef, findSnapshot, restoreSnapshot } from '../snapshot.ts';
import { findStage } from '../stages.ts';
import { say } from '../terminal.ts';

/** What `strata reset` can be told. */
export interface ResetOptions {
  /** Begin the progress anew instead of the tracker. */
  progress?: boolean;
}

/**
 * Brings my/tracker back to the beginning of the stage, after putting the present one away.
 * @param place where the companion works
 * @param options see ResetOptions
 * @returns the exit status
 * @throws Refusal when there is no beginning to go back to; nothing is changed then
 */
export function reset(place: Place, options: ResetOptions): number {
  return options.progress === true ? resetProgress(place) : resetTracker(place);
}

function resetTracker(place: Place): number {
  const { current, stages } = readProgress(place);
  if (current === undefined) {
    throw new Refusal(
      'You are in no stage yet, so there is no beginning to go back to. Begin one: ./strata start 00',
    );
  }
  const stage = findStage(place, current);
  const commit = findSnapshot(place, stages[current]?.beginning ?? beginningRef(stage.name));
  if (commit === undefined) {
    throw new Refusal(
      `The beginning of stage ${stage.number} is kept in the clone where you started it, and this is another one.\n` +
        `./strata start ${stage.number} --from reference begins again from the reference of the stage before; ` +
        'your tracker is put away first.',
    );
  }
  const prepared = prepareTracker(place);
  restoreSnapshot(place, commit, prepared);
  const saved = replaceTracker(place, prepared, stage.name, new Date());
  updateProgress(place, (progress) => {
    delete stageProgress(progress, stage.name).failing;
  });
  say(`my/tracker is as it was when you began stage ${stage.number}.`);
  if (saved === undefined) return 0;
  say(`Your work is in ${shown(place, saved)}, whole: untracked and ignored files (.env, node_modules) too.`);
  if (!path.relative(trackerFolder(place), place.cwd).startsWith('..')) {
    say(`This terminal is now in that folder: cd ${place.root}`);
  }
  return 0;
}

function resetProgress(place: Place): number {
  const file = progressFile(place);
  if (!existsSync(file)) {
    say('There is no my/progress.json: nothing to begin anew.');
    return 0;
  }
  const saved = moveToSaved(place, file, 'progress.json', new Date());
  say(`A new progress begins. The old one is kept: ${shown(place, saved)}`);
  say('Say where you are with ./strata start NN; your tracker and your branches are as they were.');
  return 0;
}
