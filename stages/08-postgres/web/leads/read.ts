import { cache } from 'react';
import { Lead } from '../../src/leads/schema.ts';
import { list, send } from '../api.ts';

const LARGEST_PAGE = 100;

export const readLeads = cache((search: string) => list(Lead, `/leads${search}`));
export const readLead = cache((id: string) => send(Lead, 'GET', `/leads/${encodeURIComponent(id)}`));

// Whoever chooses a lead chooses from all of them, by name.
export const readEveryLead = cache(async (): Promise<Lead[]> => {
  const read = (page: number) => readLeads(`?sort=name&pageSize=${LARGEST_PAGE}&page=${page}`);
  const first = await read(1);
  const more = Math.max(0, Math.ceil(first.total / LARGEST_PAGE) - 1);
  const rest = await Promise.all(Array.from({ length: more }, (_, at) => read(at + 2)));
  return [first, ...rest].flatMap(({ items }) => items);
});

export function nameLeads(leads: readonly Lead[]): Record<number, string> {
  return Object.fromEntries(leads.map(({ id, name }) => [id, name]));
}
