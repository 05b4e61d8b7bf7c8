import { cache } from 'react';
import { z } from 'zod';
import { Task } from '../../src/tasks/schema.ts';
import { request } from '../api/request.ts';

// Remembered for as long as one request is answered: the title of a page and its content ask only once.
export const fetchTasks = cache((search: string) => request(z.array(Task), 'GET', `/tasks${search}`));
export const fetchTask = cache((id: string) => request(Task, 'GET', `/tasks/${encodeURIComponent(id)}`));
