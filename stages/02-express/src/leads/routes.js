import { parseId } from '../fields.js';
import { readJson, sendJson } from '../json.js';
import { createLead } from './lead.js';
import { parseNewLead } from './schema.js';

export function createLeadRoutes({ leads, clock }) {
  async function list(_request, response) {
    sendJson(response, 200, await leads.list());
  }

  async function create(request, response) {
    const values = parseNewLead(await readJson(request));
    const lead = await leads.create(createLead(values, clock()));
    sendJson(response, 201, lead, { Location: `/leads/${lead.id}` });
  }

  async function remove(_request, response, { id }) {
    await leads.remove(parseId(id));
    response.writeHead(204).end();
  }

  return [
    { method: 'GET', path: '/leads', handle: list },
    { method: 'POST', path: '/leads', handle: create },
    { method: 'DELETE', path: '/leads/:id', handle: remove },
  ];
}
