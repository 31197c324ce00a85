import { auditInsert, recordAudit } from "#lib/audit/commands.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { isLive, refusal } from "#lib/claims/rules.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { db, type Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { type Newsroom, requireNewsroom } from "#lib/members/queries.ts";
import { notifyAuthor, notifyOfDifference } from "#lib/notifications/commands.ts";
import { NO_ASSIGNMENT, NO_LEASE } from "#lib/queue/values.ts";
import { announceSoon } from "#lib/realtime/announce-soon.ts";
import { articleTopic, QUEUE_TOPIC } from "#lib/realtime/notices.ts";
import { canBeGiven } from "#lib/verdicts/queries.ts";
import { answerOf } from "#lib/verdicts/rules.ts";
import { queueWebhooks } from "#lib/webhooks/commands.ts";
import { answerSelect, type LockedClaim, lockClaim, stageOf } from "./queries.ts";
import { afterOpinion } from "./rules.ts";
import type { GiveOpinionInput, ReturnClaimInput } from "./schema.ts";
import { hasNext, type Leased, leasing } from "./take-next.ts";
import type { ReviewStage } from "./values.ts";

type By = { actor: Actor; now: Date };
type OnClaim = By & { claimId: string };
/** The last change the person knows of; without it, whatever there was. */
type Seen = { seen?: string };

/** How often a taker looks again when others were just taking all there was. */
const TRIES = 5;

const leaseNext = leasing((actor, rows) => auditInsert({ actor, action: "claim.taken", rows }));

/**
 * Leases the claim this reviewer should do next, whichever opinion it waits for: what an editor asked them to do, then
 * in the order of the queue. Adjudications go to editors. Throws `queue_empty`.
 */
export async function takeNext({ actor, now }: By): Promise<{ claimId: string }> {
  insist(forbidden(actor, "review.take"));
  for (let tried = 0; tried < TRIES; tried += 1) {
    const leased = await leaseNext({ actor, now });
    if (leased !== undefined) {
      announceTaken(leased);
      return { claimId: leased.claimId };
    }
    if (!(await hasNext({ actor, now }))) break;
  }
  throw new AppError("queue_empty");
}

/** Leases one claim of the reviewer's choice. Taking what one already holds makes the lease longer. */
export async function takeClaim({ actor, claimId, now }: OnClaim): Promise<void> {
  const leased = await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("take", claim, actor, now));
    const lease = { leaseHolderId: actor.id, leaseExpiresAt: leaseEnd(await requireNewsroom(tx), now) };
    await tx.queueEntry.update({ where: { claimId }, data: lease, select: { claimId: true } });
    const isMine = claim.lease?.holderId === actor.id && isLive(claim.lease, now);
    return isMine ? null : beginWork(tx, actor, { ...claim, stage: stageOf(claim) });
  });
  if (leased) announceTaken(leased);
}

type Taken = { id: string; articleId: string; stage: ReviewStage };

async function beginWork(tx: Tx, actor: Actor, { id, articleId, stage }: Taken): Promise<Leased> {
  await tx.claim.updateMany({ where: { id, state: "queued" }, data: { state: "in_review" } });
  const event = { actor, claimId: id, articleId, data: { stage } };
  return { claimId: id, articleId, seq: await recordAudit(tx, { ...event, action: "claim.taken" }) };
}

/** To whoever has the article or the queue open: the one event that does not announce itself, because many take at once. */
function announceTaken({ claimId, articleId, seq }: Leased): void {
  announceSoon([
    { topic: articleTopic(articleId), kind: "claim", seq, claimId },
    { topic: QUEUE_TOPIC, kind: "queue", seq: null, claimId },
  ]);
}

/** Gives a claim back to the queue, where it keeps its place. */
export async function releaseClaim({ actor, claimId, seen, now }: OnClaim & Seen): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId, seen);
    insist(refusal("release", claim, actor, now));
    // Who gives back what they were asked to do gives it back to everybody.
    const isAssignee = claim.assignment?.memberId === claim.lease?.holderId;
    const data = { ...NO_LEASE, ...(isAssignee && NO_ASSIGNMENT) };
    await tx.queueEntry.update({ where: { claimId }, data, select: { claimId: true } });
    await tx.claim.updateMany({ where: { id: claimId, state: "in_review" }, data: { state: "queued" } });
    const { articleId } = claim;
    const stage = { stage: stageOf(claim) };
    await recordAudit(tx, { actor, action: "claim.released", claimId, articleId, data: stage });
  });
}

