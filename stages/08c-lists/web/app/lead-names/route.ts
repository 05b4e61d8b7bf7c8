import { toSearch } from '../../address.ts';
import { load } from '../../api/load.ts';
import { splitChoice, writeChoice } from '../../leads/lead-choice.ts';
import { fetchLeads } from '../../leads/queries.ts';

const MOST = 20;

// A route handler: an address that answers with data instead of a page. Actions change something; what only asks is a GET.
export async function GET(request: Request): Promise<Response> {
  const q = new URL(request.url).searchParams.get('q') ?? '';
  const leads = await load(fetchLeads(toSearch({ q: splitChoice(q).name })));
  if (leads.session) return new Response(null, { status: 401 });
  return Response.json((leads.value ?? []).slice(0, MOST).map(writeChoice));
}
