import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { AppError } from './errors.ts';

export interface Migration {
  name: string;
  sql: string;
}

// Any number that nobody else locks.
const LOCK = 8_270_541;
const PATIENCE = 10_000;

// The first migration of a tracker that had users, owners and pages from its first table on.
const EARLIER = '20261102090000_init';

// The table in which `prisma migrate` keeps what it has done, so that either goes on where the other stopped.
const MEMORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0
)`;

export function readMigrations(folder = join(import.meta.dirname, '../prisma/migrations')): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

// Brings the database to the newest schema, a migration at a time: each is applied whole or not at all, and stays. Of
// several processes that start together one does it, and the others wait.
export async function migrate(url: string, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on('error', () => {}); // What is being asked at that moment fails, and says so.
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const missing = await findMissing(client, migrations);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end().catch(() => {}); // The lock goes with the connection.
  }
}

async function findMissing(client: pg.Client, migrations: Migration[]) {
  await client.query(MEMORY);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map(({ migration_name, checksum }) => [migration_name, checksum]));
  if (applied.has(EARLIER)) throw createEarlierVersion(client);
  return migrations.filter(({ name, sql }) => {
    const checksum = applied.get(name);
    if (checksum !== undefined && checksum !== checksumOf(sql))
      throw new AppError('config', `the migration ${name} was changed after it was applied`);
    return checksum === undefined;
  });
}

async function apply(client: pg.Client, { name, sql }: Migration) {
  await client.query('BEGIN');
  await client.query(sql);
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksumOf(sql), name],
  );
  await client.query('COMMIT');
}

function checksumOf(sql: string) {
  return createHash('sha256').update(sql).digest('hex');
}

function createEarlierVersion({ host, port, database = '' }: pg.Client) {
  return new AppError(
    'config',
    `"${database}" at ${host}:${port} belongs to an earlier version of the tracker and was left as it is; ` +
      `start that version to go on with it, name another database in DATABASE_URL to begin anew, ` +
      `or remove it with DROP DATABASE "${database}"`,
  );
}
