import type { Stage } from '../stages.ts';

/** What was proved about a stage, or not. */
export interface Proof {
  /** What was looked at, a few words. */
  readonly subject: string;
  /** How many things hold. */
  readonly passed: number;
  /** What does not hold, a sentence each; more lines may follow the first. */
  readonly problems: readonly string[];
  /** Shown beside the subject: what exactly was done. */
  readonly note?: string;
}

/**
 * A proof of a single thing.
 * @param subject what was looked at
 * @param problems what does not hold
 * @param note shown beside the subject
 * @returns one passed when there is no problem
 */
export function proveOne(subject: string, problems: readonly string[], note?: string): Proof {
  const passed = problems.length === 0 ? 1 : 0;
  return note === undefined ? { subject, passed, problems } : { subject, passed, problems, note };
}

/**
 * Says that something was not looked at: it counts for nothing.
 * @param stage the stage
 * @param subject what takes too long for every change
 * @returns a proof of nothing
 */
export function leftToThorough({ number }: Stage, subject: string): Proof {
  return { subject, passed: 0, problems: [], note: `left to ./strata verify ${number} --thorough` };
}
