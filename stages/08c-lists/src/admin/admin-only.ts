import type { NextFunction, Request, Response } from 'express';
import type { SignedIn } from '../auth/signed-in.ts';
import { AppError } from '../errors.ts';

export type AdminOnly = ReturnType<typeof createAdminOnly>;

// What comes before a route that only admins may use.
export function createAdminOnly({ required, userOf }: SignedIn) {
  function requireAdmin(request: Request, _response: Response, next: NextFunction) {
    if (userOf(request).role !== 'admin') throw new AppError('forbidden', 'Only admins may do this');
    next();
  }

  return [required, requireAdmin];
}
