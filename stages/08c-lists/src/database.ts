import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;

// What a request may wait for, in milliseconds: a connection, and an answer. Without limits a Postgres that hangs
// would hang every request.
const PATIENCE = 1000;
const CONNECTIONS = 10;

const LARGEST = 2 ** 31 - 1;

export function createDatabase(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    statement_timeout: PATIENCE,
    keepAlive: true,
    allowExitOnIdle: true,
    // Prisma writes times without their zone, and means UTC.
    options: '-c TimeZone=UTC',
  });
  pool.on('error', () => {}); // A connection that breaks while nobody uses it leaves the pool; the next one is new.
  // One that gave no answer in time may still be inside a transaction: whatever it is asked next would never be kept.
  pool.on('release', (_error, client) => {
    if (client.getTransactionStatus() !== 'I') client.end().catch(() => {});
  });
  return new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameStatement }),
    transactionOptions: { maxWait: PATIENCE, timeout: 2 * PATIENCE },
    errorFormat: 'minimal',
  });
}

// A statement with a name is parsed once a connection, and planned a few times instead of every time.
function nameStatement({ sql }: { sql: string }) {
  return createHash('sha1').update(sql).digest('base64');
}

// An id that no column can hold belongs to no row: it becomes 0, which none has.
export function toKey(id: number) {
  return id > LARGEST ? 0 : id;
}

// Part of a text, whatever the case. To LIKE % and _ are wildcards; to a person they are characters. No text holds a
// control character but for tabs and line breaks, and Postgres takes no NUL: another that no text holds stands for it.
export function holds(part: string) {
  const escaped = part.replaceAll(/[\\%_]/g, '\\$&').replaceAll('\0', '\u0001');
  return { contains: escaped, mode: 'insensitive' } as const;
}
