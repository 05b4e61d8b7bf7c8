import { checks } from '@strata/conformance/registry';
import type { Former } from './former.ts';

/**
 * The part in which somebody stands who was in a former stage: the last one when they had passed it, else the highest
 * of which a check stands before the one that failed last, because those before it passed.
 * @param former the stage they were in
 * @param noted what their progress says of it
 * @returns the part's name
 */
export function partWhere({ parts }: Former, noted: { passedAt?: unknown; failing?: unknown }): string {
  const [first = ''] = parts;
  if (noted.passedAt !== undefined) return parts.at(-1) ?? first;
  const at = checks.findIndex(({ id }) => id === noted.failing);
  const passed = new Set(checks.slice(0, Math.max(at, 0)).map(({ since }) => since));
  return parts.findLast((part) => passed.has(part.split('-', 1)[0] ?? part)) ?? first;
}
