import express, { type NextFunction, type Request, type Response } from 'express';
import swaggerUi from 'swagger-ui-express';
import { createCors } from './cors.ts';
import { AppError } from './errors.ts';
import { toAppError } from './express-error.ts';
import type { LeadStore } from './leads/lead.ts';
import { createLeadRoutes } from './leads/routes.ts';
import { refuseMethod } from './method.ts';
import { createDocument } from './openapi.ts';
import { type Logger, sendProblem } from './problem.ts';
import { createTaskRoutes } from './tasks/routes.ts';
import type { TaskStore } from './tasks/task.ts';

export interface AppOptions {
  tasks: TaskStore;
  leads: LeadStore;
  clock: () => string;
  corsOrigins: string[];
  logger: Logger;
}

export function createApp({ tasks, leads, clock, corsOrigins, logger }: AppOptions) {
  const document = createDocument();
  const app = express().disable('x-powered-by');

  app.use(createCors(corsOrigins));
  app.use(createTaskRoutes({ tasks, clock }));
  app.use(createLeadRoutes({ leads, clock }));
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
