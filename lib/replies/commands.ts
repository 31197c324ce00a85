import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { refusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { dayFrom, dayTo } from "#lib/db/days.ts";
import { AppError, insist } from "#lib/errors.ts";
import { type LockedClaim, lockClaim } from "#lib/reviews/queries.ts";
import { removalRefusal } from "./rules.ts";
import type { ReplyInput } from "./schema.ts";

/** Who does it, and when. */
type By = { actor: Actor; now?: Date };

const DAY = 86_400_000;

/** Notes that somebody was asked for a reply, until when, and what came of it so far. */
export async function recordReply({
  actor,
  now = new Date(),
  claimId,
  ...input
}: ReplyInput & By & { claimId: string }): Promise<{ id: string }> {
  refuseImpossible(input, now);
  return db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("edit_evidence", claim, actor, now));
    const reply = await tx.replyRequest.create({
      data: { ...columnsOf(input), claimId, createdById: actor.id },
      select: { id: true },
    });
    await recordAudit(tx, {
      ...about(claim, actor),
      action: "claim.reply_recorded",
      subjectId: reply.id,
      data: input,
    });
    return reply;
  });
}

/** Changes an entry of the log, when an answer comes or something was noted wrong. Without a change nothing happens. */
export async function editReply({
  actor,
  now = new Date(),
  replyId,
  version,
  ...input
}: ReplyInput & By & { replyId: string; version: number }): Promise<void> {
  refuseImpossible(input, now);
  await db.$transaction(async (tx) => {
    const { claim, reply } = await lockReply(tx, replyId);
    insist(refusal("edit_evidence", claim, actor, now));
    if (reply.version !== version) throw new AppError("stale_version");
    const changes = changesBetween(told(reply), told(input));
    if (Object.keys(changes).length === 0) return;
    await tx.replyRequest.update({
      where: { id: replyId, version },
      data: { ...columnsOf(input), version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, {
      ...about(claim, actor),
      action: "claim.reply_edited",
      subjectId: replyId,
      data: { asked: input.asked, changes },
    });
  });
}

/** Takes an entry out of the log: by whoever wrote it, while readers were never told of it. */
export async function removeReply({
  actor,
  now = new Date(),
  replyId,
}: By & { replyId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { claim, reply } = await lockReply(tx, replyId);
    insist(refusal("edit_evidence", claim, actor, now));
    insist(removalRefusal({ createdById: reply.createdById, claimState: claim.state }, actor));
    await tx.replyRequest.delete({ where: { id: replyId }, select: { id: true } });
    const { asked, via, outcome } = reply;
    await recordAudit(tx, {
      ...about(claim, actor),
      action: "claim.reply_removed",
      subjectId: replyId,
      data: { asked, via, outcome },
    });
  });
}

function about({ id, articleId }: LockedClaim, actor: Actor) {
  return { actor, articleId, claimId: id };
}

const replySelect = {
  claimId: true,
  version: true,
  createdById: true,
  asked: true,
  via: true,
  askedOn: true,
  deadlineAt: true,
  outcome: true,
  answer: true,
} as const;

/** Locks the claim that an entry belongs to, and reads the entry. Throws `not_found`. */
async function lockReply(tx: Tx, replyId: string) {
  const found = await tx.replyRequest.findUnique({ where: { id: replyId }, select: { claimId: true } });
  if (!found) throw new AppError("not_found");
  const claim = await lockClaim(tx, found.claimId);
  const row = await tx.replyRequest.findUnique({ where: { id: replyId }, select: replySelect });
  // Removed while this waited for the claim.
  if (!row) throw new AppError("not_found");
  return { claim, reply: { ...row, askedOn: dayFrom(row.askedOn) } };
}

function columnsOf({ askedOn, ...input }: ReplyInput) {
  return { ...input, askedOn: dayTo(askedOn) };
}

/** An entry as the history tells it. */
function told({ asked, via, askedOn, deadlineAt, outcome, answer }: ReplyInput) {
  return { asked, via, askedOn, deadlineAt: deadlineAt?.toISOString() ?? null, outcome, answer };
}

/** Nobody was asked in the future, nor given until before they were asked. Somewhere it is tomorrow already. */
function refuseImpossible({ askedOn, deadlineAt }: ReplyInput, now: Date): void {
  const tomorrow = dayFrom(new Date(now.getTime() + DAY));
  if (askedOn > tomorrow) throw new AppError("date_in_future", { field: "askedOn" });
  if (deadlineAt !== null && dayFrom(new Date(deadlineAt.getTime() + DAY)) < askedOn) {
    throw new AppError("deadline_before_asked", { field: "deadlineAt" });
  }
}
