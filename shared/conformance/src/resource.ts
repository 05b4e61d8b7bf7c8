import { show } from './difference.ts';
import type { Resource } from './domain.ts';
import { type Evidence, refute } from './failure.ts';

/** The value as a task or lead. Throws a Failure when it is not an object with a whole number from 1 on as its id. */
export function readResource(value: unknown, evidence: Evidence, what: string): Resource {
  if (isResource(value)) return value;
  throw refute(evidence, `${what} with an id that is a whole number`, show(value));
}

/** The value as a list of tasks or leads. Throws a Failure when it is something else. */
export function readResources(value: unknown, evidence: Evidence, what: string): Resource[] {
  if (!Array.isArray(value)) throw refute(evidence, `an array of ${what}s`, show(value));
  return value.map((one) => readResource(one, evidence, `an array of ${what}s, each`));
}

function isResource(value: unknown): value is Resource {
  if (typeof value !== 'object' || value === null || !('id' in value)) return false;
  return typeof value.id === 'number' && Number.isInteger(value.id) && value.id >= 1;
}
