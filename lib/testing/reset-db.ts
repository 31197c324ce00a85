import { db } from "#lib/db/client.ts";

/**
 * Empties every table, the append-only ones too: triggers and foreign keys rest for this one statement.
 * DELETE and not TRUNCATE: between two tests tables hold a few rows, and truncating makes new files for each.
 */
export async function resetDb(): Promise<void> {
  await db.$executeRaw`
    DO $$
    DECLARE name text;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOR name IN SELECT quote_ident(tablename) FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      LOOP
        EXECUTE 'DELETE FROM ' || name;
      END LOOP;
    END $$`;
}
