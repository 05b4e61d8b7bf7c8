import { createCors } from './cors.js';
import { createLeadRoutes } from './leads/routes.js';
import { sendProblem } from './problem.js';
import { createRouter } from './router.js';
import { createTaskRoutes } from './tasks/routes.js';

export function createApp({ tasks, leads, clock, corsOrigins, logger }) {
  const allowOrigin = createCors(corsOrigins);
  const route = createRouter([...createTaskRoutes({ tasks, clock }), ...createLeadRoutes({ leads, clock })]);

  return async function app(request, response) {
    try {
      allowOrigin(request, response);
      await route(request, response);
    } catch (error) {
      if (request.errored) return; // The client hung up: nobody is waiting for an answer.
      sendProblem(response, error, logger);
    }
  };
}
