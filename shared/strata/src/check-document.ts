import type { RunReport } from '@strata/conformance/run';
import { isGreen } from './check-run.ts';

/** What `strata check --json` prints. Fields may be added; none changes its meaning while `version` stays 1. */
export interface CheckDocument {
  readonly version: 1;
  /** The stage's number, such as 01. */
  readonly stage: string;
  readonly title: string;
  readonly seed: number;
  /** Every check that was to run passed. */
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  /** Checks after the first that failed: they were not judged. */
  readonly waiting: number;
  readonly milliseconds: number;
  /** Why the tracker could not be started; null when it was. */
  readonly startProblem: RunReport['startProblem'] | null;
  /** Why no browser could look at the page, so that its checks wait; null when one could, or none was needed. */
  readonly browserProblem: string | null;
  readonly checks: readonly CheckEntry[];
  /** What the tracker printed on its own. */
  readonly stdout: string;
  readonly stderr: string;
}

/** One check of the document. */
export interface CheckEntry {
  readonly id: string;
  readonly since: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'waiting';
  readonly milliseconds: number;
  /** Only for a check that failed. */
  readonly failure?: { sent?: string; expected: string; came: string; again?: string; why: string };
}

/**
 * Writes a report as a document for other programs.
 * @param report a finished run
 * @returns the document
 */
export function checkDocument(report: RunReport): CheckDocument {
  const count = (status: string): number =>
    report.results.filter((result) => result.status === status).length;
  return {
    version: 1,
    stage: report.stage,
    title: report.title,
    seed: report.seed,
    ok: isGreen(report),
    passed: count('passed'),
    failed: count('failed'),
    waiting: count('waiting'),
    milliseconds: Math.round(report.milliseconds),
    startProblem: report.startProblem ?? null,
    browserProblem: report.browserProblem ?? null,
    checks: report.results.map(({ check, status, milliseconds, failure }) => ({
      id: check.id,
      since: check.since,
      title: check.title,
      status,
      milliseconds: Math.round(milliseconds),
      ...(failure === undefined ? {} : { failure: { ...failure, why: check.why } }),
    })),
    stdout: report.stdout,
    stderr: report.stderr,
  };
}
