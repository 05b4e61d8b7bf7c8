import { cache } from 'react';
import { Lead } from '../../src/leads/schema.ts';
import type { Task } from '../../src/tasks/schema.ts';
import { toItemPath, toListPath, toSearch } from '../address.ts';
import { ApiError } from '../api/api-error.ts';
import { request, requestPage } from '../api/request.ts';

const fetchLeadAt = cache((path: string) => request(Lead, 'GET', path));

export function fetchLeads(search: string, userId?: string) {
  return requestPage(Lead, toListPath('leads', userId) + search);
}

export function fetchLead(id: string, userId?: string) {
  return fetchLeadAt(toItemPath('leads', id, userId));
}

// The names of the leads that these tasks are for, by id, and of no others. No question when no task is for anybody.
export async function fetchLeadNames(
  tasks: readonly Pick<Task, 'leadId'>[],
  userId?: string,
): Promise<Record<number, string>> {
  const ids = [...new Set(tasks.flatMap(({ leadId }) => leadId ?? []))];
  if (ids.length === 0) return {};
  try {
    const { items } = await fetchLeads(toSearch({ id: ids.join(), pageSize: String(ids.length) }), userId);
    return Object.fromEntries(items.map(({ id, name }) => [id, name]));
  } catch (error) {
    if (error instanceof ApiError) return {}; // The tasks can be read without the names.
    throw error;
  }
}
