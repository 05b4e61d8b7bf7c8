import { toSearch } from '../address.ts';
import { ApiError } from '../api/api-error.ts';
import { splitChoice } from './lead-choice.ts';
import { fetchLeads } from './queries.ts';

// What was chosen carries its number; a name that somebody typed has to be that of one lead.
export async function findLeadId(text: string): Promise<number | null> {
  const { name, id } = splitChoice(text);
  if (id !== undefined) return id;
  if (!name) return null;

  const found = await fetchLeads(toSearch({ q: name }));
  const [lead, ...others] = found.filter((lead) => lead.name.toLowerCase() === name.toLowerCase());
  if (lead && others.length === 0) return lead.id;
  const message = lead
    ? 'Several leads have this name. Choose one of them from the list.'
    : 'No lead has this name. Choose one from the list.';
  throw new ApiError(message, { fields: ['leadId'] });
}
