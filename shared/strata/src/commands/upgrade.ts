import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runChecks } from '@strata/conformance/run';
import { isGreen } from '../check-run.ts';
import { formerOf } from '../former.ts';
import { askGit } from '../git.ts';
import type { Place } from '../place.ts';
import { readProgress, type StageProgress, stageProgress, updateProgress } from '../progress.ts';
import { notesSince } from '../release-notes.ts';
import { counted } from '../review/markdown.ts';
import { makeScratch } from '../scratch.ts';
import { findSnapshot, greenRef, restoreSnapshot } from '../snapshot.ts';
import { readStages, type Stage } from '../stages.ts';
import { suitePin } from '../suite.ts';
import { changesOfSuite, type SuiteChanges } from '../suite-changes.ts';
import { paint, say, wrap } from '../terminal.ts';

/** What `strata upgrade` can be told. */
export interface UpgradeOptions {
  dryRun?: boolean;
}

interface Outcome {
  readonly stage: Stage;
  /** What the tracker that passed does under the suite of today. */
  readonly now: 'passes' | 'fails' | 'unknown';
}

/**
 * After an update of Strata: says which passed stages are affected by changed checks, why, and whether the tracker
 * that passed still does. Nothing but my/progress.json is written, and with --dry-run not even that.
 * @param place where the companion works
 * @param options see UpgradeOptions
 * @returns 0 when every passed stage still passes, 1 otherwise
 * @throws Refusal when the progress cannot be read
 */
export async function upgrade(place: Place, options: UpgradeOptions): Promise<number> {
  const { stages: known } = readProgress(place);
  const passed = readStages(place).filter(({ name }) => known[name]?.passedAt !== undefined);
  if (passed.length === 0) {
    say('You have not passed a stage yet, so an update changes nothing for you.');
    return 0;
  }
  const outcomes: Outcome[] = [];
  for (const stage of passed) {
    const part = known[stage.name] ?? {};
    if (part.suite === suitePin(place, stage))
      say(line(stage, paint('green', '✓'), 'the checks are those that you passed'));
    else outcomes.push(await look(place, stage, part));
  }
  const failing = outcomes.filter(({ now }) => now === 'fails');
  if (options.dryRun !== true) repin(place, outcomes);
  say();
  say(`  ${summary(passed.length, outcomes)} Your tracker and your branches are as they were.`);
  if (options.dryRun === true && outcomes.length > failing.length)
    say('  Without --dry-run, what still passes is remembered as passed with the checks of today.');
  for (const { stage } of failing)
    say(`  To mend stage ${stage.number}: ./strata start ${stage.number}, then ./strata check`);
  return failing.length === 0 ? 0 : 1;
}

async function look(place: Place, stage: Stage, part: StageProgress): Promise<Outcome> {
  const changes = part.strata === undefined ? undefined : changesOfSuite(place, stage, part.strata);
  const verdict = await checkAgain(place, stage);
  const sign = { passes: paint('yellow', '!'), fails: paint('red', '✗'), unknown: paint('yellow', '?') }[
    verdict.now
  ];
  say(line(stage, sign, `passed with suite ${part.suite ?? 'unknown'}; now it is ${suitePin(place, stage)}`));
  for (const text of changes === undefined
    ? ['which checks changed is not known in this clone']
    : tell(changes))
    say(`      ${text}`);
  for (const note of notesSince(place, stage.number, part.suite?.split('+', 1)[0]))
    for (const text of wrap(note, 84)) say(`      ${text}`);
  say(`      ${verdict.text}`);
  return { stage, now: verdict.now };
}

async function checkAgain(place: Place, stage: Stage): Promise<{ now: Outcome['now']; text: string }> {
  const commit = findSnapshot(place, greenRef(stage.name));
  const names = [stage.name, formerOf(stage.name)?.name].filter((name) => name !== undefined);
  const branch = names
    .map((name) => `refs/heads/stage/${name}:my/tracker`)
    .find((tree) => askGit(place.root, ['cat-file', '-e', tree]).status === 0);
  const kept = commit ?? branch;
  if (kept === undefined)
    return { now: 'unknown', text: 'the tracker that passed is in another clone: type this command there' };
  const scratch = makeScratch(place, 'upgrade');
  const folder = path.join(scratch, 'tracker');
  try {
    mkdirSync(folder);
    restoreSnapshot(place, kept, folder);
    const report = await runChecks({ root: place.root, stage: stage.name, dir: folder, seed: 1, bail: true });
    if (isGreen(report))
      return { now: 'passes', text: 'your tracker, as it passed, passes these checks too' };
    if (report.browserProblem !== undefined) return { now: 'unknown', text: report.browserProblem };
    const failed = report.results.find(({ status }) => status === 'failed')?.check;
    const at =
      failed === undefined ? 'it does not start any more' : `it fails at ${failed.id}: ${failed.title}`;
    return { now: 'fails', text: `your tracker, as it passed, does not pass these checks: ${at}` };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

function tell({ added, changed, gone }: SuiteChanges): string[] {
  const lines = (word: string, list: SuiteChanges['added']): string[] =>
    list.map(({ id, title }) => `${word.padEnd(8)} ${id}   ${paint('dim', title)}`);
  const all = [...lines('new', added), ...lines('changed', changed), ...lines('gone', gone)];
  return all.length === 0 ? ['no check of this stage reads differently'] : all;
}

function repin(place: Place, outcomes: readonly Outcome[]): void {
  const head = askGit(place.root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
  updateProgress(place, (progress) => {
    for (const { stage } of outcomes.filter(({ now }) => now === 'passes')) {
      const part = stageProgress(progress, stage.name);
      part.suite = suitePin(place, stage);
      if (head.status === 0) part.strata = head.stdout.trim();
    }
  });
}

function summary(passed: number, outcomes: readonly Outcome[]): string {
  const failing = outcomes.filter(({ now }) => now === 'fails').length;
  if (outcomes.length === 0) return `Of ${counted(passed, 'passed stage')}, none is affected.`;
  const rest = failing === 0 ? 'none of them has to be mended' : `${failing} of them to be mended`;
  return `Of ${counted(passed, 'passed stage')}, ${outcomes.length} affected, ${rest}.`;
}

function line({ number, title }: Stage, sign: string, text: string): string {
  return `  ${sign} ${number.padEnd(4)}${title}   ${paint('dim', text)}`;
}
