import pg from "pg";

/** A table whose rows are kept: its columns but those Postgres computes, and what to order by. */
export type Table = { name: string; columns: readonly string[]; order: readonly string[] };

/** How values are written must not hang on who asks. */
const SETTINGS = [
  "SET client_encoding = 'UTF8'",
  "SET DateStyle = 'ISO, YMD'",
  "SET IntervalStyle = 'postgres'",
  "SET TimeZone = 'UTC'",
  "SET extra_float_digits = 1",
  "SET bytea_output = 'hex'",
  "SET statement_timeout = 0",
];

/** Runs `work` on a connection of its own in one transaction. */
export async function inTransaction<Result>(
  connectionString: string,
  mode: "ISOLATION LEVEL REPEATABLE READ, READ ONLY" | "ISOLATION LEVEL READ COMMITTED",
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {}); // the question under way rejects with the same error
  await client.connect();
  try {
    for (const setting of SETTINGS) await client.query(setting);
    await client.query(`BEGIN ${mode}`);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } finally {
    await client.end(); // what was not committed is rolled back
  }
}

/** All tables but those that nothing of outlives a crash anyway, and the list of migrations. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS name,
      array_agg(a.attname::text ORDER BY a.attnum) AS columns,
      coalesce((SELECT array_agg(k.attname::text ORDER BY array_position(i.indkey::int[], k.attnum::int))
        FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary), array_agg(a.attname::text ORDER BY a.attnum)) AS order
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
      AND c.relname <> '_prisma_migrations'
    GROUP BY c.oid, c.relname ORDER BY c.relname`);
  return rows;
}

/** Writes a name as SQL has it. */
export const quoted = (name: string): string => pg.escapeIdentifier(name);

/** Names as a list of SQL. */
export const listed = (names: readonly string[]): string => names.map(quoted).join(", ");

/** Where each sequence stands. One that was never used is not there. */
export async function sequencesOf(client: pg.Client): Promise<{ name: string; last: string }[]> {
  const { rows } = await client.query<{ name: string; last: string }>(`
    SELECT sequencename::text AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename`);
  return rows;
}
