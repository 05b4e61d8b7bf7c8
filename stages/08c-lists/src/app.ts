import express, { type NextFunction, type Request, type Response } from 'express';
import swaggerUi from 'swagger-ui-express';
import type { Acting } from './admin/acting.ts';
import type { ActionStore } from './admin/action.ts';
import { createAdminOnly } from './admin/admin-only.ts';
import { createItemRoutes } from './admin/item-routes.ts';
import { createAdminRoutes } from './admin/routes.ts';
import type { AccessTokens } from './auth/access.ts';
import { createCookies } from './auth/cookies.ts';
import type { Passwords } from './auth/passwords.ts';
import { createAuthRoutes } from './auth/routes.ts';
import type { Sessions } from './auth/sessions.ts';
import { createReadAccess, createSignedIn } from './auth/signed-in.ts';
import { createCors } from './cors.ts';
import { AppError } from './errors.ts';
import { toAppError } from './express-error.ts';
import type { LeadStores } from './leads/lead.ts';
import { createLeadRoutes } from './leads/routes.ts';
import { refuseMethod } from './method.ts';
import { createDocument } from './openapi.ts';
import { type Logger, sendProblem } from './problem.ts';
import { createTaskRoutes } from './tasks/routes.ts';
import type { TaskStores } from './tasks/task.ts';
import type { UserStore } from './users/user.ts';

export interface AppOptions {
  tasks: TaskStores;
  leads: LeadStores;
  users: UserStore;
  actions: ActionStore;
  acting: Acting;
  sessions: Sessions;
  tokens: AccessTokens;
  passwords: Passwords;
  secureCookies: boolean;
  clock: () => string;
  corsOrigins: string[];
  logger: Logger;
}

export function createApp({
  tasks,
  leads,
  users,
  actions,
  acting,
  sessions,
  tokens,
  passwords,
  secureCookies,
  clock,
  corsOrigins,
  logger,
}: AppOptions) {
  const cookies = createCookies(secureCookies);
  const readAccess = createReadAccess(tokens, cookies);
  const signedIn = createSignedIn(readAccess, sessions);
  const adminOnly = createAdminOnly(signedIn);
  const document = createDocument();
  const app = express().disable('x-powered-by');

  app.use(createCors(corsOrigins));
  app.use(createAuthRoutes({ users, sessions, passwords, tokens, cookies, readAccess, signedIn, clock }));
  app.use(createTaskRoutes({ tasks, signedIn, clock }));
  app.use(createLeadRoutes({ leads, signedIn, clock }));
  app.use(createAdminRoutes({ users, tasks, leads, actions, signedIn, adminOnly, clock }));
  app.use(createItemRoutes({ acting, signedIn, adminOnly, clock }));
  app
    .route('/openapi.json')
    .get((_request, response) => response.json(document))
    .all(refuseMethod);
  app.use('/docs', swaggerUi.serve);
  app
    .route('/docs')
    .get(swaggerUi.setup(null, { swaggerOptions: { url: '/openapi.json' } }))
    .all(refuseMethod);

  app.use((request) => {
    throw new AppError('not-found', `There is nothing at ${request.path}`);
  });

  // Express knows an error handler by its four parameters.
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    if (request.errored) return; // The client hung up: nobody is waiting for an answer.
    sendProblem(response, toAppError(error), logger);
  });

  return app;
}
