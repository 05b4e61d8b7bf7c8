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
    maxUses: 1000, // A statement with a name stays as long as its connection, and each order of a list is another.
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

// A statement with a name is parsed once a connection, and planned a few times instead of every time. A search stays
// without one: the way to find three letters is not the way to find one.
function nameStatement({ sql }: { sql: string }) {
  return sql.includes(' LIKE ') ? '' : createHash('sha1').update(sql).digest('base64');
}

// An id that no column can hold belongs to no row: it becomes 0, which none has.
export function toKey(id: number) {
  return id > LARGEST ? 0 : id;
}

// Part of the column `search`, which holds small letters. To LIKE % and _ are wildcards; to a person they are characters.
// No text holds a control character but for tabs and line breaks, and Postgres takes no NUL: another stands for it.
export function holds(part: string) {
  const small = Array.from(part, toSmall).join('');
  return { contains: small.replaceAll(/[\\%_]/g, '\\$&').replaceAll('\0', '\u0001') };
}

// As Postgres does it: a character for a character, whatever is beside it.
function toSmall(character: string) {
  const [small = character] = character.toLowerCase();
  return small;
}
