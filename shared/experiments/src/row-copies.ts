import pg from 'pg';

interface Column {
  readonly name: string;
  readonly text: boolean;
  /** The database gives it a value by itself: an id that counts, a column that is computed. */
  readonly given: boolean;
}

/**
 * Copies the row of a database that holds a text in one of its columns, whatever the table is called. In each copy its
 * number goes before that text.
 * @param address the database
 * @param text what the row holds, and no other
 * @param count how many copies
 * @throws Error when no row holds it
 */
export async function copyRow(address: string, text: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    for (const [table, columns] of await readTables(client)) {
      const own = columns.filter(({ text: isText }) => isText).map(({ name }) => name);
      if (own.length === 0) continue;
      const holds = own.map((name) => `${quote(name)}::text = $1`).join(' OR ');
      if ((await client.query(`SELECT 1 FROM ${table} WHERE ${holds}`, [text])).rowCount === 0) continue;
      const kept = columns.filter(({ given }) => !given);
      const values = kept.map(({ name, text: isText }) =>
        isText
          ? `CASE WHEN ${quote(name)} = $1 THEN n || ' ' || ${quote(name)} ELSE ${quote(name)} END`
          : quote(name),
      );
      await client.query(
        `INSERT INTO ${table} (${kept.map(({ name }) => quote(name)).join(', ')})
         SELECT ${values.join(', ')} FROM ${table}, generate_series(1, ${count}) AS n WHERE ${holds}`,
        [text],
      );
      await client.query(`ANALYZE ${table}`);
      return;
    }
    throw new Error(`no row holds "${text}"`);
  } finally {
    await client.end();
  }
}

async function readTables(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column & { table: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS "table", column_name AS name,
       data_type IN ('text', 'character varying') AS text,
       is_identity = 'YES' OR is_generated = 'ALWAYS' OR column_default LIKE 'nextval(%' AS given
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
     ORDER BY ordinal_position`,
  );
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
