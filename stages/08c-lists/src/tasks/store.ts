import { type Database, holds, toKey } from '../database.ts';
import { isRefusal } from '../database-error.ts';
import { AppError, createValidationError } from '../errors.ts';
import type { Prisma, Task as Row } from '../generated/client.ts';
import type { Task, TaskQuery } from './schema.ts';
import type { TaskStore, TaskStores } from './task.ts';

export function createTaskStores(db: Database): TaskStores {
  return { of: (ownerId) => createTaskStore(db, ownerId) };
}

function createTaskStore(db: Database, ownerId: number): TaskStore {
  return {
    async list(query = {}) {
      const rows = await db.task.findMany({ where: { ownerId, ...toFilter(query) }, orderBy: { id: 'asc' } });
      return rows.map(toTask);
    },

    async get(id) {
      return find(db, id);
    },

    async create(values) {
      return save(values, (data) => db.task.create({ data: { ...data, ownerId } }));
    },

    // `change` takes the task as it is and gives the task as it should be; nothing can come between the two.
    async update(id, change) {
      return db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT FROM tasks WHERE id = ${toKey(id)} AND owner_id = ${ownerId} FOR NO KEY UPDATE`;
        const { id: _, ...values } = change(await find(tx, id));
        return save(values, (data) => tx.task.update({ where: { id, ownerId }, data }));
      });
    },

    async remove(id) {
      try {
        return toTask(await db.task.delete({ where: { id: toKey(id), ownerId } }));
      } catch (error) {
        throw isRefusal(error, 'P2025') ? createNotFound(id) : error;
      }
    },
  };

  async function find(db: Prisma.TransactionClient, id: number) {
    const row = await db.task.findUnique({ where: { id: toKey(id), ownerId } });
    if (!row) throw createNotFound(id);
    return toTask(row);
  }
}

// Nobody looks whether there is such a lead: the foreign key knows, also when the lead goes at this moment.
async function save<Values extends Pick<Task, 'leadId'>>(
  values: Values,
  write: (data: Values) => Promise<Row>,
) {
  const { leadId } = values;
  try {
    return toTask(await write({ ...values, leadId: leadId && toKey(leadId) }));
  } catch (error) {
    if (!isRefusal(error, 'P2003')) throw error;
    throw createValidationError([
      { path: '/leadId', message: `must be an existing lead; there is no lead ${leadId}` },
    ]);
  }
}

function toFilter({ status, leadId, q }: TaskQuery): Prisma.TaskWhereInput {
  return {
    ...(status && { status }),
    ...(leadId && { leadId: toKey(leadId) }),
    ...(q && { OR: [{ title: holds(q) }, { notes: holds(q) }] }),
  };
}

function toTask({ ownerId: _, ...row }: Row): Task {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  };
}

function createNotFound(id: number) {
  return new AppError('not-found', `There is no task ${id}`);
}
