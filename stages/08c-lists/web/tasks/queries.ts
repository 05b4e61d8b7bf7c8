import { cache } from 'react';
import { Task } from '../../src/tasks/schema.ts';
import { toItemPath, toListPath } from '../address.ts';
import { request, requestPage } from '../api/request.ts';

// Remembered for as long as one request is answered: the title of a page and its content ask only once.
const fetchTaskAt = cache((path: string) => request(Task, 'GET', path));

export function fetchTasks(search: string, userId?: string) {
  return requestPage(Task, toListPath('tasks', userId) + search);
}

export function fetchTask(id: string, userId?: string) {
  return fetchTaskAt(toItemPath('tasks', id, userId));
}
