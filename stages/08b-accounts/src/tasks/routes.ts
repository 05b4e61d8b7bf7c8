import { type Request, type Response, Router } from 'express';
import { parseId } from '../fields.ts';
import { readJson } from '../json.ts';
import { refuseMethod } from '../method.ts';
import { parseNewTask, parseTaskChanges, parseTaskQuery, type Task } from './schema.ts';
import { createTask, type TaskStore, updateTask } from './task.ts';

interface Item {
  id: string;
}

interface TaskRoutesOptions {
  tasks: TaskStore;
  clock: () => string;
}

export function createTaskRoutes({ tasks, clock }: TaskRoutesOptions) {
  async function list(request: Request, response: Response<Task[]>) {
    response.json(await tasks.list(parseTaskQuery(request.query)));
  }

  async function create(request: Request<object, Task, unknown>, response: Response<Task>) {
    const values = parseNewTask(request.body);
    const task = await tasks.create(createTask(values, clock()));
    response.status(201).location(`/tasks/${task.id}`).json(task);
  }

  async function read(request: Request<Item>, response: Response<Task>) {
    response.json(await tasks.get(parseId(request.params.id)));
  }

  async function update(request: Request<Item, Task, unknown>, response: Response<Task>) {
    const id = parseId(request.params.id);
    const changes = parseTaskChanges(request.body);
    response.json(await tasks.update(id, (task) => updateTask(task, changes, clock())));
  }

  async function remove(request: Request<Item>, response: Response<never>) {
    await tasks.remove(parseId(request.params.id));
    response.status(204).end();
  }

  const router = Router({ caseSensitive: true, strict: true });
  router.route('/tasks').get(list).post(readJson, create).all(refuseMethod);
  router.route('/tasks/:id').get(read).patch(readJson, update).delete(remove).all(refuseMethod);
  return router;
}
