import { record } from '../admin/record.ts';
import { type Database, toKey } from '../database.ts';
import { AppError } from '../errors.ts';
import type { Prisma, User as Row } from '../generated/client.ts';
import { readPage, type Slice } from '../paging.ts';
import { parseUserQuery, type User, type UserQuery, type UserWithCounts } from './schema.ts';
import type { UserStore } from './user.ts';

// Nobody but who signs in needs the hash of a password.
export const withoutHash = { omit: { passwordHash: true } } as const;

// The counts come with the users, in the same query: one more for every user would be N + 1.
const withCounts = { ...withoutHash, include: { _count: { select: { tasks: true, leads: true } } } } as const;

type RowWithCounts = Prisma.UserGetPayload<typeof withCounts>;

export function createUserStore(db: Database): UserStore {
  return {
    async list(query = parseUserQuery({})) {
      const orderBy = [...query.sort.map(toOrder), { id: 'asc' } as const];
      const read = (slice: Slice) => db.user.findMany({ ...withCounts, orderBy, ...slice });
      return readPage(query, read, () => db.user.count(), toUserWithCounts);
    },

    async get(id) {
      return find(db, id);
    },

    async findByEmail(email) {
      const row = await db.user.findUnique({ where: { email } });
      if (!row) return undefined;
      const { passwordHash, ...user } = row;
      return { ...toUser(user), passwordHash };
    },

    // Two admins who demote each other take the same rows in the same order: the second finds that it is none any more.
    // Somebody who is disabled is signed out everywhere.
    async update(action, change) {
      const { adminId, ownerId: id } = action;
      return db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT FROM users WHERE id IN (${adminId}, ${toKey(id)}) ORDER BY id FOR NO KEY UPDATE`;
        const { taskCount, leadCount, ...user } = await find(tx, id);
        const { id: _, ...data } = change(user, await find(tx, adminId));
        await tx.user.update({ where: { id }, data });
        if (data.disabled) await tx.session.deleteMany({ where: { userId: id } });
        await record(tx, action);
        return { id, ...data, taskCount, leadCount };
      });
    },
  };
}

export function toUser(row: Omit<Row, 'passwordHash'>): User {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

async function find(db: Prisma.TransactionClient, id: number) {
  const row = await db.user.findUnique({ ...withCounts, where: { id: toKey(id) } });
  if (!row) throw new AppError('not-found', `There is no user ${id}`);
  return toUserWithCounts(row);
}

function toUserWithCounts({ _count: { tasks, leads }, ...row }: RowWithCounts): UserWithCounts {
  return { ...toUser(row), taskCount: tasks, leadCount: leads };
}

function toOrder({ field, direction }: UserQuery['sort'][number]): Prisma.UserOrderByWithRelationInput {
  if (field === 'taskCount') return { tasks: { _count: direction } };
  if (field === 'leadCount') return { leads: { _count: direction } };
  const order: Partial<Record<keyof User, Prisma.SortOrder>> = { [field]: direction };
  return order;
}
