import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../errors.ts';
import { scaffold } from '../new-stage.ts';
import type { Place } from '../place.ts';
import { findStage, readPlanned, readStages } from '../stages.ts';
import { didYouMean } from '../suggest.ts';
import { paint, say } from '../terminal.ts';
import { proveFiles } from '../verify/prove-files.ts';
import { proveIdentity } from '../verify/prove-identity.ts';
import { proveManifest } from '../verify/prove-manifest.ts';
import { provePackages } from '../verify/prove-packages.ts';
import { provePapers } from '../verify/prove-papers.ts';
import { proveTexts } from '../verify/prove-texts.ts';

/**
 * Begins a stage that the curriculum plans: the code of the stage before, and papers that ask to be written. It fails
 * until it is finished; what is missing is listed.
 * @param place where the companion works
 * @param word the stage, by its number or its name
 * @returns the exit status
 * @throws Refusal when the curriculum has no such stage, it is there already, or the one before it is not
 */
export function newStage(place: Place, word: string): number {
  const planned = readPlanned();
  const number = /^\d(\D|$)/.test(word) ? `0${word}` : word;
  const found = planned.find((entry) => entry.name === number || entry.number === number);
  if (found === undefined) {
    const guess = didYouMean(
      number,
      planned.flatMap((entry) => [entry.name, entry.number]),
    );
    throw new Refusal(
      `shared/strata/curriculum.json plans no stage "${word}".${guess} Plan it there first.`,
      {
        status: 2,
      },
    );
  }
  if (existsSync(path.join(place.root, 'stages', found.name)))
    throw new Refusal(`stages/${found.name} is there already.`);
  const skipped = planned.find(
    ({ name }) => name < found.name && !existsSync(path.join(place.root, 'stages', name)),
  );
  if (skipped !== undefined)
    throw new Refusal(
      `stages/${skipped.name} comes before it and is not there: a stage is a copy of the one before. ./strata new ${skipped.number}`,
    );
  const before = readStages(place).findLast((stage) => stage.name < found.name);
  if (before === undefined) throw new Refusal(`There is no stage before ${found.name} to begin from.`);
  scaffold(place, found, before);
  say(`${paint('bold', `stages/${found.name}`)}: the code of ${before.name}, and papers to be written.`);
  say();
  say('  npm install                       so that its package is known');
  say(`  git add . && git commit           chore(${found.number}): start from ${before.number}`);
  say(`  then the layer, as one commit     feat(${found.number}): …`);
  say();
  say('  It is finished when ./strata verify has nothing to say. Until then:');
  for (const text of missing(place, found.name)) say(`    - ${text}`);
  return 0;
}

function missing(place: Place, name: string): string[] {
  const stage = findStage(place, name);
  const identity = proveIdentity(place, stage);
  const proofs = [
    proveManifest(place, stage),
    ...(identity === undefined ? [] : [identity]),
    provePapers(stage),
    ...proveTexts(place, stage),
    proveFiles(place, stage),
    provePackages(place, stage),
  ];
  const found = proofs.flatMap(({ problems }) => problems.map((problem) => problem.split('\n', 1)[0] ?? ''));
  // Nothing of a new stage is in git yet; that is what the first commit is for.
  const own = found.filter((problem) => !problem.endsWith(' is not in git'));
  const others = [
    'stage.json declares no change: a stage that adds nothing is none',
    `shared/experiments/${name}.ts is to be written`,
  ];
  return [...own, ...others, `the map in README.md does not link ${name}`];
}
