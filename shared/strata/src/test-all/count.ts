/** How many tests or checks a task ran. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

// What node:test's spec reporter ends with.
const NODE =
  /^ℹ tests \d+\n(?:ℹ suites \d+\n)?ℹ pass (\d+)\nℹ fail (\d+)\nℹ cancelled (\d+)\nℹ skipped (\d+)\nℹ todo (\d+)$/gm;
// "Tests  1 failed | 12 passed | 2 skipped (15)", the line that vitest ends with.
const VITEST = /^ +Tests +(.+) \(\d+\)$/gm;
// "Running 14 tests using 1 worker", and what comes after it: "  1 failed", "  13 passed (31.9s)", each on a line.
const PLAYWRIGHT = /^Running \d+ tests? using \d+ workers?$/gm;
const OUTCOME = /^ {2}(\d+) (passed|flaky|failed|interrupted|skipped|did not run)(?: \(.+\))?$/gm;
// The line that the companion ends with.
const STRATA = /^ *(\d+) passed, (\d+) failed\b/gm;
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/**
 * Reads the counts from what a task printed: node:test, vitest, Playwright, or a line `N passed, N failed`. The last summary
 * counts, and a test runner's own goes before a line that looks like ours. Where Playwright runs beside another one, both
 * count. Undefined when there is none.
 */
export function readCount(log: string): Count | undefined {
  const text = log.replaceAll(COLOURS, '').replaceAll('\r\n', '\n');
  const [runner, playwright] = [readNode(text) ?? readVitest(text), readPlaywright(text)];
  if (runner && playwright) {
    return {
      passed: runner.passed + playwright.passed,
      failed: runner.failed + playwright.failed,
      skipped: runner.skipped + playwright.skipped,
    };
  }
  const strata = lastMatch(text, STRATA);
  return (
    runner ?? playwright ?? (strata && { passed: Number(strata[1]), failed: Number(strata[2]), skipped: 0 })
  );
}

function readNode(text: string): Count | undefined {
  const node = lastMatch(text, NODE);
  if (!node) return undefined;
  const [passed = 0, failed = 0, cancelled = 0, skipped = 0, todo = 0] = node.slice(1).map(Number);
  return { passed, failed: failed + cancelled, skipped: skipped + todo };
}

function readVitest(text: string): Count | undefined {
  const vitest = lastMatch(text, VITEST)?.[1];
  if (!vitest) return undefined;
  const of = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(vitest)?.[1] ?? 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') + of('todo') };
}

function readPlaywright(text: string): Count | undefined {
  const start = lastMatch(text, PLAYWRIGHT);
  if (!start) return undefined;
  const outcomes = new Map<string, number>();
  for (const [, count, outcome = ''] of text.slice(start.index).matchAll(OUTCOME)) {
    outcomes.set(outcome, Number(count));
  }
  if (outcomes.size === 0) return undefined;
  const of = (...names: string[]) => names.reduce((sum, name) => sum + (outcomes.get(name) ?? 0), 0);
  return {
    passed: of('passed', 'flaky'),
    failed: of('failed', 'interrupted'),
    skipped: of('skipped', 'did not run'),
  };
}

function lastMatch(text: string, pattern: RegExp): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].at(-1);
}
