import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../errors.ts';
import type { Place } from '../place.ts';
import { mayLook } from '../spoiler.ts';
import { findStage } from '../stages.ts';

/** What `strata discuss` can be told. */
export interface DiscussOptions {
  yes?: boolean;
}

/**
 * Prints the answers to a brief's questions.
 * @param place where the companion works
 * @param word the stage, as a person types it
 * @param options see DiscussOptions
 * @returns the exit status
 * @throws Refusal before the stage is passed, unless a person agrees
 */
export async function discuss(place: Place, word: string, options: DiscussOptions): Promise<number> {
  const stage = findStage(place, word);
  const file = path.join(stage.folder, 'DISCUSSION.md');
  if (!existsSync(file)) throw new Refusal(`Stage ${stage.name} has no DISCUSSION.md yet.`);
  if (!(await mayLook(place, stage, 'The answers are worth more after your own.', options.yes))) return 1;
  process.stdout.write(readFileSync(file, 'utf8'));
  return 0;
}
