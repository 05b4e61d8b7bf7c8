import { cache } from 'react';
import { z } from 'zod';
import { Task } from '../../src/tasks/schema.ts';
import { send } from '../api.ts';

// Remembered for as long as one request is answered: the title of a page and its content ask only once.
export const readTasks = cache((search: string) => send(z.array(Task), 'GET', `/tasks${search}`));
export const readTask = cache((id: string) => send(Task, 'GET', `/tasks/${encodeURIComponent(id)}`));
