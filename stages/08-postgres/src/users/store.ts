import { type Database, toKey } from '../database.ts';
import { isRefusal } from '../database-error.ts';
import { AppError } from '../errors.ts';
import type { Prisma, User as Row } from '../generated/client.ts';
import { toSlice } from '../paging.ts';
import { parseUserQuery, type User, type UserQuery, type UserWithCounts } from './schema.ts';
import type { UserStore } from './user.ts';

// The counts come with the users, in the same query: one more for every user would be N + 1.
const withCounts = { include: { _count: { select: { tasks: true, leads: true } } } } as const;

export function createUserStore(db: Database): UserStore {
  return {
    async list(query = parseUserQuery({})) {
      const orderBy = [toOrder(query), { id: 'asc' } as const];
      const [rows, total] = await Promise.all([
        db.user.findMany({ ...withCounts, orderBy, ...toSlice(query) }),
        db.user.count(),
      ]);
      return { items: rows.map(toUserWithCounts), total };
    },

    async get(id) {
      return find(db, id);
    },

    async findByEmail(email) {
      const row = await db.user.findUnique({ where: { email } });
      return row ? { ...toUser(row), passwordHash: row.passwordHash } : undefined;
    },

    async create(values) {
      try {
        return toUser(await db.user.create({ data: values }));
      } catch (error) {
        if (!isRefusal(error, 'P2002')) throw error;
        throw new AppError('email-taken', `There is an account for ${values.email} already`);
      }
    },

    // Somebody who is disabled is signed out everywhere.
    async update(id, change) {
      return db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT FROM users WHERE id = ${toKey(id)} FOR UPDATE`;
        const { taskCount, leadCount, ...user } = await find(tx, id);
        const { id: _, ...data } = change(user);
        await tx.user.update({ where: { id }, data });
        if (data.disabled) await tx.session.deleteMany({ where: { userId: id } });
        return { id, ...data, taskCount, leadCount };
      });
    },
  };
}

export function toUser({ passwordHash: _, ...row }: Row): User {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

async function find(db: Prisma.TransactionClient, id: number) {
  const row = await db.user.findUnique({ ...withCounts, where: { id: toKey(id) } });
  if (!row) throw new AppError('not-found', `There is no user ${id}`);
  return toUserWithCounts(row);
}

function toUserWithCounts({
  _count: { tasks, leads },
  ...row
}: Row & { _count: { tasks: number; leads: number } }): UserWithCounts {
  return { ...toUser(row), taskCount: tasks, leadCount: leads };
}

function toOrder({ sort: { field, direction } }: UserQuery): Prisma.UserOrderByWithRelationInput {
  if (field === 'taskCount') return { tasks: { _count: direction } };
  if (field === 'leadCount') return { leads: { _count: direction } };
  const order: Partial<Record<keyof User, Prisma.SortOrder>> = { [field]: direction };
  return order;
}
