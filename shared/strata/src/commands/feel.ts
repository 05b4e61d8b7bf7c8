import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../errors.ts';
import type { Place } from '../place.ts';
import { waitForExit } from '../process.ts';
import { findStage } from '../stages.ts';

/** What `strata feel` can be told. */
export interface FeelOptions {
  mine?: boolean;
  dir?: string;
  /** What was measured as JSON, for a program to read. */
  json?: boolean;
}

/**
 * Runs the experiment of a stage and shows what it prints as it comes.
 * @param place where the companion works
 * @param word the stage, as a person types it
 * @param options see FeelOptions
 * @returns the experiment's exit status
 * @throws Refusal when the stage has no experiment
 */
export async function feel(place: Place, word: string, options: FeelOptions): Promise<number> {
  const stage = findStage(place, word);
  const experiment = path.join(place.root, 'shared', 'experiments', `${stage.name}.ts`);
  if (!existsSync(experiment)) throw new Refusal(`Stage ${stage.name} has no experiment yet.`);
  const args = options.mine === true ? ['--mine'] : [];
  if (options.dir !== undefined) args.push('--dir', path.resolve(place.cwd, options.dir));
  if (options.json === true) args.push('--json');
  const child = spawn(process.execPath, [experiment, ...args], { cwd: place.root, stdio: 'inherit' });
  return waitForExit(child);
}
