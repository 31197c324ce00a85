import type { Actor } from "#lib/auth/policy.ts";
import type { Tx } from "#lib/db/client.ts";
import { type AuditEntry, parseAuditEntry } from "./schema.ts";

/** What was done, by whom, to what. Without an actor it was the system itself. */
export type AuditEvent = AuditEntry & {
  actor: Actor | null;
  articleId?: string;
  claimId?: string;
  /** What it was done to, when that is neither article nor claim: an evidence, a member. */
  subjectId?: string;
};

/** Writes one event of the history, in the transaction of the change it tells of: both happen or neither. */
export async function recordAudit(tx: Tx, event: AuditEvent): Promise<void> {
  const { action, data } = parseAuditEntry(event);
  await tx.auditEvent.create({
    data: {
      action,
      data,
      actorId: event.actor?.id ?? null,
      actorName: event.actor?.name ?? "",
      articleId: event.articleId ?? null,
      claimId: event.claimId ?? null,
      subjectId: event.subjectId ?? null,
    },
    select: { id: true },
  });
}
