import type { Check } from '../src/check.ts';
import { commandChecks } from './cli-commands.ts';
import { fileChecks } from './cli-file.ts';
import { sessionChecks } from './cli-session.ts';
import { statusChecks } from './cli-statuses.ts';
import { httpChecks } from './http.ts';
import { leadChecks } from './leads.ts';
import { leadTextChecks } from './leads-text.ts';
import { pipelineChecks } from './pipeline.ts';
import { taskCreationChecks } from './tasks-create.ts';
import { taskDeletionChecks } from './tasks-delete.ts';
import { taskStatusChecks } from './tasks-status.ts';
import { taskTextChecks } from './tasks-text.ts';

/** Every check there is, in the order in which a learner meets them: the first that fails is the one to mend. */
export const checks: readonly Check[] = [
  ...commandChecks,
  ...sessionChecks,
  ...httpChecks,
  ...taskCreationChecks,
  ...taskTextChecks,
  ...taskDeletionChecks,
  ...leadChecks,
  ...leadTextChecks,
  ...taskStatusChecks,
  ...pipelineChecks,
  ...statusChecks,
  ...fileChecks,
];
