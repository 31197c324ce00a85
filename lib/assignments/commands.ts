import { recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { assigneeRefusal, refusal, snoozeRefusal } from "#lib/claims/rules.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { notifyAssignee, withdrawAsking } from "#lib/notifications/commands.ts";
import { NO_ASSIGNMENT, NO_LEASE } from "#lib/queue/values.ts";
import { type LockedClaim, lockClaim, stageOf } from "#lib/reviews/queries.ts";
import type { ReviewStage } from "#lib/reviews/values.ts";
import type { AssignClaimInput } from "./schema.ts";

/** `seen`: the last change the person knows of; without it, whatever there was. */
type OnClaim = { actor: Actor; claimId: string; seen?: string; now: Date };

/**
 * Asks a member to do a claim next: for a while nobody else is offered it. Whoever is working on it just now loses it,
 * and keeps what they wrote as their draft. They are told, of all that is asked
 * for at once (`batchId`) in one notification. Answers whom it was kept for before, so that it can be undone.
 */
export async function assignClaim({
  actor,
  claimId,
  memberId,
  seen,
  batchId,
  now,
}: OnClaim & AssignClaimInput & { batchId?: string }): Promise<{ before: string | null; name: string }> {
  return db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId, seen);
    insist(refusal("assign", claim, actor, now));
    const member = await requireAssignee(tx, memberId);
    insist(assigneeRefusal(claim, member));
    const { assignmentHours } = await requireNewsroom(tx);
    const isTheirs = claim.lease?.holderId === memberId;
    await tx.queueEntry.update({
      where: { claimId },
      data: {
        assigneeId: memberId,
        assignedUntil: new Date(now.getTime() + assignmentHours * HOUR),
        ...(!isTheirs && NO_LEASE),
      },
      select: { claimId: true },
    });
    if (!isTheirs) await backInLine(tx, [claimId]);
    const before = liveAssignee(claim, now);
    if (before !== memberId) {
      if (before !== null) await withdrawAsking(tx, { memberId: before, claimId });
      await notifyAssignee(tx, { memberId, claim, actor, batchId: batchId ?? null, now });
    }
    const { name } = member;
    const data = { name, memberId, stage: stageOf(claim) };
    await recordAudit(tx, { actor, action: "claim.assigned", claimId, articleId: claim.articleId, data });
    return { before, name };
  });
}

const HOUR = 3_600_000;

/** Locked, so that nobody is asked who is just being disabled. */
export async function requireAssignee(tx: Tx, id: string): Promise<Actor & { isDisabled: boolean }> {
  const [member] = await tx.$queryRaw<(Actor & { isDisabled: boolean })[]>`
    SELECT id, name, role::text AS role, disabled_at IS NOT NULL AS "isDisabled" FROM members
    WHERE id = ${id}::uuid FOR SHARE`;
  if (!member) throw new AppError("not_found");
  return member;
}

function liveAssignee({ assignment }: LockedClaim, now: Date): string | null {
  return assignment && assignment.until > now ? assignment.memberId : null;
}

/** Offers a claim to everybody again. Who works on it goes on. Answers whom it was kept for. */
export async function unassignClaim({
  actor,
  claimId,
  seen,
  now,
}: OnClaim): Promise<{ before: string | null }> {
  return db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId, seen);
    insist(refusal("assign", claim, actor, now));
    if (claim.assignment === null) return { before: null };
    await tx.queueEntry.update({ where: { claimId }, data: NO_ASSIGNMENT, select: { claimId: true } });
    await withdrawAsking(tx, { memberId: claim.assignment.memberId, claimId });
    const data = { name: claim.assignment.memberName, memberId: claim.assignment.memberId };
    await recordAudit(tx, { actor, action: "claim.unassigned", claimId, articleId: claim.articleId, data });
    return { before: liveAssignee(claim, now) };
  });
}

/**
 * Keeps a claim from being offered to this member before a time. If they have it, they give it back. Answers until when
 * it was put aside already, so that it can be undone.
 */
export async function snoozeClaim({
  actor,
  claimId,
  until,
  seen,
  now,
}: OnClaim & { until: Date }): Promise<{ before: Date | null }> {
  return db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId, seen);
    insist(refusal("snooze", claim, actor, now));
    insist(snoozeRefusal(until, now));
    const memberId = actor.id;
    const where = { memberId_claimId: { memberId, claimId } };
    const before = (await tx.snooze.findUnique({ where, select: { until: true } }))?.until ?? null;
    await tx.snooze.upsert({
      where,
      create: { memberId, claimId, until },
      update: { until },
      select: { claimId: true },
    });
    if (claim.lease?.holderId === memberId) {
      await tx.queueEntry.update({ where: { claimId }, data: NO_LEASE, select: { claimId: true } });
      await backInLine(tx, [claimId]);
    }
    const data = { stage: stageOf(claim), until: until.toISOString() };
    await recordAudit(tx, { actor, action: "claim.snoozed", claimId, articleId: claim.articleId, data });
    return { before: before !== null && before > now ? before : null };
  });
}

