import { Router } from 'express';
import { parseId } from '../fields.js';
import { readJson } from '../json.js';
import { refuseMethod } from '../method.js';
import { parseNewTask, parseTaskChanges, parseTaskQuery } from './schema.js';
import { createTask, updateTask } from './task.js';

export function createTaskRoutes({ tasks, clock }) {
  async function list(request, response) {
    response.json(await tasks.list(parseTaskQuery(request.query)));
  }

  async function create(request, response) {
    const values = parseNewTask(request.body);
    const task = await tasks.create(createTask(values, clock()));
    response.status(201).location(`/tasks/${task.id}`).json(task);
  }

  async function read(request, response) {
    response.json(await tasks.get(parseId(request.params.id)));
  }

  async function update(request, response) {
    const id = parseId(request.params.id);
    const changes = parseTaskChanges(request.body);
    response.json(await tasks.update(id, (task) => updateTask(task, changes, clock())));
  }

  async function remove(request, response) {
    await tasks.remove(parseId(request.params.id));
    response.status(204).end();
  }

  const router = Router({ caseSensitive: true, strict: true });
  router.route('/tasks').get(list).post(readJson, create).all(refuseMethod);
  router.route('/tasks/:id').get(read).patch(readJson, update).delete(remove).all(refuseMethod);
  return router;
}
