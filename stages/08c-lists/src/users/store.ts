import type { Database } from '../database.ts';
import type { User as Row } from '../generated/client.ts';
import type { User } from './schema.ts';
import type { UserStore } from './user.ts';

// Nobody but who signs in needs the hash of a password.
export const withoutHash = { omit: { passwordHash: true } } as const;

export function createUserStore(db: Database): UserStore {
  return {
    async findByEmail(email) {
      const row = await db.user.findUnique({ where: { email } });
      if (!row) return undefined;
      const { passwordHash, ...user } = row;
      return { ...toUser(user), passwordHash };
    },
  };
}

export function toUser(row: Omit<Row, 'passwordHash'>): User {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
