import { startPostgres } from '@strata/services/postgres';
import { ADMIN } from './admin.ts';

// What Playwright starts: the tracker on a database of its own. It goes on when the tracker has ended.
const postgres = await startPostgres();
process.env.DATABASE_URL = await postgres.createDatabase();
process.env.NODE_ENV = 'development'; // Cookies without Secure, and a secret of its own.
process.env.ADMIN_EMAIL = ADMIN.email;
process.env.ADMIN_PASSWORD = ADMIN.password;
await import('../../start.ts');
await postgres.stop();
