import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { enterBranch } from '../branch.ts';
import { readBrief } from '../brief.ts';
import { Refusal } from '../errors.ts';
import { readStart } from '../manifest.ts';
import { fillTracker } from '../new-tracker.ts';
import { type Place, shown, trackerFolder } from '../place.ts';
import { readProgress, type StageProgress, stageProgress, updateProgress } from '../progress.ts';
import { prepareTracker, replaceTracker } from '../put-away.ts';
import { beginningRef, findSnapshot, keepSnapshot } from '../snapshot.ts';
import { findStage, type Stage, stageBefore } from '../stages.ts';
import { paint, say, wrap } from '../terminal.ts';

/** What `strata start` can be told. */
export interface StartOptions {
  /** 'reference': put my/tracker away and begin from the reference of the stage before. */
  from?: string;
}

interface Begun {
  readonly from: NonNullable<StageProgress['from']>;
  readonly saved: string | undefined;
}

/**
 * Begins or continues a stage: its branch, the learner's tracker, and what to do first.
 * @param place where the companion works
 * @param word the stage, as a person types it
 * @param options see StartOptions
 * @returns the exit status
 * @throws Refusal when something is in the way; nothing of the learner's is lost then
 */
export function start(place: Place, word: string, options: StartOptions): number {
  if (options.from !== undefined && options.from !== 'reference') {
    throw new Refusal(`--from takes one word: reference. It was given "${options.from}".`, { status: 2 });
  }
  const stage = findStage(place, word);
  readProgress(place); // one that cannot be used stops it here, before anything is changed
  const branch = enterBranch(place, `stage/${stage.name}`);
  const before = readProgress(place); // in a second clone it comes with the branch
  const begun = beginTracker(place, stage, options.from === 'reference', before.current);
  const known = before.stages[stage.name]?.startedAt !== undefined;
  remember(place, stage, begun, known);
  announce(place, stage, branch, begun, known);
  return 0;
}

function beginTracker(place: Place, stage: Stage, anew: boolean, current: string | undefined): Begun {
  const tracker = trackerFolder(place);
  if (existsSync(tracker) && !anew) return { from: 'tracker', saved: undefined };
  const reference = stageBefore(place, stage);
  const prepared = prepareTracker(place);
  fillTracker(reference, prepared);
  const saved = replaceTracker(place, prepared, current ?? 'tracker', new Date());
  return { from: reference === undefined ? 'starter' : 'reference', saved };
}

// A stage that is continued keeps the beginning it had; a new tracker is a new beginning.
function remember(place: Place, stage: Stage, begun: Begun, known: boolean): void {
  const ref = beginningRef(stage.name);
  const keep = begun.from !== 'tracker' || (!known && findSnapshot(place, ref) === undefined);
  const beginning = keep ? keepSnapshot(place, trackerFolder(place), ref) : undefined;
  updateProgress(place, (progress) => {
    progress.current = stage.name;
    const part = stageProgress(progress, stage.name);
    part.startedAt ??= new Date().toISOString();
    if (begun.from !== 'tracker' || !known) part.from = begun.from;
    if (beginning === undefined) return;
    part.beginning = beginning;
    delete part.failing;
  });
}

function announce(place: Place, stage: Stage, branch: string, begun: Begun, known: boolean): void {
  const reference = stageBefore(place, stage);
  const origin = {
    starter: 'my/tracker, begun: a program that cannot do anything yet',
    reference: `my/tracker, begun from the finished reference of ${reference?.number}`,
    tracker: 'my/tracker, your own, continued',
  }[begun.from];
  const how = { here: '', switched: ' (switched to it)', created: ' (new)' }[branch];
  const brief = path.join(stage.folder, 'README.md');
  say(`${paint('bold', `Stage ${stage.number} · ${stage.title}`)}   ${paint('dim', `${stage.days} days`)}`);
  say();
  say(`  branch     stage/${stage.name}${how}`);
  say(`  tracker    ${origin}`);
  if (begun.saved !== undefined)
    say(`  put away   ${shown(place, begun.saved)} holds your former tracker, whole`);
  say(`  brief      ${shown(place, brief)}`);
  if (existsSync(brief)) {
    say();
    for (const line of wrap(readBrief(readFileSync(brief, 'utf8')).problem, 78)) say(`  ${line}`);
  }
  say();
  say(`  ${known ? 'You were in this stage before. ' : ''}Next:`);
  for (const line of nextSteps(place, stage)) say(`    ${line}`);
  const other = otherStart(place, stage);
  if (other !== undefined) {
    say();
    for (const line of wrap(other, 76)) say(`  ${line}`);
  }
  if (begun.saved !== undefined && !path.relative(trackerFolder(place), place.cwd).startsWith('..')) {
    say();
    say(`  This terminal is now in the folder that was put away: cd ${place.root}`);
  }
}

function nextSteps(place: Place, stage: Stage): string[] {
  const brief = shown(place, path.join(stage.folder, 'README.md'));
  const feel = `./strata feel ${stage.number}`;
  const steps = [
    [feel, 'the problem, in numbers'],
    [brief, 'the brief: read it'],
    ['./strata check', 'whenever you want to know; with --watch at every save'],
  ];
  return steps.map(([what = '', why]) => `${what.padEnd(brief.length + 3)}${why}`);
}

// The starts are compared without the language: src/server.ts is as good as src/server.js.
function otherStart(place: Place, stage: Stage): string | undefined {
  const file = path.join(trackerFolder(place), 'stage.json');
  if (!existsSync(file))
    return `my/tracker has no stage.json: write one that says how it is started, such as { "start": "${stage.manifest.start.join(' ')}" }`;
  const mine = readStart(file).join(' ');
  const theirs = stage.manifest.start.join(' ');
  if (mine.replace(/\.[a-z]+$/, '') === theirs.replace(/\.[a-z]+$/, '')) return undefined;
  return (
    `This stage is started in another way: once you have written it, say so in my/tracker/stage.json: ` +
    `"start": "${theirs}" (it says "${mine}" now).`
  );
}