/** Offers a claim to this member again before the day they had named. Where none was named, it does nothing. */
export async function wakeClaim({ actor, claimId, seen, now }: OnClaim): Promise<void> {
  insist(forbidden(actor, "review.take"));
  await db.$transaction(async (tx) => {
    const { articleId } = await lockClaim(tx, claimId, seen);
    const mine = { claimId, memberId: actor.id, until: { gt: now } };
    const { count } = await tx.snooze.deleteMany({ where: mine });
    if (count > 0) await recordAudit(tx, { actor, action: "claim.woken", claimId, articleId, data: {} });
  });
}

/** Claims whose lease was ended wait again. */
export async function backInLine(tx: Tx, claimIds: string[]): Promise<void> {
  await tx.claim.updateMany({
    where: { id: { in: claimIds }, state: "in_review" },
    data: { state: "queued" },
  });
}

/** How many assignments one transaction of the sweep ends. */
const SWEEP = 100;

type Kept = { id: string; articleId: string; name: string; memberId: string };

/** Offers to everybody again what was not done in time, and forgets snoozes that are over. Answers how many claims. */
export async function endAssignments({ now }: { now: Date }): Promise<number> {
  await db.snooze.deleteMany({ where: { until: { lte: now } } });
  let ended = 0;
  for (let batch = SWEEP; batch === SWEEP; ended += batch) batch = await endBatch(now);
  return ended;
}

async function endBatch(now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const kept = await tx.$queryRaw<Kept[]>`
      SELECT q.claim_id AS id, q.article_id AS "articleId", m.name, m.id AS "memberId"
      FROM queue_entries q JOIN claims c ON c.id = q.claim_id JOIN members m ON m.id = q.assignee_id
      WHERE q.assigned_until <= ${now}::timestamptz
      ORDER BY q.assigned_until, q.claim_id
      LIMIT ${SWEEP}
      FOR NO KEY UPDATE OF q, c SKIP LOCKED`;
    await tx.queueEntry.updateMany({
      where: { claimId: { in: kept.map(({ id }) => id) } },
      data: NO_ASSIGNMENT,
    });
    for (const { id: claimId, articleId, name, memberId } of kept) {
      await recordAudit(tx, {
        actor: null,
        action: "claim.assignment_lapsed",
        claimId,
        articleId,
        data: { name, memberId },
      });
    }
    return kept.length;
  });
}

/**
 * Takes everything out of the hands of a member who may not review any more, in the transaction that says so: nothing
 * stays with somebody who cannot do it.
 */
export async function freeClaimsOf(
  tx: Tx,
  { actor, memberId }: { actor: Actor | null; memberId: string },
): Promise<void> {
  const held = await tx.$queryRaw<
    { id: string; articleId: string; stage: ReviewStage; isHeld: boolean; name: string }[]
  >`
    SELECT q.claim_id AS id, q.article_id AS "articleId", q.stage::text AS stage, m.name,
      coalesce(q.lease_holder_id = m.id, false) AS "isHeld"
    FROM members m
    JOIN queue_entries q ON q.lease_holder_id = m.id OR q.assignee_id = m.id
    JOIN claims c ON c.id = q.claim_id
    WHERE m.id = ${memberId}::uuid
    ORDER BY q.claim_id
    FOR NO KEY UPDATE OF c, q`;
  const claimIds = held.map(({ id }) => id);
  await tx.queueEntry.updateMany({
    where: { claimId: { in: claimIds }, leaseHolderId: memberId },
    data: NO_LEASE,
  });
  await tx.queueEntry.updateMany({
    where: { claimId: { in: claimIds }, assigneeId: memberId },
    data: NO_ASSIGNMENT,
  });
  await backInLine(
    tx,
    held.filter(({ isHeld }) => isHeld).map(({ id }) => id),
  );
  for (const { id: claimId, articleId, name, isHeld, stage } of held) {
    await recordAudit(
      tx,
      isHeld
        ? {
            actor,
            action: "claim.lease_expired",
            claimId,
            articleId,
            data: { holderName: name, holderId: memberId, stage },
          }
        : { actor, action: "claim.unassigned", claimId, articleId, data: { name, memberId } },
    );
  }
}
