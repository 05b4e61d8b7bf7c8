import type { ActionPage, ActionQuery } from './schema.ts';

// Something that an admin does to what belongs to somebody else.
export interface NewAction {
  createdAt: string;
  adminId: number;
  ownerId: number;
  method: string;
  path: string;
}

export interface ActionStore {
  list(query?: ActionQuery): Promise<ActionPage>;
}

export function createAction(
  { method, path }: { method: string; path: string },
  adminId: number,
  ownerId: number,
  now: string,
): NewAction {
  return { createdAt: now, adminId, ownerId, method, path: decodeURI(path) };
}
