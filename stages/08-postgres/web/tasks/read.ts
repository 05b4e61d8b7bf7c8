import { cache } from 'react';
import { Task } from '../../src/tasks/schema.ts';
import { list, send } from '../api.ts';

// Remembered for as long as one request is answered: the title of a page and its content ask only once.
export const readTasks = cache((search: string) => list(Task, `/tasks${search}`));
export const readTask = cache((id: string) => send(Task, 'GET', `/tasks/${encodeURIComponent(id)}`));
