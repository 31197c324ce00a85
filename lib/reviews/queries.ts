import type { ClaimFacts } from "#lib/claims/rules.ts";
import type { Db, Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import { answerOf } from "#lib/verdicts/rules.ts";
import type { ReviewStage } from "./values.ts";

/** A claim as a command holds it: locked until its transaction ends. */
export type LockedClaim = ClaimFacts & {
  id: string;
  articleId: string;
  slug: string;
  statement: string;
  round: number;
  version: number;
};

/**
 * Locks a claim for the rest of the transaction and reads what the rules need. Every command that changes a
 * claim's life begins here, so that two of them never decide on the same facts; whoever takes from the queue
 * skips what is locked, so nobody waits in a circle. `seen`: the last change the person knows of (`lastChanges`).
 * Throws `not_found`, and `changed_meanwhile` when there was another since.
 */
export async function lockClaim(tx: Tx, claimId: string, seen?: string): Promise<LockedClaim> {
  if (!isId(claimId)) throw new AppError("not_found");
  await tx.$queryRaw`SELECT id FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  const [claim] = await listFacts([claimId], tx);
  if (claim === undefined) throw new AppError("not_found");
  if (seen !== undefined && (await lastChanges([claimId], tx)).get(claimId) !== seen)
    throw new AppError("changed_meanwhile");
  return claim;
}

/**
 * The number of the last change to each of these claims, from its history. Comments change nothing, and one that is
 * hidden must not be told of.
 */
export async function lastChanges(claimIds: readonly string[], db: Db): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ claimId: string; seq: string }[]>`
    SELECT c.id AS "claimId", e.seq::text AS seq
    FROM unnest(${[...claimIds]}::uuid[]) AS c (id)
    CROSS JOIN LATERAL (
      SELECT seq FROM audit_events
      WHERE claim_id = c.id AND action NOT LIKE 'comment.%'
      ORDER BY seq DESC LIMIT 1) e`;
  return new Map(rows.map(({ claimId, seq }) => [claimId, seq]));
}

/** What the rules need to know of claims, in no order. Nothing is locked. */
export async function listFacts(claimIds: readonly string[], db: Db): Promise<LockedClaim[]> {
  const claims = await db.claim.findMany({ where: { id: { in: [...claimIds] } }, select: factsSelect });
  return claims.map(factsOf);
}

/** What the opinions of each claim's present round say, in the order they were given. */
export async function listAnswers(
  claims: readonly Pick<LockedClaim, "id" | "round">[],
  db: Db,
): Promise<Map<string, string[]>> {
  const given = await db.review.findMany({
    where: { OR: claims.map(({ id: claimId, round }) => ({ claimId, round })) },
    orderBy: { decidedAt: "asc" },
    select: { claimId: true, reviewerId: true, rating: { select: answerSelect } },
  });
  const answers = Map.groupBy(given, ({ claimId }) => claimId);
  return new Map([...answers].map(([claimId, opinions]) => [claimId, opinions.map(answerOf)]));
}

/** What `answerOf` asks of a rating. */
export const answerSelect = {
  key: true,
  scale: { select: { key: true, isRated: true } },
} satisfies Prisma.RatingSelect;

function factsOf(claim: Prisma.ClaimGetPayload<{ select: typeof factsSelect }>): LockedClaim {
  const { _count, queueEntry, reviews, submittedAt, ...own } = claim;
  const { stage = null, leaseHolder = null, leaseExpiresAt = null } = queueEntry ?? {};
  const { assignee = null, assignedUntil = null } = queueEntry ?? {};
  return {
    ...own,
    stage,
    evidenceCount: _count.evidence,
    passageCount: _count.passages,
    wasSubmitted: submittedAt !== null,
    reviewerIds: reviews.filter(({ round }) => round === own.round).map(({ reviewerId }) => reviewerId),
    lease:
      leaseHolder && leaseExpiresAt
        ? { holderId: leaseHolder.id, holderName: leaseHolder.name, expiresAt: leaseExpiresAt }
        : null,
    assignment:
      assignee && assignedUntil
        ? { memberId: assignee.id, memberName: assignee.name, until: assignedUntil }
        : null,
  };
}

const factsSelect = {
  id: true,
  articleId: true,
  slug: true,
  statement: true,
  round: true,
  version: true,
  state: true,
  authorId: true,
  formerAuthorIds: true,
  submittedAt: true,
  _count: {
    select: { evidence: true, passages: { where: { isCurrent: true, startOffset: { not: null } } } },
  },
  reviews: { select: { reviewerId: true, round: true } },
  queueEntry: {
    select: {
      stage: true,
      leaseExpiresAt: true,
      leaseHolder: { select: { id: true, name: true } },
      assignedUntil: true,
      assignee: { select: { id: true, name: true } },
    },
  },
} satisfies Prisma.ClaimSelect;

/** Which opinion a claim in review waits for. Throws where it waits for none: then its state and the queue contradict. */
export function stageOf({ id, stage }: LockedClaim): ReviewStage {
  if (stage === null) throw new Error(`Claim ${id} is in review without a place in the queue`);
  return stage;
}
