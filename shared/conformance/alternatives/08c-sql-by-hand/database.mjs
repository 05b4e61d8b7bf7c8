import pg from 'pg';
import { away, raise } from './refusals.mjs';

const MIGRATIONS = [
  `create table people (
     id bigint generated always as identity primary key,
     email text not null, folded text not null unique, name text not null, secret text not null,
     role text not null default 'user' check (role in ('user', 'admin')),
     disabled boolean not null default false,
     created timestamptz(3) not null default now())`,
  `create table families (
     id uuid primary key default gen_random_uuid(),
     person bigint not null references people on delete cascade,
     ended boolean not null default false);
   create table tickets (
     digest text primary key, family uuid not null references families on delete cascade,
     used boolean not null default false, until timestamptz not null)`,
  `create table things (
     id bigint generated always as identity primary key,
     person bigint not null references people on delete cascade,
     kind text not null check (kind in ('tasks', 'leads')),
     about bigint references things on delete set null,
     words text not null, data jsonb not null);
   create index on things (person, kind, id);
   create index on things (about)`,
  `create table deeds (
     id bigint generated always as identity primary key, at timestamptz(3) not null default now(),
     admin bigint not null, owner bigint not null, method text not null, path text not null)`,
];

/** The connections, and a `transact` for what has to be done whole. */
export async function openDatabase(connectionString) {
  const pool = new pg.Pool({
    connectionString,
    max: 8,
    connectionTimeoutMillis: 800,
    query_timeout: 900,
    options: '-c statement_timeout=900',
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  await migrate(pool);

  async function query(sql, values) {
    try {
      return (await pool.query(sql, values)).rows;
    } catch (error) {
      throw isAway(error) ? away() : error;
    }
  }

  async function transact(work) {
    const client = await pool.connect().catch((error) => raise(isAway(error) ? away() : error));
    let lost;
    try {
      await client.query('begin');
      const result = await work(async (sql, values) => (await client.query(sql, values)).rows);
      await client.query('commit');
      return result;
    } catch (error) {
      lost = isAway(error);
      if (!lost) await client.query('rollback').catch(() => {});
      throw lost ? away() : error;
    } finally {
      client.release(lost);
    }
  }

  return { query, transact, close: () => pool.end() };
}

async function migrate(pool) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(8)');
    await client.query('create table if not exists migrations (number int primary key)');
    const { rows } = await client.query('select coalesce(max(number), 0) as last from migrations');
    for (const [index, sql] of MIGRATIONS.entries()) {
      if (index < rows[0].last) continue;
      await client.query(sql);
      await client.query('insert into migrations values ($1)', [index + 1]);
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

function isAway({ code = '', message = '' }) {
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|08|57P|57014|53)/.test(code) ||
    /timeout|terminated|ended by|closed/i.test(message)
  );
}
