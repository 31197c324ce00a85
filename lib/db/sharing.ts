import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** Terms of the statement that are looked for, the rarest first: enough for a reworded sentence to share some. */
const RAREST = 12;

/** Rows the terms may be expected to find together: what takes a few milliseconds. */
const EXPECTED_ROWS = 2_000;

/** How many of those that share the most and rarest terms are given. */
const MOST = 100;

/** A term that no statistics know is taken to stand in this share of the statements. */
const UNCOUNTED = 0.0005;

/**
 * Ids of rows that share the most and rarest of the words' terms (`statement_terms`), as the statistics of the table
 * know them. `table` has them in its column `terms`; `rows` selects as `id`, at most so many, those that have `term`.
 */
export async function listSharing({
  words,
  table,
  rows,
  exceptId = null,
  db,
}: {
  words: string;
  table: string;
  rows: (most: number) => Prisma.Sql;
  exceptId?: string | null;
  db: Db;
}): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    WITH counted AS (
      SELECT term, share FROM pg_stats,
        unnest(most_common_elems::text::text[], most_common_elem_freqs) AS common (term, share)
      WHERE schemaname = current_schema() AND tablename = ${table} AND attname = 'terms'
    ), typed AS (
      SELECT term, coalesce(share, 0) AS share,
        row_number() OVER rarest AS place, sum(coalesce(share, 0)) OVER rarest AS shares
      FROM unnest(statement_terms(${words})) AS term LEFT JOIN counted USING (term)
      WINDOW rarest AS (ORDER BY coalesce(share, 0), length(term) DESC, term)
    ), sought AS MATERIALIZED (
      SELECT term, -ln(greatest(share, ${UNCOUNTED})) AS weight FROM typed
      WHERE place = 1 OR (place <= ${RAREST} AND shares * greatest(
        (SELECT reltuples FROM pg_class WHERE oid = ${table}::regclass), 0
      ) <= ${EXPECTED_ROWS})
    )
    SELECT shared.id FROM sought CROSS JOIN LATERAL (${rows(EXPECTED_ROWS)}) AS shared
    WHERE shared.id IS DISTINCT FROM ${exceptId}::uuid
    GROUP BY shared.id ORDER BY sum(weight) DESC, shared.id DESC LIMIT ${MOST}`;
  return found.map(({ id }) => id);
}
