import pg from 'pg';

/**
 * Looks for a text in every row of a database, in columns of bytes, too.
 * @returns the table of the first row that holds it; undefined when none does
 */
export async function findInDatabase(address: string, text: string): Promise<string | undefined> {
  const hexadecimal = Buffer.from(text).toString('hex'); // as columns of bytes are shown
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of rows) {
      const sql = `SELECT 1 FROM ${name} AS one WHERE strpos(one::text, $1) > 0 OR strpos(one::text, $2) > 0 LIMIT 1`;
      if ((await client.query(sql, [text, hexadecimal])).rowCount) return name;
    }
    return undefined;
  } finally {
    await client.end();
  }
}
