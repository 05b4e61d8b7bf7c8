import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readBrief } from './brief.ts';
import { type CheckSetup, isUntouched } from './check-run.ts';
import type { Place } from './place.ts';
import { type Stage, stageAfter } from './stages.ts';
import { say, wrap } from './terminal.ts';

/**
 * Says what comes after a stage that passed.
 * @param setup the check that passed
 */
export function sayNext(setup: CheckSetup): void {
  const { place, stage, own } = setup;
  if (!own) return;
  say();
  if (isUntouched(setup)) sayBegin(stage);
  else sayPassed(place, stage);
}

function sayPassed(place: Place, stage: Stage): void {
  say(`  Stage ${stage.number} is yours. Think about it before you go on:`);
  for (const question of questionsOf(stage)) {
    const [first = '', ...others] = wrap(question, 74);
    say(`    - ${first}`);
    for (const line of others) say(`      ${line}`);
  }
  say(`  ./strata discuss ${stage.number} answers them. Commit your work: git add my && git commit`);
  const next = stageAfter(place, stage);
  if (next === undefined) say('  That was the last stage.');
  else if ('manifest' in next) say(`  Then the next layer: ./strata start ${next.number}`);
  else say(`  The next stage, ${next.number} (${next.title}), is still to come.`);
}

// The suite looks from outside, and some layers are inside only.
function sayBegin({ name, number }: Stage): void {
  say('  It all holds, and my/tracker is still as it was before this stage: what the stage changes is');
  say('  inside, where no check looks. Build it, and keep the checks green.');
  say(`    stages/${name}/README.md   what to build`);
  say(`    ./strata feel ${number} --mine   the problem, measured on your tracker`);
}

function questionsOf(stage: Stage): readonly string[] {
  const file = path.join(stage.folder, 'README.md');
  return existsSync(file) ? readBrief(readFileSync(file, 'utf8')).questions : [];
}
