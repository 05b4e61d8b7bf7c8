import { cache } from 'react';
import { z } from 'zod';
import { Lead } from '../../src/leads/schema.ts';
import { send } from '../api.ts';

export const readLeads = cache((search: string) => send(z.array(Lead), 'GET', `/leads${search}`));
export const readLead = cache((id: string) => send(Lead, 'GET', `/leads/${encodeURIComponent(id)}`));

export function nameLeads(leads: readonly Lead[]): Record<number, string> {
  return Object.fromEntries(leads.map(({ id, name }) => [id, name]));
}
