import type { NewAction } from '../admin/action.ts';
import { record, withAction } from '../admin/record.ts';
import { type Database, holds, toKey } from '../database.ts';
import { isRefusal } from '../database-error.ts';
import { AppError, createValidationError } from '../errors.ts';
import type { Prisma } from '../generated/client.ts';
import { readPage, type Slice, toOrderBy } from '../paging.ts';
import { parseTaskQuery, type Task, type TaskQuery } from './schema.ts';
import type { TaskStore, TaskStores } from './task.ts';

// Whose it is and what is searched stay inside.
const visible = { omit: { ownerId: true, search: true } } as const;

type Row = Prisma.TaskGetPayload<typeof visible>;

// With an action, whatever the store changes is recorded as one.
export function createTaskStores(db: Database, action?: NewAction): TaskStores {
  return { of: (ownerId) => createTaskStore(db, ownerId, action) };
}

function createTaskStore(db: Database, ownerId: number, action?: NewAction): TaskStore {
  return {
    async list(query = parseTaskQuery({})) {
      const where = { ownerId, ...toFilter(query) };
      const read = (slice: Slice) =>
        db.task.findMany({ ...visible, where, orderBy: toOrderBy(query), ...slice });
      return readPage(query, read, () => db.task.count({ where }), toTask);
    },

    async get(id) {
      return find(db, id);
    },

    async create(values) {
      return save(values, (data) => db.task.create({ ...visible, data: { ...data, ownerId } }));
    },

    // `change` takes the task as it is and gives the task as it should be; nothing can come between the two.
    async update(id, change) {
      return db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT FROM tasks WHERE id = ${toKey(id)} AND owner_id = ${ownerId} FOR NO KEY UPDATE`;
        const { id: _, ...values } = change(await find(tx, id));
        const task = await save(values, (data) =>
          tx.task.update({ ...visible, where: { id, ownerId }, data }),
        );
        if (action) await record(tx, action);
        return task;
      });
    },

    async remove(id) {
      try {
        const where = { id: toKey(id), ownerId };
        return toTask(await withAction(db, action, (tx) => tx.task.delete({ ...visible, where })));
      } catch (error) {
        throw isRefusal(error, 'P2025') ? createNotFound(id) : error;
      }
    },
  };

  async function find(db: Prisma.TransactionClient, id: number) {
    const row = await db.task.findUnique({ ...visible, where: { id: toKey(id), ownerId } });
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
    ...(q && { search: holds(q) }),
  };
}

function toTask(row: Row): Task {
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
