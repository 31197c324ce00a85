import { recordAudit } from "#lib/audit/commands.ts";
import { verifyKept } from "#lib/audit/queries.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { notifyOfAlteration } from "#lib/notifications/commands.ts";
import { foundOf } from "./findings.ts";
import { getLastResult } from "./queries.ts";
import { PATIENCE } from "./rules.ts";

/** Milliseconds: how long results are remembered. */
const REMEMBERED = 90 * 24 * 3_600_000;

/**
 * Has the whole history verified by the worker. Refuses with `verification_begun` while it is: of several who ask at
 * once, one is heard. `actor` null: it is due.
 */
export async function askVerification({ actor, now }: { actor: Actor | null; now: Date }): Promise<void> {
  if (actor !== null) insist(forbidden(actor, "audit.verify"));
  try {
    await db.$transaction(async (tx) => {
      await tx.auditVerification.updateMany({
        where: { finishedAt: null, askedAt: { lt: new Date(now.getTime() - PATIENCE) } },
        data: { finishedAt: now, isFailed: true },
      });
      const { id } = await tx.auditVerification.create({ data: { askedAt: now }, select: { id: true } });
      if (actor !== null) {
        await recordAudit(tx, { actor, action: "newsroom.verification_asked", subjectId: id, data: {} });
      }
      await enqueue(tx, "audit.verify", { verificationId: id });
    });
  } catch (error) {
    if (violatedIndex(error) !== "audit_verifications_one") throw error;
    throw new AppError("verification_begun");
  }
}

/**
 * Verifies the history against the heads that were kept, and writes down what came of it. Admins are told of findings
 * that are others than the last ones. Like the heads it tells of events, and leaves none.
 */
export async function runVerification({
  id,
  kept,
}: {
  id: string;
  kept: { heads: readonly string[]; keys: readonly string[] };
}): Promise<void> {
  if ((await db.auditVerification.count({ where: { id, finishedAt: null } })) === 0) return;
  const { events, chains, heads, findings } = await verifyKept(kept);
  const found = foundOf(findings);
  const now = new Date();
  await db.$transaction(async (tx) => {
    const before = await getLastResult(tx);
    const { count } = await tx.auditVerification.updateMany({
      where: { id, finishedAt: null },
      data: {
        ...{ finishedAt: now, events, chains, heads, findings: findings.length },
        ...(found && { found }),
      },
    });
    if (count === 0) return;
    await tx.auditVerification.deleteMany({
      where: { askedAt: { lt: new Date(now.getTime() - REMEMBERED) } },
    });
    if (found && found.digest !== before?.found?.digest) await notifyOfAlteration(tx, { now });
  });
}

/** It came to no end: nothing is known of the history. */
export async function failVerification({ id, now }: { id: string; now: Date }): Promise<void> {
  await db.auditVerification.updateMany({
    where: { id, finishedAt: null },
    data: { finishedAt: now, isFailed: true },
  });
}
