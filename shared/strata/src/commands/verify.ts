import { randomInt } from 'node:crypto';
import { Browser } from '@strata/conformance/browser';
import type { Place } from '../place.ts';
import { findStage, readStages, type Stage } from '../stages.ts';
import { paint, say } from '../terminal.ts';
import type { Proof } from '../verify/proof.ts';
import { proveBeginning } from '../verify/prove-beginning.ts';
import { proveCommands } from '../verify/prove-commands.ts';
import { proveAlternatives, proveReference } from '../verify/prove-conformance.ts';
import { proveFiles } from '../verify/prove-files.ts';
import { proveIdentity } from '../verify/prove-identity.ts';
import { proveManifest } from '../verify/prove-manifest.ts';
import { provePackages } from '../verify/prove-packages.ts';
import { provePapers } from '../verify/prove-papers.ts';
import { type Manner, proveSubmissions, proveTripped } from '../verify/prove-submissions.ts';
import { proveTexts } from '../verify/prove-texts.ts';

/** What `strata verify` can be told. */
export interface VerifyOptions {
  /** Rewrite the transcripts of the known-bad submissions. */
  update?: boolean;
  /** Prove the known-bad submissions that take long, too, and of each that no check fails before the one it names. */
  thorough?: boolean;
}

/**
 * Proves the references of some stages.
 * @param place where the companion works
 * @param words the stages, as a person types them; none means all
 * @param options see VerifyOptions
 * @returns 0 when everything holds, 1 otherwise
 * @throws Refusal when a stage does not exist
 */
export async function verify(
  place: Place,
  words: readonly string[],
  options: VerifyOptions,
): Promise<number> {
  const stages = words.length === 0 ? readStages(place) : words.map((word) => findStage(place, word));
  const manner = { update: options.update === true, thorough: options.thorough === true };
  let passed = 0;
  let failed = 0;
  for (const stage of stages) {
    say(paint('bold', `Stage ${stage.number} · ${stage.title}`));
    for await (const proof of proofsOf(place, stage, manner)) {
      tell(proof);
      passed += proof.passed;
      failed += proof.problems.length;
    }
    say();
  }
  say(`  ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function* proofsOf(place: Place, stage: Stage, manner: Manner): AsyncGenerator<Proof> {
  yield proveManifest(place, stage);
  const identity = proveIdentity(place, stage);
  if (identity !== undefined) yield identity;
  yield provePapers(stage);
  yield* proveTexts(place, stage);
  yield proveFiles(place, stage);
  yield provePackages(place, stage);
  yield* proofsByRunning(place, stage, manner);
  yield proveTripped(place, stage);
  yield* proveCommands(place, stage, manner.thorough);
}

async function* proofsByRunning(place: Place, stage: Stage, manner: Manner): AsyncGenerator<Proof> {
  const browser = stage.manifest.capabilities.includes('page') ? new Browser(say) : undefined;
  const how = { seed: randomInt(1, 100_000), ...(browser && { browser }) };
  try {
    yield await proveBeginning(place, stage, browser);
    yield await proveReference(place, stage, how);
    yield* await proveAlternatives(place, stage, how, manner.thorough);
    yield* proveSubmissions(place, stage, { ...manner, browser });
  } finally {
    await browser?.close();
  }
}

function tell({ subject, passed, problems, note }: Proof): void {
  const detail = note === undefined ? '' : paint('dim', `   ${note}`);
  if (problems.length === 0) {
    say(`  ${paint('green', '✓')} ${subject}${detail}`);
    return;
  }
  say(`  ${paint('red', '✗')} ${paint('bold', subject)}${passed > 0 ? detail : ''}`);
  for (const problem of problems) say(problem.replaceAll(/^/gm, '      '));
}
