import type { Database } from '../database.ts';
import { AppError, createValidationError } from '../errors.ts';
import type { Task } from './schema.ts';
import type { TaskStore } from './task.ts';

export function createTaskStore({ tasks, leads }: Database): TaskStore {
  return {
    async list({ status, leadId, q = '' } = {}) {
      return [...tasks.rows.values()].filter(
        (task) =>
          (status === undefined || task.status === status) &&
          (leadId === undefined || task.leadId === leadId) &&
          [task.title, task.notes].some((text) => text.toLowerCase().includes(q.toLowerCase())),
      );
    },

    async get(id) {
      return find(id);
    },

    async create(values) {
      requireLead(values.leadId);
      return save({ id: ++tasks.lastId, ...values });
    },

    // `change` takes the task as it is and gives the task as it should be; nothing can come between the two.
    async update(id, change) {
      const task = change(find(id));
      requireLead(task.leadId);
      return save(task);
    },

    async remove(id) {
      const task = find(id);
      tasks.rows.delete(id);
      return task;
    },
  };

  function find(id: number) {
    const task = tasks.rows.get(id);
    if (!task) throw new AppError('not-found', `There is no task ${id}`);
    return task;
  }

  function save(task: Task) {
    tasks.rows.set(task.id, task);
    return task;
  }

  function requireLead(leadId: Task['leadId']) {
    if (leadId !== null && !leads.rows.has(leadId)) {
      throw createValidationError([
        { path: '/leadId', message: `must be an existing lead; there is no lead ${leadId}` },
      ]);
    }
  }
}
