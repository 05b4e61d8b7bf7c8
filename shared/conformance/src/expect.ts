import { compare } from './difference.ts';
import type { Outcome, Resource } from './domain.ts';
import { type Evidence, refute } from './failure.ts';

/** The value of something that should have been done. Throws a Failure when it was refused. */
export function accepted<T>(outcome: Outcome<T>, expected = 'done'): T {
  if (outcome.ok) return outcome.value;
  throw refute(outcome.evidence, expected);
}

/** The words of a refusal. Throws a Failure when it was done instead. */
export function refused<T>(outcome: Outcome<T>, expected: string): string {
  if (!outcome.ok) return outcome.refusal;
  throw refute(outcome.evidence, expected);
}

/** Throws a Failure unless `condition` holds. `came` replaces what the evidence says came. */
export function expectThat(evidence: Evidence, condition: boolean, expected: string, came?: string): void {
  if (!condition) throw refute(evidence, expected, came);
}

/**
 * Throws a Failure unless both values are the same data (as JSON has it; the order of fields does not matter).
 * It shows the difference only: `- ` lines came, `+ ` lines were expected.
 */
export function expectSame(evidence: Evidence, actual: unknown, expected: unknown, what: string): void {
  const difference = compare(actual, expected);
  if (difference.length > 0) throw refute(evidence, what, difference.join('\n'));
}

/** Throws a Failure unless the resource has these fields with these values; other fields are free. */
export function expectFields(
  evidence: Evidence,
  actual: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  what: string,
): void {
  const part = Object.fromEntries(Object.keys(expected).map((field) => [field, actual[field]]));
  expectSame(evidence, part, expected, what);
}

/** The resource with this id in a list. Throws a Failure when it is not there. */
export function expectListed(outcome: Outcome<Resource[]>, id: number): Resource {
  const found = accepted(outcome).find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = accepted(outcome).map((one) => one.id);
  throw refute(
    outcome.evidence,
    `a list that holds the one with id ${id}`,
    `ids ${ids.join(', ') || 'none'}`,
  );
}