/** A sign of life from whoever holds the lease. Answers until when they hold it now. */
export async function extendLease({ actor, claimId, now }: OnClaim): Promise<{ expiresAt: Date }> {
  return db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("decide", claim, actor, now));
    const leaseExpiresAt = leaseEnd(await requireNewsroom(tx), now);
    await tx.queueEntry.update({ where: { claimId }, data: { leaseExpiresAt }, select: { claimId: true } });
    return { expiresAt: leaseExpiresAt };
  });
}

/** Commits one person's opinion, for good, and moves the claim on by what all opinions of the round say. */
export async function giveOpinion({
  actor,
  claimId,
  now,
  problemId = null,
  ...words
}: GiveOpinionInput & By): Promise<{ state: ClaimState }> {
  return db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("decide", claim, actor, now));
    const { opinionsRequired, scaleId } = await requireNewsroom(tx);
    const opinion = { ...words, problemId };
    if (!(await canBeGiven(tx, { ...opinion, scaleId }))) {
      throw new AppError("unknown_rating", { field: "ratingId" });
    }
    const stage = stageOf(claim);
    const review = { claimId, round: claim.round, stage, reviewerId: actor.id, ...opinion, decidedAt: now };
    const given = await tx.review.create({ data: review, select: opinionSelect });
    const { articleId } = claim;
    await recordAudit(tx, { actor, action: "review.decided", claimId, articleId, data: { stage } });
    if (stage === "adjudication") return settle(tx, claim, given, { actor, now });
    return moveOn(tx, claim, { actor, required: opinionsRequired, now });
  });
}

/** What follows from the opinions so far: another one, somebody to decide between them, or the verdict. */
async function moveOn(
  tx: Tx,
  claim: LockedClaim,
  { actor, required, now }: By & { required: number },
): Promise<{ state: ClaimState }> {
  const { id: claimId, articleId, round } = claim;
  const given = await tx.review.findMany({
    where: { claimId, round },
    orderBy: { stage: "asc" },
    select: { ...opinionSelect, rating: { select: answerSelect } },
  });
  const opinions = given.map(({ rating, ...opinion }) => ({
    opinion,
    answer: answerOf({ reviewerId: opinion.reviewerId, rating }),
  }));
  const outcome = afterOpinion({ required, opinions });
  if (outcome.next === "another") {
    return askFor(tx, claim, { stage: outcome.stage, state: "second_review", actor });
  }
  const event = { actor, claimId, articleId, data: { opinions: opinions.length } };
  const differs = outcome.next === "adjudication" || !outcome.unanimous;
  const reviewerIds = given.map(({ reviewerId }) => reviewerId);
  if (differs) await notifyOfDifference(tx, { reviewerIds, claim, actor, now });
  if (outcome.next === "adjudication") {
    await recordAudit(tx, { ...event, action: "review.differed" });
    return askFor(tx, claim, { stage: "adjudication", state: "adjudication", actor });
  }
  if (opinions.length > 1) await recordAudit(tx, { ...event, action: "review.agreed" });
  return settle(tx, claim, outcome.opinion.opinion, { actor, now });
}

const opinionSelect = {
  id: true,
  reviewerId: true,
  ratingId: true,
  problemId: true,
  conclusion: true,
  rationale: true,
} satisfies Prisma.ReviewSelect;

type GivenOpinion = Prisma.ReviewGetPayload<{ select: typeof opinionSelect }>;

/** Back into the queue for somebody who has not spoken yet; the claim keeps the place it had. */
async function askFor(
  tx: Tx,
  claim: LockedClaim,
  { stage, state, actor }: { stage: ReviewStage; state: ClaimState; actor: Actor },
): Promise<{ state: ClaimState }> {
  await tx.queueEntry.update({
    where: { claimId: claim.id },
    data: { stage, barred: { push: actor.id }, ...NO_LEASE, ...NO_ASSIGNMENT },
    select: { claimId: true },
  });
  await moveClaim(tx, claim, { state });
  return { state };
}

