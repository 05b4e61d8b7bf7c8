import { createPasswords } from '../src/auth/passwords.ts';
import { parseConfig } from '../src/config.ts';
import { createDatabase } from '../src/database.ts';
import { DEMO_ACCOUNT, ensureDemo } from '../src/demo.ts';
import { createLeadStores } from '../src/leads/store.ts';
import { migrate } from '../src/migrate.ts';
import { createTaskStores } from '../src/tasks/store.ts';
import { createUserStore } from '../src/users/store.ts';

// Fills the database in DATABASE_URL with the demonstration account and its data: npm run seed
const { databaseUrl } = parseConfig({ ...process.env, NODE_ENV: 'development' });
const db = createDatabase(databaseUrl);
await migrate(databaseUrl);
await ensureDemo({
  users: createUserStore(db),
  tasks: createTaskStores(db),
  leads: createLeadStores(db),
  passwords: createPasswords(),
  clock: () => new Date().toISOString(),
});
console.log(`There is an account ${DEMO_ACCOUNT.email} with the password ${DEMO_ACCOUNT.password}`);
