import { parseId } from '../fields.js';
import { readJson, sendJson } from '../json.js';
import { parseNewTask } from './schema.js';
import { createTask } from './task.js';

export function createTaskRoutes({ tasks, clock }) {
  async function list(_request, response) {
    sendJson(response, 200, await tasks.list());
  }

  async function create(request, response) {
    const values = parseNewTask(await readJson(request));
    const task = await tasks.create(createTask(values, clock()));
    sendJson(response, 201, task, { Location: `/tasks/${task.id}` });
  }

  async function remove(_request, response, { id }) {
    await tasks.remove(parseId(id));
    response.writeHead(204).end();
  }

  return [
    { method: 'GET', path: '/tasks', handle: list },
    { method: 'POST', path: '/tasks', handle: create },
    { method: 'DELETE', path: '/tasks/:id', handle: remove },
  ];
}