/** The opinion becomes the claim's verdict, and the claim waits for an editor. */
async function settle(
  tx: Tx,
  claim: LockedClaim,
  opinion: GivenOpinion,
  { actor, now }: By,
): Promise<{ state: ClaimState }> {
  const { id: reviewId, reviewerId: authorId, ...words } = opinion;
  const version = 1 + (await tx.verdict.count({ where: { claimId: claim.id } }));
  const verdict = { claimId: claim.id, version, reviewId, authorId, createdAt: now, ...words };
  await tx.verdict.create({ data: verdict, select: { id: true } });
  await tx.queueEntry.delete({ where: { claimId: claim.id }, select: { claimId: true } });
  await moveClaim(tx, claim, { state: "ready", readyAt: now });
  await notifyAuthor(tx, { kind: "claim_ready", claim, actor, now });
  await queueWebhooks(tx, { event: "claim.verdict", claimId: claim.id, now });
  return { state: "ready" };
}

/** Sends a claim back to its author with a reason. Its next submission begins a new round. */
export async function returnClaim({ actor, claimId, reason, now }: ReturnClaimInput & By): Promise<void> {
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    insist(refusal("return", claim, actor, now));
    await tx.queueEntry.deleteMany({ where: { claimId } });
    await moveClaim(tx, claim, {
      state: "draft",
      round: claim.round + 1,
      returnReason: reason,
      readyAt: null,
    });
    await notifyAuthor(tx, { kind: "claim_returned", claim, actor, now });
    const { articleId } = claim;
    await recordAudit(tx, { actor, action: "claim.returned", claimId, articleId, data: { reason } });
  });
}

/** How many leases one transaction of the sweep ends: short enough to be in nobody's way. */
const SWEEP = 100;

/**
 * Frees the claims whose lease ran out. Takers do not wait for it: an expired lease is theirs to take at once.
 * Answers how many it freed.
 */
export async function releaseExpiredLeases({ now }: { now: Date }): Promise<number> {
  let freed = 0;
  for (let batch = SWEEP; batch === SWEEP; freed += batch) batch = await releaseBatch(now);
  return freed;
}

type Expired = { id: string; articleId: string; stage: ReviewStage; holderName: string; holderId: string };

async function releaseBatch(now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const expired = await tx.$queryRaw<Expired[]>`
      SELECT q.claim_id AS id, q.article_id AS "articleId", q.stage::text AS stage, m.name AS "holderName",
        m.id AS "holderId"
      FROM queue_entries q JOIN claims c ON c.id = q.claim_id JOIN members m ON m.id = q.lease_holder_id
      WHERE q.lease_expires_at <= ${now}::timestamptz
      ORDER BY q.lease_expires_at, q.claim_id
      LIMIT ${SWEEP}
      FOR NO KEY UPDATE OF q, c SKIP LOCKED`;
    const ids = expired.map(({ id }) => id);
    await tx.queueEntry.updateMany({ where: { claimId: { in: ids } }, data: NO_LEASE });
    await tx.claim.updateMany({ where: { id: { in: ids }, state: "in_review" }, data: { state: "queued" } });
    for (const { id: claimId, articleId, ...data } of expired) {
      await recordAudit(tx, { actor: null, action: "claim.lease_expired", claimId, articleId, data });
    }
    return expired.length;
  });
}

/**
 * Changes a locked claim. The state it was seen in stands in the `where`: should it ever be another by now,
 * nothing is written and the command fails.
 */
export async function moveClaim(
  tx: Tx,
  { id, state }: LockedClaim,
  data: Prisma.ClaimUpdateManyMutationInput,
): Promise<void> {
  const { count } = await tx.claim.updateMany({ where: { id, state }, data });
  if (count === 0) throw new AppError("already_changed");
}

function leaseEnd({ leaseMinutes }: Newsroom, now: Date): Date {
  return new Date(now.getTime() + leaseMinutes * 60_000);
}
