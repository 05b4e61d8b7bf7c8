import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { askGit } from '../git.ts';
import type { Place } from '../place.ts';
import { makeScratch } from '../scratch.ts';
import { suiteVersion } from '../suite.ts';
import { readAnswers } from './answers.ts';
import { checkOutTracker } from './checkout.ts';
import { runSuite } from './checks.ts';
import { readDecision } from './decision.ts';
import type { Review } from './document.ts';
import { runExperiment } from './experiment.ts';
import { listCommits } from './history.ts';
import { measureLayer } from './layer.ts';
import { findLeaks } from './leaks.ts';
import { lintTracker } from './lint.ts';
import { checkTypes, runOwnTests } from './own-tests.ts';
import { askAbout } from './questions.ts';
import { findSigns } from './signs.ts';
import { changesSince, type Earlier } from './since.ts';
import type { Subject } from './subject.ts';

/** What a review is made with. */
export interface Manner {
  readonly seed: number;
  readonly earlier: Earlier | undefined;
  /** Told what is being done. */
  onStep(what: string): void;
}

/**
 * Reviews a commit, aside: the working tree, the index and the branches stay as they are.
 * @param place where the companion works
 * @param subject what is under review
 * @param manner see Manner
 * @returns the review
 * @throws Refusal when there is no tracker to review
 */
export async function makeReview(place: Place, subject: Subject, manner: Manner): Promise<Review> {
  const scratch = makeScratch(place, 'review');
  try {
    manner.onStep('reading what was written');
    const tracker = checkOutTracker(place, subject.commit, scratch);
    // All reading comes before anything of the stranger's runs: it could change what is read.
    const written = readWritten(place, subject, tracker);
    const lint = await lintTracker(place, tracker, scratch);
    manner.onStep('running the checks');
    const { stage, progress } = subject;
    const checked = { stage, tracker, scratch, seed: manner.seed, claimed: progress.passed };
    const checks = await runSuite(place, checked);
    manner.onStep('running their tests and the experiment');
    const tests = await runOwnTests(place, stage, tracker, scratch);
    const types = await checkTypes(place, tracker, scratch);
    const experiment = await runExperiment(place, stage, tracker, scratch);
    const since =
      manner.earlier === undefined ? null : changesSince(place, subject.commit, manner.earlier, checks);
    const found = {
      ...written,
      seed: manner.seed,
      checks,
      tests,
      lint,
      types,
      experiment,
      since,
      questions: [],
    };
    return { ...found, questions: askAbout(found) };
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

type Written = Omit<
  Review,
  'seed' | 'checks' | 'tests' | 'lint' | 'types' | 'experiment' | 'since' | 'questions'
>;

function readWritten(place: Place, subject: Subject, tracker: string): Written {
  const { stage, commit, base, progress } = subject;
  const decision = readPaper(path.join(tracker, 'ADR.md'));
  const before = base && askGit(place.root, ['cat-file', 'blob', `${base}:my/tracker/ADR.md`]);
  return {
    version: 1,
    stage: { name: stage.name, number: stage.number, title: stage.title },
    commit,
    base: base ?? null,
    suite: suiteVersion(place),
    commits: listCommits(place, commit, base),
    leaks: findLeaks(place, commit),
    layer: measureLayer(place, subject, tracker),
    hints: Object.entries(progress.hints).map(([check, opened]) => ({ check, opened })),
    decision: readDecision(
      decision,
      before && before.status === 0 ? before.stdout : undefined,
      readPaper(path.join(stage.folder, 'ADR.md')),
    ),
    answers: readAnswers(stage, tracker),
    signs: findSigns(tracker),
  };
}

function readPaper(file: string): string | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : undefined;
}
