import type { Paint } from './terminal.ts';

/** What a report says beside the results themselves. */
export interface Reading {
  readonly stage: {
    readonly number: string;
    readonly title: string;
    readonly capabilities: readonly string[];
  };
  /** What ./strata serve is told to run this tracker: 'my', or '--dir folder'. */
  readonly target: string;
  /** The tracker's folder as a person types it; '.' when they are in it. */
  readonly folder: string;
  readonly seed: number;
  /** It is the stage the learner is in, in my/tracker: what is asked for next need not be named. */
  readonly current: boolean;
  /** The tracker's own output is shown. */
  readonly verbose: boolean;
  /** How many hints of the failed check were opened. */
  readonly opened: number;
  readonly paint: Paint;
}

/**
 * How to check this tracker again.
 * @param reading see Reading
 * @returns a command, to which options may be added
 */
export function checkCommand({ stage, target, current }: Reading): string {
  if (current) return './strata check';
  return `./strata check ${stage.number}${target === 'my' ? '' : ` ${target}`}`;
}
