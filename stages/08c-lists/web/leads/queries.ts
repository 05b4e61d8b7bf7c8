import { cache } from 'react';
import { z } from 'zod';
import { Lead } from '../../src/leads/schema.ts';
import type { Task } from '../../src/tasks/schema.ts';
import { ApiError } from '../api/api-error.ts';
import { request } from '../api/request.ts';

export const fetchLeads = cache((search: string) => request(z.array(Lead), 'GET', `/leads${search}`));
export const fetchLead = cache((id: string) => request(Lead, 'GET', `/leads/${encodeURIComponent(id)}`));

// The names of the leads that these tasks are for, by id. One question at most, and none when no task is for anybody.
export async function fetchLeadNames(
  tasks: readonly Pick<Task, 'leadId'>[],
): Promise<Record<number, string>> {
  const [id, ...others] = new Set(tasks.flatMap(({ leadId }) => leadId ?? []));
  if (id === undefined) return {};
  try {
    const leads = others.length === 0 ? [await fetchLead(String(id))] : await fetchLeads('');
    const named = leads.filter((lead) => lead.id === id || others.includes(lead.id));
    return Object.fromEntries(named.map(({ id, name }) => [id, name]));
  } catch (error) {
    if (error instanceof ApiError) return {}; // The tasks can be read without the names.
    throw error;
  }
}
