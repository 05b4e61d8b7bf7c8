import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check } from '@strata/conformance/check';
import { checks } from '@strata/conformance/registry';
import { appliesTo } from '@strata/conformance/selection';
import { isObject } from './manifest.ts';
import type { Place } from './place.ts';
import type { Stage } from './stages.ts';

/** A check as it reads: what it is called, and a mark that changes when what it asks does. */
export interface CheckMark {
  readonly id: string;
  readonly title: string;
  readonly mark: string;
}

/**
 * The version of the conformance suite.
 * @param place where the companion works
 * @returns such as 0.1.0
 */
export function suiteVersion(place: Place): string {
  const file = path.join(place.root, 'shared', 'conformance', 'package.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isObject(manifest) && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}

/**
 * What a stage that passes is pinned to: the version, and a digest of the checks it passed. The version may stay while
 * a check is added; the digest does not.
 * @param place where the companion works
 * @param stage the stage
 * @returns such as 0.1.0+9f86d081
 */
export function suitePin(place: Place, stage: Stage): string {
  const marks = markChecks(checks, stage.number, stage.manifest.capabilities);
  const digest = createHash('sha256').update(marks.map(({ id, mark }) => `${id} ${mark}\n`).join(''));
  return `${suiteVersion(place)}+${digest.digest('hex').slice(0, 8)}`;
}

/**
 * Marks the checks of a stage.
 * @param all a suite's checks
 * @param number the stage's number
 * @param capabilities what the stage can do
 * @returns those that apply, in the suite's order
 */
export function markChecks(
  all: readonly Check[],
  number: string,
  capabilities: readonly string[],
): CheckMark[] {
  const own = all.filter((check) => appliesTo(check, { number, capabilities }));
  return own.map(({ id, title, run }) => {
    const mark = createHash('sha256').update(`${title}\n${run}`).digest('hex').slice(0, 8);
    return { id, title, mark };
  });
}
