import { type Request, type Response, Router } from 'express';
import type { SignedIn } from '../auth/signed-in.ts';
import { parseId } from '../fields.ts';
import { readJson } from '../json.ts';
import type { LeadStores } from '../leads/lead.ts';
import { type Lead, parseLeadQuery } from '../leads/schema.ts';
import { refuseMethod } from '../method.ts';
import { sendPage } from '../paging.ts';
import { parseTaskQuery, type Task } from '../tasks/schema.ts';
import type { TaskStores } from '../tasks/task.ts';
import { parseUserChanges, parseUserQuery, type UserWithCounts } from '../users/schema.ts';
import { type UserStore, updateUser } from '../users/user.ts';
import { type ActionStore, createAction } from './action.ts';
import type { AdminOnly } from './admin-only.ts';
import { type Action, parseActionQuery } from './schema.ts';

interface Item {
  id: string;
}

interface AdminRoutesOptions {
  users: UserStore;
  tasks: TaskStores;
  leads: LeadStores;
  actions: ActionStore;
  signedIn: SignedIn;
  adminOnly: AdminOnly;
  clock: () => string;
}

// Everybody, what they have, who may sign in and as what, and what admins have done.
export function createAdminRoutes({
  users,
  tasks,
  leads,
  actions,
  signedIn,
  adminOnly,
  clock,
}: AdminRoutesOptions) {
  async function list(request: Request, response: Response<UserWithCounts[]>) {
    const query = parseUserQuery(request.query);
    sendPage(request, response, await users.list(query), query);
  }

  async function read(request: Request<Item>, response: Response<UserWithCounts>) {
    response.json(await users.get(parseId(request.params.id)));
  }

  async function update(request: Request<Item, UserWithCounts, unknown>, response: Response<UserWithCounts>) {
    const id = parseId(request.params.id);
    const changes = parseUserChanges(request.body);
    const action = createAction(request, signedIn.userOf(request).id, id, clock());
    response.json(await users.update(action, (user, admin) => updateUser(user, changes, admin)));
  }

  async function listTasks(request: Request<Item>, response: Response<Task[]>) {
    const query = parseTaskQuery(request.query);
    const { id } = await users.get(parseId(request.params.id));
    sendPage(request, response, await tasks.of(id).list(query), query);
  }

  async function listLeads(request: Request<Item>, response: Response<Lead[]>) {
    const query = parseLeadQuery(request.query);
    const { id } = await users.get(parseId(request.params.id));
    sendPage(request, response, await leads.of(id).list(query), query);
  }

  async function listActions(request: Request, response: Response<Action[]>) {
    const query = parseActionQuery(request.query);
    sendPage(request, response, await actions.list(query), query);
  }

  const router = Router({ caseSensitive: true, strict: true });
  router.route('/admin/actions').get(adminOnly, listActions).all(refuseMethod);
  router.route('/admin/users').get(adminOnly, list).all(refuseMethod);
  router.route('/admin/users/:id').get(adminOnly, read).patch(adminOnly, readJson, update).all(refuseMethod);
  router.route('/admin/users/:id/tasks').get(adminOnly, listTasks).all(refuseMethod);
  router.route('/admin/users/:id/leads').get(adminOnly, listLeads).all(refuseMethod);
  return router;
}
