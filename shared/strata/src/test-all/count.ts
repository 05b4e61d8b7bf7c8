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
// The line that the companion ends with.
const STRATA = /^ *(\d+) passed, (\d+) failed\b/gm;
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/**
 * Reads the counts from what a task printed: node:test, vitest, or a line `N passed, N failed`. The last summary
 * counts, and a test runner's own goes before a line that looks like ours. Undefined when there is none.
 */
export function readCount(log: string): Count | undefined {
  const text = log.replaceAll(COLOURS, '').replaceAll('\r\n', '\n');

  const node = lastMatch(text, NODE);
  if (node) {
    const [passed = 0, failed = 0, cancelled = 0, skipped = 0, todo = 0] = node.slice(1).map(Number);
    return { passed, failed: failed + cancelled, skipped: skipped + todo };
  }
  const vitest = lastMatch(text, VITEST)?.[1];
  if (vitest) {
    const of = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(vitest)?.[1] ?? 0);
    return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') + of('todo') };
  }
  const strata = lastMatch(text, STRATA);
  if (strata) return { passed: Number(strata[1]), failed: Number(strata[2]), skipped: 0 };
  return undefined;
}

function lastMatch(text: string, pattern: RegExp): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].at(-1);
}
