import { STAGES, type Stage } from '../src/leads/lead.ts';
import type { Status } from '../src/tasks/task.ts';
import { toStatus } from './tasks/status-names.ts';

export type Query = Promise<Record<string, string | string[] | undefined>>;

// What is shown is written in the address and nowhere else: /tasks?status=done&sort=title&page=2, /leads?view=board.
export interface Address {
  status: Status | undefined;
  stage: Stage | undefined;
  q: string;
  isBoard: boolean;
  // Empty where the list comes as it usually does.
  sort: string;
  page: number;
}

// Of the ways to sort only those count that the list offers.
export async function parseAddress(query: Query, sorts: Record<string, string>): Promise<Address> {
  const { status, stage, q, view, sort, page } = await query;
  return {
    status: toStatus(status),
    stage: STAGES.find((known) => known === stage),
    q: typeof q === 'string' ? q : '',
    isBoard: view === 'board',
    sort: Object.keys(sorts).find((known) => known === sort) ?? '',
    page: typeof page === 'string' && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  };
}

// Where the things of one kind are, in the pages as in the API: one's own, or those of a user whom an admin looks after.
export function toListPath(kind: 'tasks' | 'leads', userId?: string): string {
  return userId ? `/admin/users/${encodeURIComponent(userId)}/${kind}` : `/${kind}`;
}

export function toItemPath(kind: 'tasks' | 'leads', id: string | number, userId?: string): string {
  return `${toListPath(kind, userId)}/${encodeURIComponent(id)}`;
}

// Leaves out what is empty, so that the plain list has a plain address. The first page is the plain one.
export function toSearch(values: Record<string, string | undefined>, page = 1): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value);
  if (page > 1) search.set('page', String(page));
  return search.size > 0 ? `?${search}` : '';
}

// Where to go on after signing in. Anybody can write that into an address: only a path of this site counts, two slashes at
// its beginning would lead to another host, and the pages to sign in at would lead to themselves.
export function toPath(next: unknown): string {
  const here = 'http://tracker';
  const url = typeof next === 'string' && next.startsWith('/') ? URL.parse(next, here) : null;
  const path = url?.origin === here ? url.pathname.replace(/^\/+/, '/') : '';
  return /^\/(tasks|leads|admin)(\/|$)/.test(path) ? path + url?.search : '/tasks';
}
