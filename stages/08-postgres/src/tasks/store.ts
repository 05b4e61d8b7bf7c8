import { type Database, holds, toKey } from '../database.ts';
import { isRefusal } from '../database-error.ts';
import { AppError, createValidationError } from '../errors.ts';
import type { Prisma, Task as Row } from '../generated/client.ts';
import { toSlice } from '../paging.ts';
import { parseTaskQuery, type Task, type TaskQuery } from './schema.ts';
import type { TaskStore, TaskStores } from './task.ts';

export function createTaskStores(db: Database): TaskStores {
  return { of: (ownerId) => createTaskStore(db, ownerId) };
}

function createTaskStore(db: Database, ownerId: number): TaskStore {
  return {
    async list(query = parseTaskQuery({})) {
      const where = { ownerId, ...toFilter(query) };
      const orderBy = [toOrder(query), { id: 'asc' } as const];
      const [rows, total] = await Promise.all([
        db.task.findMany({ where, orderBy, ...toSlice(query) }),
        db.task.count({ where }),
      ]);
      return { items: rows.map(toTask), total };
    },

    async get(id) {
      return find(db, id);
    },

    async create(values) {
      await requireLead(db, values.leadId);
      return save(values.leadId, () => db.task.create({ data: { ...values, ownerId } }));
    },

    // `change` takes the task as it is and gives the task as it should be; nothing can come between the two.
    async update(id, change) {
      return db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT FROM tasks WHERE id = ${toKey(id)} AND owner_id = ${ownerId} FOR UPDATE`;
        const before = await find(tx, id);
        const { id: _, ...data } = change(before);
        if (data.leadId !== before.leadId) await requireLead(tx, data.leadId);
        return save(data.leadId, () => tx.task.update({ where: { id, ownerId }, data }));
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

  async function requireLead(db: Prisma.TransactionClient, leadId: Task['leadId']) {
    if (leadId === null) return;
    const lead = await db.lead.findUnique({ where: { id: toKey(leadId), ownerId }, select: { id: true } });
    if (!lead) throw createUnknownLead(leadId);
  }
}

// A lead may go between the moment it is looked up and the moment the task is written.
async function save(leadId: Task['leadId'], write: () => Promise<Row>) {
  try {
    return toTask(await write());
  } catch (error) {
    throw isRefusal(error, 'P2003') ? createUnknownLead(leadId) : error;
  }
}

function toFilter({ status, leadId, q }: TaskQuery): Prisma.TaskWhereInput {
  return {
    ...(status && { status }),
    ...(leadId && { leadId: toKey(leadId) }),
    ...(q && { OR: [{ title: holds(q) }, { notes: holds(q) }] }),
  };
}

function toOrder({ sort }: TaskQuery): Partial<Record<keyof Task, Prisma.SortOrder>> {
  return { [sort.field]: sort.direction };
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

function createUnknownLead(leadId: Task['leadId']) {
  return createValidationError([
    { path: '/leadId', message: `must be an existing lead; there is no lead ${leadId}` },
  ]);
}
