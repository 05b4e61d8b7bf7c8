import { toSearch } from '../../address.ts';
import { load } from '../../api/load.ts';
import { splitChoice, writeChoice } from '../../leads/lead-choice.ts';
import { fetchLeads } from '../../leads/queries.ts';

const MOST = '20';

// A route handler: an address that answers with data instead of a page. Actions change something; what only asks is a GET.
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const { name } = splitChoice(asked.get('q') ?? '');
  const search = toSearch({ q: name, sort: 'name', pageSize: MOST });
  const leads = await load(fetchLeads(search, asked.get('userId') ?? undefined));
  if (leads.session) return new Response(null, { status: 401 });
  return Response.json((leads.value?.items ?? []).map(writeChoice));
}
