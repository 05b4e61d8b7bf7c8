import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Database, toKey } from '../database.ts';
import type { User } from '../users/schema.ts';
import { toUser } from '../users/store.ts';
import type { Access } from './access.ts';

// How long somebody stays signed in who does not come back, in seconds.
export const SESSION_LIFE = 30 * 24 * 60 * 60;

export interface Session {
  id: string;
  user: User;
  refreshToken: string;
}

export interface Sessions {
  open(user: User): Promise<Session>;
  find(access: Access): Promise<User | undefined>;
  renew(refreshToken: string): Promise<Session | undefined>;
  end(sessionId: string): Promise<void>;
  endByToken(refreshToken: string): Promise<void>;
}

// A session is a family of refresh tokens, each good for one use. Only their hashes are kept.
export function createSessions(db: Database, clock: () => string): Sessions {
  return {
    async open(user) {
      const id = randomUUID();
      const refreshToken = createToken();
      const tokens = { create: { hash: hashOf(refreshToken) } };
      await db.session.deleteMany({ where: { userId: user.id, expiresAt: { lt: clock() } } });
      await db.session.create({ data: { id, userId: user.id, expiresAt: nextExpiry(), tokens } });
      return { id, user, refreshToken };
    },

    // One query for both: a session that was ended, or a user who was disabled, is noticed at the next request.
    async find({ userId, sessionId }) {
      const sessions = { some: { id: sessionId, expiresAt: { gt: clock() } } };
      const row = await db.user.findFirst({ where: { id: toKey(userId), disabled: false, sessions } });
      return row ? toUser(row) : undefined;
    },

    // Somebody who brings a token again may have stolen it, or it was stolen from them: the whole family ends.
    async renew(refreshToken) {
      const renewed = await replace(refreshToken);
      if (!renewed) await this.endByToken(refreshToken);
      return renewed;
    },

    async end(sessionId) {
      await db.session.deleteMany({ where: { id: sessionId } });
    },

    async endByToken(refreshToken) {
      await db.session.deleteMany({ where: { tokens: { some: { hash: hashOf(refreshToken) } } } });
    },
  };

  // Of two that bring the same token at the same time, only one finds it unused.
  function replace(refreshToken: string) {
    const hash = hashOf(refreshToken);
    const next = createToken();
    return db.$transaction(async (tx) => {
      const session = { expiresAt: { gt: clock() }, user: { disabled: false } };
      const used = await tx.refreshToken.updateMany({
        where: { hash, used: false, session },
        data: { used: true },
      });
      if (used.count === 0) return undefined;
      const { sessionId } = await tx.refreshToken.findUniqueOrThrow({ where: { hash } });
      const { user } = await tx.session.update({
        where: { id: sessionId },
        data: { expiresAt: nextExpiry(), tokens: { create: { hash: hashOf(next) } } },
        include: { user: true },
      });
      return { id: sessionId, user: toUser(user), refreshToken: next };
    });
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
