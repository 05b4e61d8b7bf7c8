import { type Request, type Response, Router } from 'express';
import type { SignedIn } from '../auth/signed-in.ts';
import { parseId } from '../fields.ts';
import { readJson } from '../json.ts';
import { refuseMethod } from '../method.ts';
import { sendPage } from '../paging.ts';
import { createLead, type LeadStores, updateLead } from './lead.ts';
import { type Lead, parseLeadChanges, parseLeadQuery, parseNewLead } from './schema.ts';

interface Item {
  id: string;
}

interface LeadRoutesOptions {
  leads: LeadStores;
  signedIn: SignedIn;
  clock: () => string;
}

export function createLeadRoutes({ leads, signedIn, clock }: LeadRoutesOptions) {
  const mine = (request: Pick<Request, 'headers'>) => leads.of(signedIn.userOf(request).id);

  async function list(request: Request, response: Response<Lead[]>) {
    const query = parseLeadQuery(request.query);
    sendPage(request, response, await mine(request).list(query), query);
  }

  async function create(request: Request<object, Lead, unknown>, response: Response<Lead>) {
    const values = parseNewLead(request.body);
    const lead = await mine(request).create(createLead(values, clock()));
    response.status(201).location(`/leads/${lead.id}`).json(lead);
  }

  async function read(request: Request<Item>, response: Response<Lead>) {
    response.json(await mine(request).get(parseId(request.params.id)));
  }

  async function update(request: Request<Item, Lead, unknown>, response: Response<Lead>) {
    const id = parseId(request.params.id);
    const changes = parseLeadChanges(request.body);
    response.json(await mine(request).update(id, (lead) => updateLead(lead, changes, clock())));
  }

  async function remove(request: Request<Item>, response: Response<never>) {
    await mine(request).remove(parseId(request.params.id));
    response.status(204).end();
  }

  const { required } = signedIn;
  const router = Router({ caseSensitive: true, strict: true });
  router.route('/leads').get(required, list).post(required, readJson, create).all(refuseMethod);
  router
    .route('/leads/:id')
    .get(required, read)
    .patch(required, readJson, update)
    .delete(required, remove)
    .all(refuseMethod);
  return router;
}
