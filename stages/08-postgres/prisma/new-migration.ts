import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../src/config.ts';
import { diffSchemas } from './engine.ts';

// Writes what changed in schema.prisma since the last commit as the next migration: npm run migration add_due_dates
// Read it before it is applied: an engine knows columns, it does not know what your data mean.
const [, , name] = process.argv;
if (!name || !/^[a-z0-9_]+$/.test(name))
  fail('say what it does, in small letters: npm run migration add_due_dates');

const { databaseUrl } = parseConfig({ ...process.env, NODE_ENV: 'development' });
const schema = readFileSync(join(import.meta.dirname, 'schema.prisma'), 'utf8');
const sql = await diffSchemas(databaseUrl, schema, readCommitted());
if (!sql.replaceAll(/^--.*$/gm, '').trim()) fail('schema.prisma says what it said in the last commit');

const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
const folder = join(import.meta.dirname, 'migrations', `${time}_${name}`);
mkdirSync(folder);
writeFileSync(join(folder, 'migration.sql'), sql);
console.log(`Written: ${join(folder, 'migration.sql')}`);

function readCommitted() {
  try {
    return execFileSync('git', ['show', 'HEAD:./schema.prisma'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
  } catch {
    return fail('git knows no committed schema.prisma to compare with');
  }
}

function fail(message: string): never {
  console.error(`error: ${message}`);
  process.exit(1);
}
