import { AppError } from './errors.js';

// Ends every route: OPTIONS is told which methods there are, and what is not among them is refused.
export function refuseMethod(request, response) {
  response.set('Allow', listMethods(request.route.methods));
  if (request.method !== 'OPTIONS') {
    throw new AppError('method-not-allowed', `${request.originalUrl} does not take ${request.method}`);
  }
  response.status(204).end();
}

function listMethods(methods) {
  const names = Object.keys(methods).filter((name) => name !== '_all');
  return [
    ...names.flatMap((name) => (name === 'get' ? ['GET', 'HEAD'] : name.toUpperCase())),
    'OPTIONS',
  ].join(', ');
}
