import { createPasswords } from '../src/auth/passwords.ts';
import { parseConfig } from '../src/config.ts';
import { createDatabase } from '../src/database.ts';
import { DEMO_ACCOUNT } from '../src/demo/account.ts';
import { ensureDemo } from '../src/demo/demo.ts';
import { migrate } from '../src/migrate.ts';

// Fills the database in DATABASE_URL with the demonstration account and its data: npm run seed
const { databaseUrl } = parseConfig({ ...process.env, NODE_ENV: 'development' });
await migrate(databaseUrl);
await ensureDemo(createDatabase(databaseUrl), createPasswords(), new Date().toISOString());
console.log(`There is an account ${DEMO_ACCOUNT.email} with the password ${DEMO_ACCOUNT.password}`);
