import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Database, toKey } from '../database.ts';
import { isRefusal } from '../database-error.ts';
import { AppError } from '../errors.ts';
import type { User } from '../users/schema.ts';
import { toUser, withoutHash } from '../users/store.ts';
import type { NewAccount } from '../users/user.ts';
import type { Access } from './access.ts';

// How long somebody stays signed in who does not come back, in seconds.
export const SESSION_LIFE = 30 * 24 * 60 * 60;

export interface Session {
  id: string;
  user: User;
  refreshToken: string;
}

export interface Sessions {
  register(account: NewAccount): Promise<Session>;
  open(user: User & { passwordHash: string }): Promise<Session | undefined>;
  find(access: Access): Promise<User | undefined>;
  renew(refreshToken: string): Promise<Session | undefined>;
  end(sessionId: string): Promise<void>;
  endByToken(refreshToken: string): Promise<void>;
}

// A session is a family of refresh tokens, each good for one use. Only their hashes are kept. Whatever changes several
// of these rows takes the session first, so that no two ever wait for each other.
export function createSessions(db: Database, clock: () => string): Sessions {
  return {
    // The account and its first session are one write: nobody is left with an address that is taken and no way in.
    async register(account) {
      const { refreshToken, row } = createRow();
      try {
        const data = { ...account, sessions: { create: row } };
        const user = toUser(await db.user.create({ data, ...withoutHash }));
        return { id: row.id, user, refreshToken };
      } catch (error) {
        if (!isRefusal(error, 'P2002')) throw error;
        throw new AppError('email-taken', `There is an account for ${account.email} already`);
      }
    },

    // While a password was compared its account may have been disabled, or given another one: then there is no session.
    async open({ passwordHash, ...user }) {
      const { refreshToken, row } = createRow();
      return db.$transaction(async (tx) => {
        const same = await tx.$queryRaw<unknown[]>`SELECT id FROM users
          WHERE id = ${user.id} AND NOT disabled AND password_hash = ${passwordHash} FOR SHARE`;
        if (same.length === 0) return undefined;
        await tx.session.deleteMany({ where: { userId: user.id, expiresAt: { lt: clock() } } });
        await tx.session.create({ data: { ...row, userId: user.id } });
        return { id: row.id, user, refreshToken };
      });
    },

    // One query for both: a session that was ended, or a user who was disabled, is noticed at the next request.
    async find({ userId, sessionId }) {
      const sessions = { some: { id: sessionId, expiresAt: { gt: clock() } } };
      const where = { id: toKey(userId), disabled: false, sessions };
      const row = await db.user.findFirst({ where, ...withoutHash });
      return row ? toUser(row) : undefined;
    },

    // Somebody who brings a token again may have stolen it, or it was stolen from them: the whole family ends.
    async renew(refreshToken) {
      const renewed = await replace(refreshToken);
      if (!renewed) await endByToken(refreshToken);
      return renewed;
    },

    async end(sessionId) {
      await db.session.deleteMany({ where: { id: sessionId } });
    },

    endByToken,
  };

  // Of two that bring the same token at the same time, one waits for the session, and then finds the token used.
  function replace(refreshToken: string) {
    const hash = hashOf(refreshToken);
    const next = createToken();
    return db.$transaction(async (tx) => {
      const [session] = await tx.session.updateManyAndReturn({
        where: { tokens: { some: { hash } }, expiresAt: { gt: clock() }, user: { disabled: false } },
        data: { expiresAt: nextExpiry() },
        include: { user: withoutHash },
      });
      const used = await tx.refreshToken.updateMany({ where: { hash, used: false }, data: { used: true } });
      if (!session || used.count === 0) return undefined;
      await tx.refreshToken.create({ data: { hash: hashOf(next), sessionId: session.id } });
      return { id: session.id, user: toUser(session.user), refreshToken: next };
    });
  }

  async function endByToken(refreshToken: string) {
    await db.session.deleteMany({ where: { tokens: { some: { hash: hashOf(refreshToken) } } } });
  }

  function createRow() {
    const refreshToken = createToken();
    const tokens = { create: { hash: hashOf(refreshToken) } };
    return { refreshToken, row: { id: randomUUID(), expiresAt: nextExpiry(), tokens } };
  }

  function nextExpiry() {
    return new Date(Date.parse(clock()) + SESSION_LIFE * 1000);
  }
}

function createToken() {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string) {
  return createHash('sha256').update(token).digest();
}
