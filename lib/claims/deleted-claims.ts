import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/**
 * What goes with a draft when it is deleted, parents first, by the column that names the claim. Tables a draft has no
 * rows in (opinions, verdicts, publications) are not among them: with rows there it could not be deleted.
 */
const TABLES = [
  ["claims", "id"],
  ["claim_topics", "claim_id"],
  ["passages", "claim_id"],
  ["evidence", "claim_id"],
  ["reply_requests", "claim_id"],
] as const;

/** Keeps a claim's rows as they are, before they are deleted in the same transaction. */
export async function keepDeleted(
  tx: Tx,
  { claimId, actorId, now }: { claimId: string; actorId: string; now: Date },
): Promise<void> {
  const rows = TABLES.map(([table, column]) => {
    const name = Prisma.raw(`"${table}"`);
    return Prisma.sql`${table}::text, (
      SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM ${name} t WHERE t.${Prisma.raw(column)} = ${claimId}::uuid)`;
  });
  await tx.$executeRaw`
    INSERT INTO deleted_claims (claim_id, revision_id, deleted_by_id, deleted_at, rows)
    SELECT c.id, r.id, ${actorId}::uuid, ${now}, jsonb_build_object(${Prisma.join(rows)})
    FROM claims c JOIN LATERAL (
      SELECT id FROM revisions WHERE article_id = c.article_id ORDER BY number DESC LIMIT 1
    ) r ON true
    WHERE c.id = ${claimId}::uuid`;
}

/** Puts the rows back, with the same ids. What they point to and is gone, a source say, makes Postgres refuse. */
export async function putBack(tx: Tx, claimId: string): Promise<void> {
  for (const [table] of TABLES) {
    const name = Prisma.raw(`"${table}"`);
    await tx.$executeRaw`
      INSERT INTO ${name} SELECT t.* FROM deleted_claims d,
        jsonb_populate_recordset(NULL::${name}, d.rows -> ${table}::text) t
      WHERE d.claim_id = ${claimId}::uuid`;
  }
}
