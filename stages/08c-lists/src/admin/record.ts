import type { Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import type { NewAction } from './action.ts';

// What is done and the row that says so are one write: nothing is done that is not written down.
export async function withAction<Result>(
  db: Database,
  action: NewAction | undefined,
  work: (tx: Prisma.TransactionClient) => Promise<Result>,
) {
  if (!action) return work(db);
  return db.$transaction(async (tx) => {
    const result = await work(tx);
    await record(tx, action);
    return result;
  });
}

export async function record(tx: Prisma.TransactionClient, action: NewAction) {
  await tx.adminAction.create({ data: action });
}
