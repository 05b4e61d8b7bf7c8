import { type Carried, carryOver, changedFiles, unresolved } from '../carry.ts';
import { Refusal } from '../errors.ts';
import { askGit, gitFolder } from '../git.ts';
import type { Place } from '../place.ts';
import { findStage, readStages, type Stage } from '../stages.ts';
import { complain, paint, say } from '../terminal.ts';

/** What `strata carry` can be told. */
export interface CarryOptions {
  since: string;
}

/**
 * Takes the change of a stage forward through the later ones, stage by stage, by three-way merge.
 * @param place where the companion works
 * @param word the stage, as a person types it
 * @param options see CarryOptions
 * @returns 0 when every stage has the change, 1 when a person must decide
 * @throws Refusal while the marks of an earlier conflict are there
 */
export function carry(place: Place, word: string, options: CarryOptions): number {
  const first = findStage(place, word);
  gitFolder(place);
  const stages = readStages(place).filter((stage) => stage.name >= first.name);
  refuseMarks(stages);
  const since = askGit(place.root, ['rev-parse', '--verify', '--quiet', `${options.since}^{commit}`]);
  if (since.status !== 0) throw new Refusal(`git knows no commit "${options.since}".`, { status: 2 });
  let files = changedFiles(place, first, since.stdout.trim());
  if (files.length === 0) {
    say(
      `Nothing in stage ${first.name} differs from ${options.since} (READMEs and other papers are not carried).`,
    );
    return 0;
  }
  say(`${first.name}: ${files.join(', ')}`);
  for (const [index, to] of stages.slice(1).entries()) {
    const from = stages[index];
    if (from === undefined || files.length === 0) break;
    const results = carryOver(place, from, to, files, since.stdout.trim());
    for (const result of results) report(to, result);
    const conflicts = results.filter((result) => result.outcome === 'conflict');
    if (conflicts.length > 0) return stopAt(to, conflicts, options);
    files = results.filter((result) => result.outcome !== 'gone').map((result) => result.to);
  }
  say('Carried. Look at it with git diff, prove it with ./strata verify, then commit it.');
  return 0;
}

function refuseMarks(stages: readonly Stage[]): void {
  const files = unresolved(stages);
  if (files.length === 0) return;
  throw new Refusal(
    `A merge is not resolved yet (look for <<<<<<<):\n${files.map((file) => `  ${file}`).join('\n')}`,
  );
}

function report(stage: Stage, { from, to, outcome }: Carried): void {
  const moved = from === to ? to : `${to} (was ${from})`;
  const words = {
    changed: paint('green', 'changed'),
    added: paint('green', 'added'),
    removed: paint('green', 'removed'),
    same: 'has it already',
    gone: paint('dim', 'skipped: this stage no longer has it'),
    conflict: paint('red', 'conflict'),
  };
  say(`  ${stage.name.padEnd(16)} ${moved}: ${words[outcome]}`);
}

function stopAt(stage: Stage, conflicts: readonly Carried[], options: CarryOptions): number {
  const files = conflicts.map((conflict) => `stages/${stage.name}/${conflict.to}`);
  const since = options.since === 'HEAD' ? '' : ` --since ${options.since}`;
  complain(
    `\nStopped at stage ${stage.name}: a person must decide in ${files.join(' and ')}.\n` +
      `Everything before is done. Resolve it, then go on from there: ./strata carry ${stage.number}${since}`,
  );
  return 1;
}
