import { fileURLToPath } from 'node:url';
import express from 'express';
import swaggerUi from 'swagger-ui-express';
import { createCors } from './cors.js';
import { AppError } from './errors.js';
import { toAppError } from './express-error.js';
import { createLeadRoutes } from './leads/routes.js';
import { refuseMethod } from './method.js';
import { createDocument } from './openapi.js';
import { sendProblem } from './problem.js';
import { createTaskRoutes } from './tasks/routes.js';

const servePage = express.static(fileURLToPath(new URL('../web', import.meta.url)));
const serveStyles = express.static(fileURLToPath(new URL('../dist', import.meta.url)));

export function createApp({ tasks, leads, clock, corsOrigins, logger }) {
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

  app.route('/').get(servePage).all(refuseMethod);
  app.route('/styles.css').get(serveStyles).all(refuseMethod);

  app.use((request) => {
    throw new AppError('not-found', `There is nothing at ${request.path}`);
  });

  // Express knows an error handler by its four parameters.
  app.use((error, request, response, _next) => {
    if (request.errored) return; // The client hung up: nobody is waiting for an answer.
    sendProblem(response, toAppError(error), logger);
  });

  return app;
}
