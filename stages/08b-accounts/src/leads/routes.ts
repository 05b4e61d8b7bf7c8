import { type Request, type Response, Router } from 'express';
import { parseId } from '../fields.ts';
import { readJson } from '../json.ts';
import { refuseMethod } from '../method.ts';
import { createLead, type LeadStore, updateLead } from './lead.ts';
import { type Lead, parseLeadChanges, parseLeadQuery, parseNewLead } from './schema.ts';

interface Item {
  id: string;
}

interface LeadRoutesOptions {
  leads: LeadStore;
  clock: () => string;
}

export function createLeadRoutes({ leads, clock }: LeadRoutesOptions) {
  async function list(request: Request, response: Response<Lead[]>) {
    response.json(await leads.list(parseLeadQuery(request.query)));
  }

  async function create(request: Request<object, Lead, unknown>, response: Response<Lead>) {
    const values = parseNewLead(request.body);
    const lead = await leads.create(createLead(values, clock()));
    response.status(201).location(`/leads/${lead.id}`).json(lead);
  }

  async function read(request: Request<Item>, response: Response<Lead>) {
    response.json(await leads.get(parseId(request.params.id)));
  }

  async function update(request: Request<Item, Lead, unknown>, response: Response<Lead>) {
    const id = parseId(request.params.id);
    const changes = parseLeadChanges(request.body);
    response.json(await leads.update(id, (lead) => updateLead(lead, changes, clock())));
  }

  async function remove(request: Request<Item>, response: Response<never>) {
    await leads.remove(parseId(request.params.id));
    response.status(204).end();
  }

  const router = Router({ caseSensitive: true, strict: true });
  router.route('/leads').get(list).post(readJson, create).all(refuseMethod);
  router.route('/leads/:id').get(read).patch(readJson, update).delete(remove).all(refuseMethod);
  return router;
}
