import type { Status } from '../src/tasks/task.ts';
import { toStatus } from './tasks/status-names.ts';

export type Query = Promise<Record<string, string | string[] | undefined>>;

// What is shown is written in the address and nowhere else: /tasks?status=done, /tasks?q=call, /leads?view=board.
export interface Address {
  status: Status | undefined;
  q: string;
  isBoard: boolean;
}

export async function parseAddress(query: Query): Promise<Address> {
  const { status, q, view } = await query;
  return {
    status: toStatus(status),
    q: typeof q === 'string' ? q : '',
    isBoard: view === 'board',
  };
}

// Leaves out what is empty, so that the plain list has a plain address.
export function toSearch(values: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value);
  return search.size > 0 ? `?${search}` : '';
}

// Where to go on after signing in. Anybody can write that into an address: only a path of this site counts, two slashes at
// its beginning would lead to another host, and the pages to sign in at would lead to themselves.
export function toPath(next: unknown): string {
  const here = 'http://tracker';
  const url = typeof next === 'string' && next.startsWith('/') ? URL.parse(next, here) : null;
  const path = url?.origin === here ? url.pathname.replace(/^\/+/, '/') : '';
  return /^\/(tasks|leads)(\/|$)/.test(path) ? path + url?.search : '/tasks';
}
