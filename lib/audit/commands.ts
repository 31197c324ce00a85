import type { Actor } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type AuditAction, type AuditEntry, parseAuditEntry } from "./schema.ts";

/** What was done, by whom, to what. Without an actor it was the system itself. */
export type AuditEvent = AuditEntry & {
  actor: Actor | null;
  articleId?: string;
  claimId?: string;
  /** What it was done to, when that is neither article nor claim: an evidence, a member. */
  subjectId?: string;
};

/**
 * Writes one event of the history, in the transaction of the change it tells of: both happen or neither. Answers its
 * number.
 */
export async function recordAudit(tx: Tx, event: AuditEvent): Promise<number> {
  const { action, data } = parseAuditEntry(event);
  const { seq } = await tx.auditEvent.create({
    data: {
      action,
      data,
      actorId: event.actor?.id ?? null,
      actorName: event.actor?.name ?? "",
      articleId: event.articleId ?? null,
      claimId: event.claimId ?? null,
      subjectId: event.subjectId ?? null,
    },
    select: { seq: true },
  });
  return Number(seq);
}

/**
 * The same as a part of a statement that makes the change and tells of it at once. `rows` gives `article_id`, `claim_id`
 * and `data`, which has to be what the action keeps; the part has the events' `seq`.
 */
export function auditInsert({
  actor,
  action,
  rows,
}: {
  actor: Pick<Actor, "id" | "name">;
  action: AuditAction;
  rows: Prisma.Sql;
}): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO audit_events (id, action, actor_id, actor_name, article_id, claim_id, data)
    SELECT uuidv7(), ${action}, ${actor.id}::uuid, ${actor.name}, told.article_id, told.claim_id, told.data
    FROM (${rows}) told
    RETURNING seq`;
}
