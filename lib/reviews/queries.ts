import type { ClaimFacts } from "#lib/claims/rules.ts";
import type { Db, Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
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
 * skips what is locked, so nobody waits in a circle. Throws `not_found`.
 */
export async function lockClaim(tx: Tx, claimId: string): Promise<LockedClaim> {
  if (!isId(claimId)) throw new AppError("not_found");
  await tx.$queryRaw`SELECT id FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  const claim = await getFacts(tx, claimId);
  if (claim === null) throw new AppError("not_found");
  return claim;
}

async function getFacts(tx: Db, claimId: string): Promise<LockedClaim | null> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: factsSelect });
  if (claim === null) return null;
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
