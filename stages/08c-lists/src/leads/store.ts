import { type Database, holds, toKey } from '../database.ts';
import { isRefusal } from '../database-error.ts';
import { AppError } from '../errors.ts';
import type { Prisma, Lead as Row } from '../generated/client.ts';
import type { LeadStore, LeadStores } from './lead.ts';
import type { Lead, LeadQuery } from './schema.ts';

export function createLeadStores(db: Database): LeadStores {
  return { of: (ownerId) => createLeadStore(db, ownerId) };
}

function createLeadStore(db: Database, ownerId: number): LeadStore {
  return {
    async list(query = {}) {
      const rows = await db.lead.findMany({ where: { ownerId, ...toFilter(query) }, orderBy: { id: 'asc' } });
      return rows.map(toLead);
    },

    async get(id) {
      return find(db, id);
    },

    async create(values) {
      return toLead(await db.lead.create({ data: { ...values, ownerId } }));
    },

    async update(id, change) {
      return db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT FROM leads WHERE id = ${toKey(id)} AND owner_id = ${ownerId} FOR NO KEY UPDATE`;
        const { id: _, ...data } = change(await find(tx, id));
        return toLead(await tx.lead.update({ where: { id, ownerId }, data }));
      });
    },

    // A task outlives its lead: the foreign key sets its leadId to null.
    async remove(id) {
      try {
        return toLead(await db.lead.delete({ where: { id: toKey(id), ownerId } }));
      } catch (error) {
        throw isRefusal(error, 'P2025') ? createNotFound(id) : error;
      }
    },
  };

  async function find(db: Prisma.TransactionClient, id: number) {
    const row = await db.lead.findUnique({ where: { id: toKey(id), ownerId } });
    if (!row) throw createNotFound(id);
    return toLead(row);
  }
}

function toFilter({ stage, q }: LeadQuery): Prisma.LeadWhereInput {
  return {
    ...(stage && { stage }),
    ...(q && { OR: [{ name: holds(q) }, { email: holds(q) }, { company: holds(q) }] }),
  };
}

function toLead({ ownerId: _, ...row }: Row): Lead {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}

function createNotFound(id: number) {
  return new AppError('not-found', `There is no lead ${id}`);
}
