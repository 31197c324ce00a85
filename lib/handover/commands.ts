import { randomUUID } from "node:crypto";
import { backInLine, freeClaimsOf, requireAssignee } from "#lib/assignments/commands.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { assigneeRefusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { notifyAssignee, withdrawAsking } from "#lib/notifications/commands.ts";
import { NO_LEASE } from "#lib/queue/values.ts";
import { lockClaim, stageOf } from "#lib/reviews/queries.ts";
import type { HandOverInput } from "./schema.ts";

/** `drafts` have another author, `kept` are kept for them in the queue, `freed` went back to everybody. */
export type HandedOver = { drafts: number; kept: number; freed: number };

type Between = { actor: Actor; from: { id: string; name: string }; to: Assignee; now: Date };
type Assignee = Awaited<ReturnType<typeof requireAssignee>>;

const HOUR = 3_600_000;

/**
 * Gives all that a member has in hand to another: their drafts, and what they hold or were asked to do in the queue.
 * What the other may not judge, because they wrote it or have spoken on it in this round, goes back to everybody.
 */
export async function handOver({
  actor,
  memberId,
  toId,
  now,
}: HandOverInput & { actor: Actor; now: Date }): Promise<HandedOver> {
  insist(forbidden(actor, "claim.assign"));
  if (memberId === toId) throw new AppError("hand_over_to_same", { field: "toId" });
  return db.$transaction(async (tx) => {
    const from = await requireAssignee(tx, memberId);
    const to = await requireAssignee(tx, toId);
    if (to.isDisabled) throw new AppError("assignee_disabled", { field: "toId", values: { name: to.name } });
    const between = { actor, from, to, now };
    const drafts = await giveDrafts(tx, between);
    const handed = { drafts, ...(await giveReviews(tx, between)) };
    if (handed.drafts + handed.kept + handed.freed === 0) throw new AppError("nothing_to_hand_over");
    const data = { name: from.name, to: to.name, toId: to.id, ...handed };
    await recordAudit(tx, { actor, action: "member.work_handed_over", subjectId: memberId, data });
    return handed;
  });
}

/** Whoever wrote a draft may not judge it later, though it is another's by then. */
async function giveDrafts(tx: Tx, { actor, from, to }: Between): Promise<number> {
  const drafts = await tx.$queryRaw<{ id: string; articleId: string }[]>`
    UPDATE claims SET author_id = ${to.id}::uuid, former_author_ids = array_append(former_author_ids, ${from.id}::uuid)
    WHERE author_id = ${from.id}::uuid AND state = 'draft'
    RETURNING id, article_id AS "articleId"`;
  const data = { from: from.name, fromId: from.id, to: to.name, toId: to.id };
  for (const { id: claimId, articleId } of drafts) {
    await recordAudit(tx, { actor, action: "claim.handed_over", claimId, articleId, data });
  }
  return drafts.length;
}

async function giveReviews(
  tx: Tx,
  { actor, from, to, now }: Between,
): Promise<{ kept: number; freed: number }> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT q.claim_id AS id FROM queue_entries q JOIN claims c ON c.id = q.claim_id
    WHERE q.lease_holder_id = ${from.id}::uuid OR q.assignee_id = ${from.id}::uuid
    ORDER BY q.claim_id
    FOR NO KEY UPDATE OF c, q`;
  const { assignmentHours } = await requireNewsroom(tx);
  const assignedUntil = new Date(now.getTime() + assignmentHours * HOUR);
  const batchId = randomUUID();
  let kept = 0;
  for (const { id: claimId } of held) {
    const claim = await lockClaim(tx, claimId);
    if (assigneeRefusal(claim, to) !== null) continue;
    const data = { assigneeId: to.id, assignedUntil, ...NO_LEASE };
    await tx.queueEntry.update({ where: { claimId }, data, select: { claimId: true } });
    await backInLine(tx, [claimId]);
    await withdrawAsking(tx, { memberId: from.id, claimId });
    await notifyAssignee(tx, { memberId: to.id, claim, actor, batchId, now });
    const said = { name: to.name, memberId: to.id, stage: stageOf(claim) };
    await recordAudit(tx, {
      actor,
      action: "claim.assigned",
      claimId,
      articleId: claim.articleId,
      data: said,
    });
    kept += 1;
  }
  await freeClaimsOf(tx, { actor, memberId: from.id });
  return { kept, freed: held.length - kept };
}
