import type { Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { readPage, type Slice, toOrderBy } from '../paging.ts';
import type { ActionStore } from './action.ts';
import { type Action, parseActionQuery } from './schema.ts';

const person = { select: { id: true, email: true } } as const;
const include = { admin: person, owner: person } as const;

type Row = Prisma.AdminActionGetPayload<{ include: typeof include }>;

export function createActionStore(db: Database): ActionStore {
  return {
    async list(query = parseActionQuery({})) {
      const read = (slice: Slice) =>
        db.adminAction.findMany({ include, orderBy: toOrderBy(query), ...slice });
      return readPage(query, read, () => db.adminAction.count(), toAction);
    },
  };
}

function toAction({ adminId: _, ownerId: __, createdAt, ...row }: Row): Action {
  return { ...row, createdAt: createdAt.toISOString() };
}
