import { Router } from 'express';
import { parseId } from '../fields.js';
import { readJson } from '../json.js';
import { refuseMethod } from '../method.js';
import { createLead, updateLead } from './lead.js';
import { parseLeadChanges, parseLeadQuery, parseNewLead } from './schema.js';

export function createLeadRoutes({ leads, clock }) {
  async function list(request, response) {
    response.json(await leads.list(parseLeadQuery(request.query)));
  }

  async function create(request, response) {
    const values = parseNewLead(request.body);
    const lead = await leads.create(createLead(values, clock()));
    response.status(201).location(`/leads/${lead.id}`).json(lead);
  }

  async function read(request, response) {
    response.json(await leads.get(parseId(request.params.id)));
  }

  async function update(request, response) {
    const id = parseId(request.params.id);
    const changes = parseLeadChanges(request.body);
    response.json(await leads.update(id, (lead) => updateLead(lead, changes, clock())));
  }

  async function remove(request, response) {
    await leads.remove(parseId(request.params.id));
    response.status(204).end();
  }

  const router = Router({ caseSensitive: true, strict: true });
  router.route('/leads').get(list).post(readJson, create).all(refuseMethod);
  router.route('/leads/:id').get(read).patch(readJson, update).delete(remove).all(refuseMethod);
  return router;
}
