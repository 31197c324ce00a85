import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { escapeLike } from "#lib/db/search.ts";
import type { ClaimantKind, NameKind } from "./values.ts";

/** A name the desk knows. `kind`: of a claimant; null for a topic. `claimCount`: how many claims have it. */
export type KnownName = { name: string; kind: ClaimantKind | null; claimCount: number };

/** Enough to choose from while typing. */
const OFFERED = 8;

/** Of how many that fit the uses are counted: for a single letter it may be every third name. */
const COUNTED = 1_000;

const SOURCES: Record<NameKind, { table: Prisma.Sql; kind: Prisma.Sql; uses: Prisma.Sql }> = {
  claimants: {
    table: Prisma.sql`claimants`,
    kind: Prisma.sql`kind::text`,
    uses: Prisma.sql`FROM claims WHERE claimant_id = fitting.id`,
  },
  topics: {
    table: Prisma.sql`topics`,
    kind: Prisma.sql`NULL`,
    uses: Prisma.sql`FROM claim_topics WHERE topic_id = fitting.id`,
  },
};

/** Names by how well they fit `key`, a `nameKey`; of equals the most used first. */
export function findNames({ of, key, db }: { of: NameKind; key: string; db: Db }): Promise<KnownName[]> {
  const { table, kind, uses } = SOURCES[of];
  const like = escapeLike(key);
  // A word begins behind a space, and behind what joins or opens words.
  const words = Prisma.sql`' ' || translate(name_key, '-/(“"''’', '       ')`;
  return db.$queryRaw<KnownName[]>`
    SELECT name, kind, claim_count AS "claimCount" FROM (
      SELECT fitting.*, (SELECT count(*)::int ${uses}) AS claim_count FROM (
        SELECT id, name, name_key, ${kind} AS kind, CASE
          WHEN name_key LIKE ${`${like}%`} THEN 0
          WHEN ${words} LIKE ${`% ${like}%`} THEN 1
          ELSE 2 END AS place
        FROM ${table} WHERE name_key LIKE ${`%${like}%`}
        ORDER BY place, name_key LIMIT ${COUNTED}
      ) AS fitting
    ) AS counted
    ORDER BY place, claim_count DESC, name_key LIMIT ${OFFERED}`;
}
