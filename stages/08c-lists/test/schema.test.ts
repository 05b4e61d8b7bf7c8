import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { db } from './tracker.ts';

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

const TYPES: Record<string, string> = { Int: 'int4', String: 'text', Boolean: 'bool', Bytes: 'bytea' };

// The columns that schema.prisma promises: a line `leadId Int? @map("lead_id")` in the model that maps to tasks.
function readModels(schema: string): Column[] {
  const enums = new Map(blocksOf(schema, 'enum').map(({ name, body }) => [name, mapOf(body, '@@') ?? name]));
  return blocksOf(schema, 'model').flatMap(({ name, body }) =>
    [...body.matchAll(/^ {2}(\w+) +(\w+)(\?)?( .*)?$/gm)].flatMap(
      ([, field = '', type = '', optional, rest = '']) => {
        const [, native] = /@db\.(\w+)/.exec(rest) ?? [];
        const found = native?.toLowerCase() ?? TYPES[type] ?? enums.get(type);
        if (!found) return []; // a relation has no column
        const column = mapOf(rest, '@') ?? field;
        return [{ table: mapOf(body, '@@') ?? name, column, type: found, nullable: optional === '?' }];
      },
    ),
  );
}

function blocksOf(schema: string, kind: string) {
  const blocks = schema.matchAll(new RegExp(`^${kind} (\\w+) \\{\\n([^}]*)^\\}`, 'gm'));
  return [...blocks].map(([, name = '', body = '']) => ({ name, body }));
}

function mapOf(text: string, sign: '@' | '@@') {
  return new RegExp(`(?<!@)${sign}map\\("(\\w+)"\\)`).exec(text)?.[1];
}

function inOrder(columns: Column[]) {
  return columns.map((column) => JSON.stringify(column)).sort();
}

test('the migrations make the tables that the models describe', async () => {
  const models = readModels(readFileSync(join(import.meta.dirname, '../prisma/schema.prisma'), 'utf8'));

  const made = await db.$queryRaw<Column[]>`
    SELECT table_name AS "table", column_name AS "column", udt_name AS "type", is_nullable = 'YES' AS nullable
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`;

  assert.notEqual(models.length, 0);
  assert.deepEqual(inOrder(made), inOrder(models));
});
