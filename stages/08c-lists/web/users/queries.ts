import { cache } from 'react';
import { Action } from '../../src/admin/schema.ts';
import { UserWithCounts } from '../../src/users/schema.ts';
import { request, requestPage } from '../api/request.ts';

export const fetchUsers = cache((search: string) => requestPage(UserWithCounts, `/admin/users${search}`));
export const fetchUser = cache((id: string) => request(UserWithCounts, 'GET', toUserPath(id)));
export const fetchActions = cache((search: string) => requestPage(Action, `/admin/actions${search}`));

export function toUserPath(id: string): string {
  return `/admin/users/${encodeURIComponent(id)}`;
}
