import { z } from 'zod';
import { createParser, heading, id, idInQuery, notes, refuseEmpty, search, timestamp } from '../fields.ts';
import { type Page, pageOf } from '../paging.ts';
import { STATUSES } from './task.ts';

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
  ...pageOf(Task.keyof().options),
});

export type Task = z.infer<typeof Task>;
export type NewTask = z.infer<typeof NewTask>;
export type NewTaskBody = z.input<typeof NewTask>;
export type TaskChanges = z.infer<typeof TaskChanges>;
export type TaskQuery = z.infer<typeof TaskQuery>;
export type TaskPage = Page<Task>;

export const parseNewTask = createParser(NewTask);
export const parseTaskChanges = createParser(TaskChanges);
export const parseTaskQuery = createParser(TaskQuery);
