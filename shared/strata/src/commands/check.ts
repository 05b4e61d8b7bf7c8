import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checks } from '@strata/conformance/registry';
import { appliesTo } from '@strata/conformance/selection';
import { checkDocument } from '../check-document.ts';
import { type CheckSetup, isGreen, runAndTell, runQuietly } from '../check-run.ts';
import { Refusal } from '../errors.ts';
import { currentBranch } from '../git.ts';
import { sayNext } from '../next.ts';
import { type Place, shown, trackerFolder } from '../place.ts';
import { readProgress } from '../progress.ts';
import { findStage, type Stage } from '../stages.ts';
import { didYouMean } from '../suggest.ts';

/** What `strata check` can be told. */
export interface CheckOptions {
  watch?: boolean;
  json?: boolean;
  only?: string;
  dir?: string;
  seed?: number;
  verbose?: boolean;
}

const INTERRUPTED = 130;

/**
 * Runs the checks of a stage and explains the first that fails.
 * @param place where the companion works
 * @param word the stage, as a person types it; without it the one the learner is in
 * @param options see CheckOptions
 * @returns 0 when all passed, 1 when one failed or the tracker did not start, 130 after Ctrl-C
 * @throws Refusal when it is not clear what to check
 */
export async function check(place: Place, word: string | undefined, options: CheckOptions): Promise<number> {
  const setup = prepare(place, word, options);
  if (options.watch === true) {
    if (options.json === true) throw new Refusal('--watch and --json do not go together.', { status: 2 });
    return (await import('../watch.ts')).watch(setup);
  }
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, abort);
  const report = await (options.json === true ? runQuietly : runAndTell)(setup, stop.signal);
  if (stop.signal.aborted) return INTERRUPTED;
  if (options.json === true) process.stdout.write(`${JSON.stringify(checkDocument(report), null, 2)}\n`);
  else if (isGreen(report) && setup.only === undefined) sayNext(setup);
  return isGreen(report) ? 0 : 1;
}

function prepare(place: Place, word: string | undefined, options: CheckOptions): CheckSetup {
  const stage = word === undefined ? currentStage(place) : findStage(place, word);
  const folder = options.dir === undefined ? trackerFolder(place) : path.resolve(place.cwd, options.dir);
  if (!existsSync(folder)) {
    if (options.dir !== undefined)
      throw new Refusal(`There is no folder ${shown(place, folder)}.`, { status: 2 });
    throw new Refusal(`There is no my/tracker yet. This begins it: ./strata start ${stage.number}`);
  }
  return {
    place,
    stage,
    folder,
    own: folder === trackerFolder(place),
    seed: options.seed ?? randomInt(1, 100_000),
    only: options.only === undefined ? undefined : knownChecks(stage, options.only),
    verbose: options.verbose === true,
  };
}

function currentStage(place: Place): Stage {
  const current = readProgress(place).current;
  if (current !== undefined) return findStage(place, current);
  const branch = currentBranch(place) ?? '';
  if (branch.startsWith('stage/')) return findStage(place, branch);
  throw new Refusal('Which stage? ./strata check 00 names it; ./strata start 00 begins it and remembers.', {
    status: 2,
  });
}

function knownChecks(stage: Stage, word: string): string[] {
  const exact = checks.filter(({ id }) => id === word);
  const named = exact.length > 0 ? exact : checks.filter(({ id }) => id.startsWith(word));
  const own = named.filter((one) => appliesTo(one, { ...stage, capabilities: stage.manifest.capabilities }));
  if (own.length > 0) return own.map(({ id }) => id);
  if (named.length > 0)
    throw new Refusal(`The check ${word} does not belong to stage ${stage.number}.`, { status: 2 });
  const guess = didYouMean(
    word,
    checks.map(({ id }) => id),
  );
  throw new Refusal(`There is no check "${word}".${guess} ./strata check --json lists them.`, { status: 2 });
}
