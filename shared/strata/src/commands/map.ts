import { existsSync } from 'node:fs';
import { currentBranch } from '../git.ts';
import { type Place, trackerFolder } from '../place.ts';
import { isPassed, type Progress, readProgress, START } from '../progress.ts';
import { type Planned, readCourse, type Stage } from '../stages.ts';
import { paint, say } from '../terminal.ts';

/**
 * Prints the map: every stage with its state, where the learner is, and the next thing to type.
 * @param place where the companion works
 * @returns the exit status
 * @throws Refusal when the progress cannot be read
 */
export function map(place: Place): number {
  const course = readCourse(place);
  const progress = readProgress(place);
  const longest = Math.max(...course.map((stage) => stage.title.length));
  say(`${paint('bold', 'Strata')} · one small tracker, rebuilt a layer a stage`);
  say();
  for (const stage of course) {
    const days = paint('dim', `${stage.days.padStart(3)} ${stage.days === '1' ? 'day ' : 'days'}`);
    say(
      `  ${sign(stage, progress)} ${stage.number.padEnd(4)}${stage.title.padEnd(longest)}  ${days}  ${state(stage, progress)}`,
    );
  }
  const there = course.filter((stage) => 'manifest' in stage).length;
  say();
  say(
    `  ${totalDays(course)} days at four to six hours · ${there} of ${course.length} stages are here, the others come later`,
  );
  const branch = currentBranch(place);
  if (progress.current !== undefined && branch !== undefined && branch !== `stage/${progress.current}`) {
    say(
      `  You are in stage ${progress.current}, but on the branch ${branch}: ./strata start ${numberIn(progress.current)}`,
    );
  }
  say();
  say(`  Next: ${next(place, course, progress)}`);
  say(paint('dim', '  Every command, with examples: ./strata --help'));
  return 0;
}

/**
 * Adds up days of work.
 * @param stages with days such as '2' or '1–2'
 * @returns the sum, in the same form
 */
export function totalDays(stages: readonly Planned[]): string {
  let low = 0;
  let high = 0;
  for (const { days } of stages) {
    const [least = 0, most = least] = days.split(/[–-]/).map(Number);
    low += least;
    high += most;
  }
  return low === high ? String(low) : `${low}–${high}`;
}

function sign(stage: Planned | Stage, progress: Progress): string {
  if (!('manifest' in stage)) return paint('dim', '·');
  if (stage.name === progress.current) return paint('cyan', '▸');
  return isPassed(progress.stages[stage.name]) ? paint('green', '✓') : '○';
}

function state(stage: Planned | Stage, progress: Progress): string {
  if (!('manifest' in stage)) return paint('dim', 'to come');
  const part = progress.stages[stage.name];
  const here = stage.name === progress.current;
  if (part?.passedAt !== undefined)
    return paint('green', `passed ${part.passedAt.slice(0, 10)}${here ? ', you are here' : ''}`);
  if (part?.passedWith !== undefined) return paint('green', `passed with ${numberIn(part.passedWith)}`);
  if (here && part?.failing === START) return paint('cyan', 'you are here, and it does not start');
  if (here)
    return paint('cyan', part?.failing === undefined ? 'you are here' : `you are here, at ${part.failing}`);
  return part?.startedAt === undefined ? '' : `begun ${part.startedAt.slice(0, 10)}`;
}

function next(place: Place, course: (Planned | Stage)[], progress: Progress): string {
  const current = course.find((stage) => stage.name === progress.current);
  if (current === undefined) return './strata start 00';
  if (!existsSync(trackerFolder(place))) return `./strata start ${current.number}`;
  if (!isPassed(progress.stages[current.name])) return './strata check';
  const following = course.find((stage) => stage.name > current.name);
  if (following === undefined) return 'you have passed every stage. ./strata discuss any of them';
  if ('manifest' in following) return `./strata start ${following.number}`;
  return `stage ${following.number} is still to come. Until then: ./strata discuss ${current.number}`;
}

function numberIn(name: string): string {
  return name.split('-', 1)[0] ?? name;
}
