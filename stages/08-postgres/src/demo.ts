import { createHash } from 'node:crypto';
import type { Passwords } from './auth/passwords.ts';
import { LEADS, TASKS } from './demo-data.ts';
import { createLead, type LeadStores, moveLead } from './leads/lead.ts';
import { changeStatus, createTask, type TaskStores } from './tasks/task.ts';
import { createUser, type UserStore } from './users/user.ts';

// Whoever looks at a demonstration signs in with these: they are no secret.
export const DEMO_ACCOUNT = { email: 'demo@example.com', password: 'try-the-tracker', name: 'Dana Demo' };

const HOUR = 60 * 60 * 1000;

interface DemoOptions {
  users: UserStore;
  tasks: TaskStores;
  leads: LeadStores;
  passwords: Passwords;
  clock: () => string;
}

// The demonstration account exists, and has something to show.
export async function ensureDemo({ users, tasks, leads, passwords, clock }: DemoOptions) {
  const now = Date.parse(clock());
  const { email, password } = DEMO_ACCOUNT;
  const user =
    (await users.findByEmail(email)) ??
    (await users.create({
      ...createUser(DEMO_ACCOUNT, clock()),
      passwordHash: await passwords.hash(password),
    }));
  const mine = { tasks: tasks.of(user.id), leads: leads.of(user.id) };
  const held = [await mine.tasks.list(), await mine.leads.list()];
  if (held.some(({ total }) => total > 0)) return;

  const ids = new Map<string, number>();
  for (const [at, { steps, ...lead }] of LEADS.entries()) {
    const made = now - (LEADS.length - at) * 31 * HOUR - minutesOf(lead.name);
    const moved = steps.reduce(
      (lead, stage, step) => moveLead(lead, stage, toTime(made + (step + 1) * 5 * HOUR)),
      { id: 0, ...createLead({ email: null, company: null, notes: '', ...lead }, toTime(made)) },
    );
    const { id: _, ...values } = moved;
    ids.set(lead.name, (await mine.leads.create(values)).id);
  }
  for (const [at, { lead = '', status = 'todo', notes = '', title }] of TASKS.entries()) {
    const made = now - (TASKS.length - at) * 14 * HOUR - minutesOf(title);
    const task = { id: 0, ...createTask({ title, notes, leadId: ids.get(lead) ?? null }, toTime(made)) };
    const { id: _, ...values } = changeStatus(task, status, toTime(made + 9 * HOUR));
    await mine.tasks.create(values);
  }
}

// Nobody works by the full hour; the same words give the same minutes.
function minutesOf(text: string) {
  const [first = 0, second = 0] = createHash('sha256').update(text).digest();
  return (first * 256 + second) * 40;
}

function toTime(milliseconds: number) {
  return new Date(milliseconds).toISOString();
}
