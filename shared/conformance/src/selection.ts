import type { Check } from './check.ts';
import type { Stage } from './stages.ts';

/** What decides which checks apply: a stage's number, and what its manifest says it can do. */
export interface Able {
  readonly number: string;
  readonly capabilities: readonly string[];
}

/**
 * Whether a check applies to a stage: one since then or before, whose capabilities its manifest lists, unless the
 * contract changed meanwhile.
 */
export function appliesTo(check: Check, { number, capabilities }: Able): boolean {
  const { since, capability, needs = capability, changedIn } = check;
  if (changedIn !== undefined && changedIn.stage <= number) return false;
  return since <= number && capabilities.includes(capability) && capabilities.includes(needs);
}

/**
 * The checks that apply to a stage, in suite order. `only` narrows them to ids, or groups of ids (`task` for `task.…`).
 */
export function selectChecks(checks: readonly Check[], stage: Stage, only?: readonly string[]): Check[] {
  return checks.filter((check) => {
    if (!appliesTo(check, stage)) return false;
    return only === undefined || only.some((id) => check.id === id || check.id.startsWith(`${id}.`));
  });
}

/** The same checks with this one before all others. */
export function putFirst(checks: readonly Check[], id: string | undefined): readonly Check[] {
  const isFirst = (check: Check): boolean => check.id === id;
  return [...checks.filter(isFirst), ...checks.filter((check) => !isFirst(check))];
}
