import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isReferenceMissing } from "#lib/db/reference.ts";
import { AppError } from "#lib/errors.ts";

/** A table, and which of its rows hang on the claim `id`. */
type Part = readonly [table: string, rowsOf: (id: string) => Prisma.Sql];

const byClaim = (id: string) => Prisma.sql`t.claim_id = ${id}::uuid`;
const evidenceOf = (id: string) => Prisma.sql`(SELECT id FROM evidence WHERE claim_id = ${id}::uuid)`;
const commentsOf = (id: string) => Prisma.sql`(SELECT id FROM comments WHERE claim_id = ${id}::uuid)`;

/**
 * What goes with a draft when it is deleted, parents first. Tables a draft has no rows in (opinions, verdicts,
 * publications) are not among them: with rows there it could not be deleted.
 */
const PARTS: readonly Part[] = [
  ["claims", (id) => Prisma.sql`t.id = ${id}::uuid`],
  ["claim_topics", byClaim],
  ["passages", byClaim],
  ["evidence", byClaim],
  ["source_tasks", (id) => Prisma.sql`t.evidence_id IN ${evidenceOf(id)}`],
  ["reply_requests", byClaim],
  ["comments", byClaim],
  ["comment_versions", (id) => Prisma.sql`t.comment_id IN ${commentsOf(id)}`],
  ["comment_reads", (id) => Prisma.sql`t.thread_id IN ${commentsOf(id)}`],
  ["notifications", byClaim],
];

/** Keeps a claim's rows as they are, before they are deleted in the same transaction. */
export async function keepDeleted(
  tx: Tx,
  { claimId, actorId, now }: { claimId: string; actorId: string; now: Date },
): Promise<void> {
  const rows = PARTS.map(
    ([table, rowsOf]) => Prisma.sql`${table}::text, (
      SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') FROM ${Prisma.raw(`"${table}"`)} t WHERE ${rowsOf(claimId)})`,
  );
  await tx.$executeRaw`
    INSERT INTO deleted_claims (claim_id, revision_id, deleted_by_id, deleted_at, rows)
    SELECT c.id, r.id, ${actorId}::uuid, ${now}, jsonb_build_object(${Prisma.join(rows)})
    FROM claims c JOIN LATERAL (
      SELECT id FROM revisions WHERE article_id = c.article_id ORDER BY number DESC LIMIT 1
    ) r ON true
    WHERE c.id = ${claimId}::uuid`;
}

/**
 * Puts the rows back, with the same ids. Throws `cited_gone` when something they point to, a source say, is gone, or is
 * cited in confidence by now.
 */
export async function putBack(tx: Tx, claimId: string): Promise<void> {
  await insistOnSources(tx, claimId);
  try {
    for (const [table] of PARTS) await putBackInto(table, { tx, claimId });
  } catch (error) {
    throw isReferenceMissing(error) ? new AppError("cited_gone", { cause: error }) : error;
  }
}

/** Locked, so that none becomes confidential while public evidence of it comes back. */
async function insistOnSources(tx: Tx, claimId: string): Promise<void> {
  const cited = await tx.$queryRaw<{ isAsItWas: boolean }[]>`
    SELECT s.visibility::text = e ->> 'visibility' AS "isAsItWas"
    FROM deleted_claims d, jsonb_array_elements(d.rows -> 'evidence') e, sources s
    WHERE d.claim_id = ${claimId}::uuid AND s.id = (e ->> 'source_id')::uuid
    ORDER BY s.id FOR NO KEY UPDATE OF s`;
  if (!cited.every(({ isAsItWas }) => isAsItWas)) throw new AppError("cited_gone");
}

async function putBackInto(table: string, { tx, claimId }: { tx: Tx; claimId: string }): Promise<void> {
  const name = Prisma.raw(`"${table}"`);
  await tx.$executeRaw`
    INSERT INTO ${name} SELECT t.* FROM deleted_claims d,
      jsonb_populate_recordset(NULL::${name}, d.rows -> ${table}::text) t
    WHERE d.claim_id = ${claimId}::uuid`;
}
