import type { Check } from '../src/check.ts';
import { adminChecks } from './admin.ts';
import { adminChangeChecks } from './admin-changes.ts';
import { authDatabaseChecks } from './auth-database.ts';
import { authPasswordChecks } from './auth-passwords.ts';
import { authSignInChecks } from './auth-sign-in.ts';
import { authTokenChecks } from './auth-tokens.ts';
import { commandChecks } from './cli-commands.ts';
import { fileChecks } from './cli-file.ts';
import { sessionChecks } from './cli-session.ts';
import { statusChecks } from './cli-statuses.ts';
import { databaseChecks } from './database.ts';
import { httpBodyChecks } from './http-body.ts';
import { httpClientChecks } from './http-clients.ts';
import { httpCorsChecks } from './http-cors.ts';
import { httpCreateChecks } from './http-create.ts';
import { httpLimitChecks } from './http-limits.ts';
import { httpMethodChecks } from './http-methods.ts';
import { httpNotFoundChecks } from './http-not-found.ts';
import { httpProblemChecks } from './http-problems.ts';
import { httpProcessChecks } from './http-process.ts';
import { httpReadChecks } from './http-read.ts';
import { httpTransferChecks } from './http-transfer.ts';
import { httpValidationChecks } from './http-validation.ts';
import { leadChecks } from './leads.ts';
import { leadTextChecks } from './leads-text.ts';
import { openApiChecks } from './openapi.ts';
import { openApiAccountChecks } from './openapi-accounts.ts';
import { openApiDocsChecks } from './openapi-docs.ts';
import { openApiSchemaChecks } from './openapi-schemas.ts';
import { ownedChecks } from './owned.ts';
import { pageAxeChecks } from './page-axe.ts';
import { pageBoardChecks } from './page-boards.ts';
import { pageDeleteChecks } from './page-delete.ts';
import { pageDialogChecks } from './page-dialog.ts';
import { pageKeyboardChecks } from './page-keyboard.ts';
import { pageLeadChecks } from './page-leads.ts';
import { pageListChecks } from './page-lists.ts';
import { pageOptimisticChecks } from './page-optimistic.ts';
import { pagePressChecks } from './page-press.ts';
import { pagePressKeyChecks } from './page-press-key.ts';
import { pageRefusedChecks } from './page-refused.ts';
import { pageSafetyChecks } from './page-safe.ts';
import { pageTaskChecks } from './page-tasks.ts';
import { pageTextChecks } from './page-text.ts';
import { pageEmptyChecks, pageViewChecks } from './page-views.ts';
import { pagesAccountChecks } from './pages-accounts.ts';
import { pagesAdminChecks } from './pages-admin.ts';
import { pagesChangeChecks } from './pages-changes.ts';
import { pagesDeleteChecks } from './pages-delete.ts';
import { pagesFormChecks } from './pages-forms.ts';
import { pagesLongChecks } from './pages-long.ts';
import { pagesNarrowChecks } from './pages-narrow.ts';
import { pagesPeopleChecks } from './pages-people.ts';
import { pagesRouteChecks } from './pages-routes.ts';
import { pagesServedChecks } from './pages-served.ts';
import { pagesSessionChecks } from './pages-session.ts';
import { pagesTimeChecks } from './pages-times.ts';
import { pagingChecks } from './paging.ts';
import { pipelineChecks } from './pipeline.ts';
import { restFilterChecks } from './rest-filters.ts';
import { restPatchChecks } from './rest-patch.ts';
import { restQueryChecks } from './rest-queries.ts';
import { restReadChecks } from './rest-read.ts';
import { restRefusedChecks } from './rest-refused.ts';
import { restRuleChecks } from './rest-rules.ts';
import { sortingChecks } from './sorting.ts';
import { styleChecks } from './style.ts';
import { taskCreationChecks } from './tasks-create.ts';
import { taskDeletionChecks } from './tasks-delete.ts';
import { taskStatusChecks } from './tasks-status.ts';
import { taskTextChecks } from './tasks-text.ts';

/** Every check there is, in the order in which a learner meets them: the first that fails is the one to mend. */
export const checks: readonly Check[] = [
  ...commandChecks,
  ...sessionChecks,
  ...authSignInChecks,
  ...httpReadChecks,
  ...httpCreateChecks,
  ...httpBodyChecks,
  ...taskCreationChecks,
  ...taskTextChecks,
  ...taskDeletionChecks,
  ...leadChecks,
  ...leadTextChecks,
  ...httpNotFoundChecks,
  ...httpMethodChecks,
  ...httpValidationChecks,
  ...httpTransferChecks,
  ...httpLimitChecks,
  ...httpProblemChecks,
  ...httpClientChecks,
  ...restReadChecks,
  ...restPatchChecks,
  ...taskStatusChecks,
  ...pipelineChecks,
  ...restRuleChecks,
  ...restRefusedChecks,
  ...restFilterChecks,
  ...restQueryChecks,
  ...statusChecks,
  ...fileChecks,
  ...openApiChecks,
  ...openApiSchemaChecks,
  ...openApiDocsChecks,
  ...authTokenChecks,
  ...authPasswordChecks,
  ...ownedChecks,
  ...pagingChecks,
  ...sortingChecks,
  ...adminChecks,
  ...adminChangeChecks,
  ...openApiAccountChecks,
  ...pagesAccountChecks,
  ...pageViewChecks,
  ...pageTaskChecks,
  ...pageListChecks,
  ...pageLeadChecks,
  ...pageDeleteChecks,
  ...pagePressChecks,
  ...pageEmptyChecks,
  ...pageRefusedChecks,
  ...pageSafetyChecks,
  ...pageKeyboardChecks,
  ...pagePressKeyChecks,
  ...pageBoardChecks,
  ...pageDialogChecks,
  ...pageOptimisticChecks,
  ...pageTextChecks,
  ...pageAxeChecks,
  ...styleChecks,
  ...pagesRouteChecks,
  ...pagesFormChecks,
  ...pagesChangeChecks,
  ...pagesDeleteChecks,
  ...pagesTimeChecks,
  ...pagesNarrowChecks,
  ...pagesServedChecks,
  ...pagesLongChecks,
  ...pagesSessionChecks,
  ...pagesPeopleChecks,
  ...pagesAdminChecks,
  // These start servers of their own: last, so that a new stage hears of its own mistakes first.
  ...httpCorsChecks,
  ...httpProcessChecks,
  ...databaseChecks,
  ...authDatabaseChecks,
];
