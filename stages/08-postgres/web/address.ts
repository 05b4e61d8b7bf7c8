import { STAGES, type Stage } from '../src/leads/lead.ts';
import { STATUSES, type Status } from '../src/tasks/task.ts';

export type Query = Promise<Record<string, string | string[] | undefined>>;

// What is shown is written in the address and nowhere else: /tasks?status=done&sort=title&page=2, /leads?view=board.
export interface Address {
  status: Status | undefined;
  stage: Stage | undefined;
  q: string;
  board: boolean;
  sort: string;
  page: number;
}

// Of the orders only those count that the list offers.
export async function parseAddress(query: Query, orders: Record<string, string>): Promise<Address> {
  const { status: asked, stage: step, q, view, sort, page } = await query;
  return {
    status: STATUSES.find((status) => status === asked),
    stage: STAGES.find((stage) => stage === step),
    q: typeof q === 'string' ? q.trim() : '',
    board: view === 'board',
    sort: Object.keys(orders).find((order) => order === sort) ?? '',
    page: typeof page === 'string' && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  };
}

// Leaves out what is empty, so that the plain list has a plain address. The first page is the plain one.
export function toSearch(values: Record<string, string | undefined>, page = 1): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value);
  if (page > 1) search.set('page', String(page));
  return search.size > 0 ? `?${search}` : '';
}

// Where to go on after signing in. Anybody can write that into an address: only a path of this site counts, and two
// slashes at its beginning would lead to another host.
export function toPath(next: unknown): string {
  const here = 'http://tracker';
  const url = typeof next === 'string' && next.startsWith('/') ? URL.parse(next, here) : null;
  return url?.origin === here ? url.pathname.replace(/^\/+/, '/') + url.search : '/tasks';
}
