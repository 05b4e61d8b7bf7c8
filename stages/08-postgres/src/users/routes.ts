import { type NextFunction, type Request, type Response, Router } from 'express';
import type { SignedIn } from '../auth/signed-in.ts';
import { AppError } from '../errors.ts';
import { parseId } from '../fields.ts';
import { readJson } from '../json.ts';
import type { LeadStores } from '../leads/lead.ts';
import { type Lead, parseLeadQuery } from '../leads/schema.ts';
import { refuseMethod } from '../method.ts';
import { sendPage } from '../paging.ts';
import { parseTaskQuery, type Task } from '../tasks/schema.ts';
import type { TaskStores } from '../tasks/task.ts';
import { parseUserChanges, parseUserQuery, type UserWithCounts } from './schema.ts';
import { type UserStore, updateUser } from './user.ts';

interface Item {
  id: string;
}

interface UserRoutesOptions {
  users: UserStore;
  tasks: TaskStores;
  leads: LeadStores;
  signedIn: SignedIn;
}

// What admins see and do. They look at the data of others, and change only who may sign in and as what.
export function createUserRoutes({ users, tasks, leads, signedIn }: UserRoutesOptions) {
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
    response.json(await users.update(id, (user) => updateUser(user, changes, signedIn.userOf(request))));
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

  function requireAdmin(request: Request, _response: Response, next: NextFunction) {
    if (signedIn.userOf(request).role !== 'admin') throw new AppError('forbidden', 'Only admins may do this');
    next();
  }

  const admin = [signedIn.required, requireAdmin];
  const router = Router({ caseSensitive: true, strict: true });
  router.route('/admin/users').get(admin, list).all(refuseMethod);
  router.route('/admin/users/:id').get(admin, read).patch(admin, readJson, update).all(refuseMethod);
  router.route('/admin/users/:id/tasks').get(admin, listTasks).all(refuseMethod);
  router.route('/admin/users/:id/leads').get(admin, listLeads).all(refuseMethod);
  return router;
}
