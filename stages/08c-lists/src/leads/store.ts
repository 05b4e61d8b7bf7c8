import type { NewAction } from '../admin/action.ts';
import { record, withAction } from '../admin/record.ts';
import { type Database, holds, toKey } from '../database.ts';
import { isRefusal } from '../database-error.ts';
import { AppError } from '../errors.ts';
import type { Prisma } from '../generated/client.ts';
import { readPage, type Slice, toOrderBy } from '../paging.ts';
import type { LeadStore, LeadStores } from './lead.ts';
import { type Lead, type LeadQuery, parseLeadQuery } from './schema.ts';

// Whose it is and what is searched stay inside.
const visible = { omit: { ownerId: true, search: true } } as const;

type Row = Prisma.LeadGetPayload<typeof visible>;

// With an action, whatever the store changes is recorded as one.
export function createLeadStores(db: Database, action?: NewAction): LeadStores {
  return { of: (ownerId) => createLeadStore(db, ownerId, action) };
}

function createLeadStore(db: Database, ownerId: number, action?: NewAction): LeadStore {
  return {
    async list(query = parseLeadQuery({})) {
      const where = { ownerId, ...toFilter(query) };
      const read = (slice: Slice) =>
        db.lead.findMany({ ...visible, where, orderBy: toOrderBy(query), ...slice });
      return readPage(query, read, () => db.lead.count({ where }), toLead);
    },

    async get(id) {
      return find(db, id);
    },

    async create(values) {
      return toLead(await db.lead.create({ ...visible, data: { ...values, ownerId } }));
    },

    async update(id, change) {
      return db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT FROM leads WHERE id = ${toKey(id)} AND owner_id = ${ownerId} FOR NO KEY UPDATE`;
        const { id: _, ...data } = change(await find(tx, id));
        const row = await tx.lead.update({ ...visible, where: { id, ownerId }, data });
        if (action) await record(tx, action);
        return toLead(row);
      });
    },

    // A task outlives its lead: the foreign key sets its leadId to null.
    async remove(id) {
      try {
        const where = { id: toKey(id), ownerId };
        return toLead(await withAction(db, action, (tx) => tx.lead.delete({ ...visible, where })));
      } catch (error) {
        throw isRefusal(error, 'P2025') ? createNotFound(id) : error;
      }
    },
  };

  async function find(db: Prisma.TransactionClient, id: number) {
    const row = await db.lead.findUnique({ ...visible, where: { id: toKey(id), ownerId } });
    if (!row) throw createNotFound(id);
    return toLead(row);
  }
}

function toFilter({ id, stage, q }: LeadQuery): Prisma.LeadWhereInput {
  return {
    ...(id && { id: { in: id.map(toKey) } }),
    ...(stage && { stage }),
    ...(q && { search: holds(q) }),
  };
}

function toLead(row: Row): Lead {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}

function createNotFound(id: number) {
  return new AppError('not-found', `There is no lead ${id}`);
}
