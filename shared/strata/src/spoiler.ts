import { Refusal } from './errors.ts';
import type { Place } from './place.ts';
import { isPassed, readProgress } from './progress.ts';
import type { Stage } from './stages.ts';
import { confirm, interactive } from './terminal.ts';

/**
 * Whether a learner may see what a stage keeps for afterwards: freely once it is passed, after a word of warning before.
 * @param place where the companion works
 * @param stage the stage
 * @param warning why waiting is worth it, one sentence
 * @param agreed --yes was given
 * @returns true to show it, false when a person said no
 * @throws Refusal when it is not passed, nobody agreed and nobody can be asked
 */
export async function mayLook(place: Place, stage: Stage, warning: string, agreed = false): Promise<boolean> {
  if (agreed || isPassed(readProgress(place).stages[stage.name])) return true;
  const sentence = `You have not passed stage ${stage.number} yet. ${warning}`;
  if (!interactive) throw new Refusal(`${sentence} With --yes it is shown all the same.`);
  return confirm(`${sentence} Show it all the same?`);
}
