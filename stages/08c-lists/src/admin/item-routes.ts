import { type Request, type Response, Router } from 'express';
import type { SignedIn } from '../auth/signed-in.ts';
import { toKey } from '../database.ts';
import { parseId } from '../fields.ts';
import { readJson } from '../json.ts';
import { updateLead } from '../leads/lead.ts';
import { type Lead, parseLeadChanges } from '../leads/schema.ts';
import { refuseMethod } from '../method.ts';
import { parseTaskChanges, type Task } from '../tasks/schema.ts';
import { updateTask } from '../tasks/task.ts';
import type { Acting } from './acting.ts';
import { createAction } from './action.ts';
import type { AdminOnly } from './admin-only.ts';

interface Owned {
  id: string;
  itemId: string;
}

interface ItemRoutesOptions {
  acting: Acting;
  signedIn: SignedIn;
  adminOnly: AdminOnly;
  clock: () => string;
}

// A thing that belongs to somebody else: to read, to change and to delete, by the rules that its owner has.
export function createItemRoutes({ acting, signedIn, adminOnly, clock }: ItemRoutesOptions) {
  function storesOf(request: Request<Owned>) {
    const ownerId = toKey(parseId(request.params.id));
    const { tasks, leads } = acting(createAction(request, signedIn.userOf(request).id, ownerId, clock()));
    return { tasks: tasks.of(ownerId), leads: leads.of(ownerId) };
  }

  async function readTask(request: Request<Owned>, response: Response<Task>) {
    response.json(await storesOf(request).tasks.get(parseId(request.params.itemId)));
  }

  async function updateTheirTask(request: Request<Owned, Task, unknown>, response: Response<Task>) {
    const id = parseId(request.params.itemId);
    const changes = parseTaskChanges(request.body);
    response.json(await storesOf(request).tasks.update(id, (task) => updateTask(task, changes, clock())));
  }

  async function removeTask(request: Request<Owned>, response: Response<never>) {
    await storesOf(request).tasks.remove(parseId(request.params.itemId));
    response.status(204).end();
  }

  async function readLead(request: Request<Owned>, response: Response<Lead>) {
    response.json(await storesOf(request).leads.get(parseId(request.params.itemId)));
  }

  async function updateTheirLead(request: Request<Owned, Lead, unknown>, response: Response<Lead>) {
    const id = parseId(request.params.itemId);
    const changes = parseLeadChanges(request.body);
    response.json(await storesOf(request).leads.update(id, (lead) => updateLead(lead, changes, clock())));
  }

  async function removeLead(request: Request<Owned>, response: Response<never>) {
    await storesOf(request).leads.remove(parseId(request.params.itemId));
    response.status(204).end();
  }

  const router = Router({ caseSensitive: true, strict: true });
  router
    .route('/admin/users/:id/tasks/:itemId')
    .get(adminOnly, readTask)
    .patch(adminOnly, readJson, updateTheirTask)
    .delete(adminOnly, removeTask)
    .all(refuseMethod);
  router
    .route('/admin/users/:id/leads/:itemId')
    .get(adminOnly, readLead)
    .patch(adminOnly, readJson, updateTheirLead)
    .delete(adminOnly, removeLead)
    .all(refuseMethod);
  return router;
}
