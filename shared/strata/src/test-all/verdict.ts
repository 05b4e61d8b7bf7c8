import { type Count, readCount } from './count.ts';
import type { Task } from './turbo.ts';

/** What a task came to: its figures, and why it does not count as passed when it does not. */
export interface Verdict extends Count {
  task: Task;
  problem?: string;
}

/** Tests and checks count; lint and types only when they fail. */
export function isCounted(name: string): boolean {
  return name === 'test' || name.startsWith('verify:');
}

/**
 * Judges a task by its exit status and its log. What failed without saying a figure is one failure, and so is a run
 * of tests that ran none: it proved nothing.
 */
export function judge(task: Task, log: string): Verdict {
  const count = isCounted(task.name) ? readCount(log) : undefined;
  const { passed, failed, skipped } = count ?? { passed: 0, failed: 0, skipped: 0 };

  if (task.exitCode !== 0) {
    return {
      task,
      passed,
      failed: Math.max(failed, 1),
      skipped,
      problem: `ended with status ${task.exitCode}`,
    };
  }
  if (failed > 0) return { task, passed, failed, skipped, problem: 'has failures, yet ended with status 0' };
  if (isCounted(task.name) && passed === 0) {
    return {
      task,
      passed,
      failed: 1,
      skipped,
      problem: count ? 'ran no test' : 'did not say how many tests it ran',
    };
  }
  return { task, passed, failed, skipped };
}

/** A task that should have run and did not. */
export function missing(packageName: string, name: string): Verdict {
  const task: Task = { package: packageName, name, exitCode: 1, cached: false, logFile: '' };
  return { task, passed: 0, failed: 1, skipped: 0, problem: `did not run: is there a script "${name}"?` };
}

/** Adds up. */
export function total(verdicts: readonly Verdict[]): Count {
  const sum = (of: (verdict: Verdict) => number) => verdicts.reduce((all, verdict) => all + of(verdict), 0);
  return { passed: sum((v) => v.passed), failed: sum((v) => v.failed), skipped: sum((v) => v.skipped) };
}
