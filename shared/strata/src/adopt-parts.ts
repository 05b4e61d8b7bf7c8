import { becameParts, type Former, findFormer } from './former.ts';
import { askGit, git } from './git.ts';
import { partWhere } from './part-where.ts';
import type { Place } from './place.ts';
import { type Progress, readProgress, type StageProgress, updateProgress } from './progress.ts';
import { beginningRef, findSnapshot, greenRef } from './snapshot.ts';

/**
 * Lets the progress speak of the stages there are, where it names one that has become several. All that was noted goes
 * to the part in which the learner stands; branches, snapshots and the tracker stay as they are.
 * @param place where the companion works
 * @returns what became of it, a sentence for each such stage; empty when the progress names none
 * @throws Refusal when the progress cannot be read
 */
export function adoptParts(place: Place): string[] {
  const { stages, current } = readProgress(place);
  const names = new Set([...Object.keys(stages), ...(current === undefined ? [] : [current])]);
  return [...names].flatMap((name) => {
    const former = findFormer(name);
    return former?.name === name ? [adopt(place, former)] : [];
  });
}

function adopt(place: Place, former: Former): string {
  const noted = readProgress(place).stages[former.name] ?? {};
  const part = partWhere(former, noted);
  for (const refOf of [beginningRef, greenRef]) copyRef(place, refOf(former.name), refOf(part));
  updateProgress(place, (progress) => move(progress, former, part));
  const branch = `stage/${former.name}`;
  const there = askGit(place.root, ['show-ref', '--verify', '--quiet', `refs/heads/${branch}`]).status === 0;
  const number = part.split('-', 1)[0];
  const kept = `${there ? `Your branch ${branch}, your` : 'Your'} tracker and your hints are as they were`;
  const how =
    noted.passedAt === undefined
      ? `You stand in ${part}, as far as your tracker came. ${kept}; go on with ./strata start ${number}`
      : `You have passed all of them with it. ${kept}; ./strata upgrade says whether your tracker passes the checks of today.`;
  return `${becameParts(former)} ${how}`;
}

function move(progress: Progress, former: Former, part: string): void {
  const { [former.name]: noted = {}, ...others } = progress.stages;
  const there = others[part] ?? {};
  const hints = { ...noted.hints, ...there.hints };
  const merged: StageProgress = { ...noted, ...there, ...(Object.keys(hints).length > 0 && { hints }) };
  progress.stages = { ...others, [part]: merged };
  if (noted.passedAt !== undefined)
    for (const other of former.parts)
      if (other !== part) progress.stages[other] = { passedWith: part, ...others[other] };
  if (progress.current === former.name) progress.current = part;
}

function copyRef(place: Place, from: string, to: string): void {
  const commit = findSnapshot(place, from);
  if (commit !== undefined && findSnapshot(place, to) === undefined)
    git(place.root, ['update-ref', to, commit]);
}
