import type { Passwords } from '../auth/passwords.ts';
import type { Database } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { createLead, moveLead } from '../leads/lead.ts';
import type { Task } from '../tasks/schema.ts';
import { changeStatus, createTask } from '../tasks/task.ts';
import { createUser } from '../users/user.ts';
import { DEMO_ACCOUNT } from './account.ts';
import { LEADS, TASKS } from './data.ts';

const HOUR = 60 * 60 * 1000;

// The demonstration account exists and has something to show: all of it or nothing, and once, however many processes
// start at the same moment.
export async function ensureDemo(db: Database, passwords: Passwords, now: string) {
  const { email, password } = DEMO_ACCOUNT;
  const passwordHash = await passwords.hash(password);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${email}))`;
    if (await tx.user.findUnique({ where: { email } })) return;
    const data = { ...createUser(DEMO_ACCOUNT, now), passwordHash };
    const { id } = await tx.user.create({ data });
    await addData(tx, id, Date.parse(now));
  });
}

async function addData(tx: Prisma.TransactionClient, ownerId: number, now: number) {
  const made = (at: number, count: number) => now - (count - at) * 13 * HOUR - at * 7 * 60_000;
  const leads = await tx.lead.createManyAndReturn({
    data: LEADS.map((lead, at) => ({ ...toLead(lead, made(at, LEADS.length)), ownerId })),
  });
  const ids = new Map(leads.map(({ name, id }) => [name, id]));
  await tx.task.createMany({
    data: TASKS.map(([title, status, lead = ''], at) => {
      const leadId = ids.get(lead) ?? null;
      return { ...toTask({ title, status, leadId }, made(at, TASKS.length)), ownerId };
    }),
  });
}

function toLead([name, email, company, steps]: (typeof LEADS)[number], made: number) {
  const lead = { id: 0, ...createLead({ name, email, company, notes: '' }, toTime(made)) };
  const { id: _, ...values } = steps.reduce(
    (moved, stage, at) => moveLead(moved, stage, toTime(made + (at + 1) * 3 * HOUR)),
    lead,
  );
  return values;
}

function toTask({ status, ...fields }: Pick<Task, 'title' | 'status' | 'leadId'>, made: number) {
  const task = { id: 0, ...createTask({ ...fields, notes: '' }, toTime(made)) };
  const { id: _, ...values } = changeStatus(task, status, toTime(made + 9 * HOUR));
  return values;
}

function toTime(milliseconds: number) {
  return new Date(milliseconds).toISOString();
}
