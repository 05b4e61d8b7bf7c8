import type { Check } from '../src/check.ts';
import { commandLineChecks } from './cli.ts';
import { taskChecks } from './domain-tasks.ts';
import { httpChecks } from './http.ts';

/** Every check there is, in the order in which a learner meets them: the first that fails is the one to mend. */
export const checks: readonly Check[] = [...commandLineChecks, ...httpChecks, ...taskChecks];
