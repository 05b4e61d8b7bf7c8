import { type Request, type Response, Router } from 'express';
import type { SignedIn } from '../auth/signed-in.ts';
import { parseId } from '../fields.ts';
import { readJson } from '../json.ts';
import { refuseMethod } from '../method.ts';
import { sendPage } from '../paging.ts';
import { parseNewTask, parseTaskChanges, parseTaskQuery, type Task } from './schema.ts';
import { createTask, type TaskStores, updateTask } from './task.ts';

interface Item {
  id: string;
}

interface TaskRoutesOptions {
  tasks: TaskStores;
  signedIn: SignedIn;
  clock: () => string;
}

export function createTaskRoutes({ tasks, signedIn, clock }: TaskRoutesOptions) {
  const mine = (request: Pick<Request, 'headers'>) => tasks.of(signedIn.userOf(request).id);

  async function list(request: Request, response: Response<Task[]>) {
    const query = parseTaskQuery(request.query);
    sendPage(request, response, await mine(request).list(query), query);
  }

  async function create(request: Request<object, Task, unknown>, response: Response<Task>) {
    const values = parseNewTask(request.body);
    const task = await mine(request).create(createTask(values, clock()));
    response.status(201).location(`/tasks/${task.id}`).json(task);
  }

  async function read(request: Request<Item>, response: Response<Task>) {
    response.json(await mine(request).get(parseId(request.params.id)));
  }

  async function update(request: Request<Item, Task, unknown>, response: Response<Task>) {
    const id = parseId(request.params.id);
    const changes = parseTaskChanges(request.body);
    response.json(await mine(request).update(id, (task) => updateTask(task, changes, clock())));
  }

  async function remove(request: Request<Item>, response: Response<never>) {
    await mine(request).remove(parseId(request.params.id));
    response.status(204).end();
  }

  const { required } = signedIn;
  const router = Router({ caseSensitive: true, strict: true });
  router.route('/tasks').get(required, list).post(required, readJson, create).all(refuseMethod);
  router
    .route('/tasks/:id')
    .get(required, read)
    .patch(required, readJson, update)
    .delete(required, remove)
    .all(refuseMethod);
  return router;
}
