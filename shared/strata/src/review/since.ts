import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { messageOf, Refusal } from '../errors.ts';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import type { Checks, Since } from './document.ts';
import { listCommits } from './history.ts';
import { findCommit } from './subject.ts';
import { diffTrees, sum } from './trees.ts';

/** An earlier review, or only the commit it was about. */
export interface Earlier {
  readonly commit: string;
  /** The checks that failed then; undefined when only the commit is known. */
  readonly failed: readonly string[] | undefined;
}

/**
 * Reads what a reviewer compares with.
 * @param place where the companion works
 * @param word the path of an earlier review.json or of its folder, or a commit
 * @returns the earlier review
 * @throws Refusal (status 2) when it is neither
 */
export function readEarlier(place: Place, word: string): Earlier {
  const named = path.resolve(place.cwd, word);
  const file = existsSync(named) && statSync(named).isDirectory() ? path.join(named, 'review.json') : named;
  if (!existsSync(file)) return { commit: findCommit(place, word), failed: undefined };
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (
      isObject(value) &&
      value.version === 1 &&
      typeof value.commit === 'string' &&
      isObject(value.checks)
    ) {
      const failures: unknown[] = Array.isArray(value.checks.failures) ? value.checks.failures : [];
      const failed = failures.flatMap((one) => (isObject(one) && typeof one.id === 'string' ? [one.id] : []));
      return { commit: findCommit(place, value.commit), failed };
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${word} cannot be read: ${messageOf(error)}`, { status: 2 });
  }
  throw new Refusal(`${word} is no review.json of this Strata.`, { status: 2 });
}

/**
 * Compares with an earlier review.
 * @param place where the companion works
 * @param commit the commit under review
 * @param earlier what it is compared with
 * @param checks what the suite says now
 * @returns what changed
 */
export function changesSince(place: Place, commit: string, earlier: Earlier, checks: Checks): Since {
  const now = checks.failures.map(({ id }) => id);
  const then = earlier.failed;
  const judged = checks.startProblem === null;
  return {
    commit: earlier.commit,
    commits: listCommits(place, commit, earlier.commit),
    size: sum(diffTrees(place, `${earlier.commit}:my/tracker`, `${commit}:my/tracker`)),
    checks:
      (then && {
        mended: judged ? then.filter((id) => !now.includes(id)) : [],
        broken: now.filter((id) => !then.includes(id)),
      }) ||
      null,
  };
}
