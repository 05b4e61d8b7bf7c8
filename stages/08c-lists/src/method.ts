import type { Request, Response } from 'express';
import { AppError } from './errors.ts';

// Ends every route: OPTIONS is told which methods there are, and what is not among them is refused.
export function refuseMethod(request: Request, response: Response) {
  response.set('Allow', listMethods(request.route.methods));
  if (request.method !== 'OPTIONS') {
    throw new AppError('method-not-allowed', `${request.originalUrl} does not take ${request.method}`);
  }
  response.status(204).end();
}

function listMethods(methods: object) {
  const names = Object.keys(methods).filter((name) => name !== '_all');
  return [
    ...names.flatMap((name) => (name === 'get' ? ['GET', 'HEAD'] : name.toUpperCase())),
    'OPTIONS',
  ].join(', ');
}
