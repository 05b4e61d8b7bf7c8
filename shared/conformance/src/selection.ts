import type { Check } from './check.ts';
import type { Stage } from './stages.ts';

/**
 * The checks that apply to a stage, in suite order: those since then or before whose capability its manifest lists,
 * unless the contract changed meanwhile. `only` narrows them to ids, or groups of ids (`task` for `task.…`).
 */
export function selectChecks(checks: readonly Check[], stage: Stage, only?: readonly string[]): Check[] {
  return checks.filter((check) => {
    if (check.since > stage.number || !stage.capabilities.includes(check.capability)) return false;
    if (check.changedIn !== undefined && check.changedIn.stage <= stage.number) return false;
    return only === undefined || only.some((id) => check.id === id || check.id.startsWith(`${id}.`));
  });
}

/** The same checks with this one before all others. */
export function putFirst(checks: readonly Check[], id: string | undefined): readonly Check[] {
  const isFirst = (check: Check): boolean => check.id === id;
  return [...checks.filter(isFirst), ...checks.filter((check) => !isFirst(check))];
}
