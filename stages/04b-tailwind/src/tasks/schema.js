import { z } from 'zod';
import { createParser, heading, id, idInQuery, notes, refuseEmpty, search, timestamp } from '../fields.js';
import { STATUSES } from './task.js';

const status = z.enum(STATUSES);

const TaskFields = z.strictObject({
  title: heading(200),
  notes,
  leadId: id.nullable(),
});

export const Task = TaskFields.extend({
  id,
  status,
  createdAt: timestamp,
  updatedAt: timestamp,
  completedAt: timestamp.nullable(),
}).meta({ id: 'Task' });

export const NewTask = TaskFields.extend({
  notes: notes.default(''),
  leadId: id.nullable().default(null),
}).meta({ id: 'NewTask' });

export const TaskChanges = refuseEmpty(TaskFields.extend({ status }).partial()).meta({
  id: 'TaskChanges',
  minProperties: 1,
});

export const TaskQuery = z.object({
  status: status.optional(),
  leadId: idInQuery.optional(),
  q: search.optional(),
});

export const parseNewTask = createParser(NewTask);
export const parseTaskChanges = createParser(TaskChanges);
export const parseTaskQuery = createParser(TaskQuery);
