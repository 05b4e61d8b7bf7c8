import type { Lead } from '../../src/leads/schema.ts';
import { toSearch } from '../address.ts';
import { ApiError } from '../api/api-error.ts';
import { splitChoice } from './lead-choice.ts';
import { fetchLeads } from './queries.ts';

const PAGE_SIZE = 100;

// What was chosen carries its number; a name that somebody typed has to be that of one lead.
export async function findLeadId(text: string, userId?: string): Promise<number | null> {
  const { name, id } = splitChoice(text);
  if (id !== undefined) return id;
  if (!name) return null;

  const [lead, ...others] = await fetchNamed(name, userId);
  if (lead && others.length === 0) return lead.id;
  const message = lead
    ? 'Several leads have this name. Choose one of them from the list.'
    : 'No lead has this name. Choose one from the list.';
  throw new ApiError(message, { fields: ['leadId'] });
}

// A search looks at more than names: whoever has this one may stand behind many who have it in their company. Two are enough.
async function fetchNamed(name: string, userId?: string): Promise<Lead[]> {
  const named: Lead[] = [];
  for (let page = 1, isEnd = false; !isEnd && named.length < 2; page += 1) {
    const search = toSearch({ q: name, sort: 'name', pageSize: String(PAGE_SIZE), page: String(page) });
    const { items, total } = await fetchLeads(search, userId);
    named.push(...items.filter((lead) => lead.name.toLowerCase() === name.toLowerCase()));
    isEnd = page * PAGE_SIZE >= total;
  }
  return named;
}
