import type { Passwords } from './auth/passwords.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import { ensureDemo } from './demo.ts';
import type { LeadStores } from './leads/lead.ts';
import { migrate } from './migrate.ts';
import type { TaskStores } from './tasks/task.ts';
import { ensureAdmin } from './users/admin.ts';
import type { UserStore } from './users/user.ts';

interface Parts {
  db: Database;
  users: UserStore;
  tasks: TaskStores;
  leads: LeadStores;
  passwords: Passwords;
  clock: () => string;
}

// What has to be there before the first request: the tables, and the accounts that the environment asks for.
export async function prepare({ databaseUrl, admin, demo }: Config, parts: Parts) {
  await migrate(databaseUrl);
  if (admin) await ensureAdmin(parts.db, parts.passwords, admin, parts.clock());
  if (demo) await ensureDemo(parts);
}
