import { cache } from 'react';
import { Lead } from '../../src/leads/schema.ts';
import { Task } from '../../src/tasks/schema.ts';
import { UserWithCounts } from '../../src/users/schema.ts';
import { list, send } from '../api.ts';

export const readUsers = cache((search: string) => list(UserWithCounts, `/admin/users${search}`));
export const readUser = cache((id: string) => send(UserWithCounts, 'GET', pathOf(id)));
export const readTasksOf = cache((id: string, search: string) => list(Task, `${pathOf(id)}/tasks${search}`));
export const readLeadsOf = cache((id: string, search: string) => list(Lead, `${pathOf(id)}/leads${search}`));

function pathOf(id: string) {
  return `/admin/users/${encodeURIComponent(id)}`;
}
