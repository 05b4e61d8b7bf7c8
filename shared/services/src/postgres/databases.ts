import { randomBytes } from 'node:crypto';
import pg from 'pg';

const PATIENCE = 5000;

/** One statement at a server, over a connection of its own. Throws what Postgres says. */
export async function ask(address: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: PATIENCE });
  client.on('error', () => {}); // a server that ends has closed it already
  try {
    await client.connect();
    const { rows }: pg.QueryResult<Record<string, unknown>> = await client.query(sql);
    return rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The same server, another database. */
export function addressOf(server: string, database: string): string {
  const address = new URL(server);
  address.pathname = `/${encodeURIComponent(database)}`;
  return address.href;
}

/** A name that nobody has. */
export function inventName(): string {
  return `strata_${randomBytes(8).toString('hex')}`;
}

/** Creates a database. Throws an Error of one sentence when the role may not. */
export async function createDatabase(server: string, name: string, template?: string): Promise<void> {
  const from = template === undefined ? '' : ` TEMPLATE ${quote(template)}`;
  try {
    await ask(server, `CREATE DATABASE ${quote(name)}${from}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    const { username, host } = new URL(server);
    throw new Error(
      `The role ${username} may not create databases at ${host}: ALTER ROLE ${username} CREATEDB.`,
      { cause: error },
    );
  }
}

/** Removes a database, whoever is connected to it. */
export async function dropDatabase(server: string, name: string): Promise<void> {
  await ask(server, `DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`);
}

/** Whether there is such a database. */
export async function hasDatabase(server: string, name: string): Promise<boolean> {
  const found = await ask(server, `SELECT 1 FROM pg_database WHERE datname = ${pg.escapeLiteral(name)}`);
  return found.length > 0;
}

function quote(name: string): string {
  return pg.escapeIdentifier(name);
}
