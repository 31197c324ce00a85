import { dayFrom } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { needsRepair, placeOf } from "#lib/passages/rules.ts";
import type { Tone } from "#lib/publishing/values.ts";
import { type Assignment, isDecided, type Lease } from "./rules.ts";
import type { ClaimantKind, ClaimState } from "./values.ts";

/**
 * A claim in a list or in an article's margin. Offsets are UTF-16 code units into the revision's text. Tone and
 * label are those of the verdict in force, so null until there is one. The lease may have run out: ask `isLive`.
 */
export type ClaimCard = {
  id: string;
  number: number;
  statement: string;
  state: ClaimState;
  tone: Tone | null;
  ratingLabel: string | null;
  claimantName: string | null;
  claimantKind: ClaimantKind | null;
  saidOn: string | null;
  saidWhere: string | null;
  topics: string[];
  sourceCount: number;
  /** Those that have a place in the newest text. */
  passages: {
    id: string;
    revisionId: string;
    start: number;
    end: number;
    needsRepair: boolean;
  }[];
  /** How many passages, placed or not, wait for a person to say where they stand. */
  repairCount: number;
  /** The claim it repeats, of one that was put aside as a duplicate. */
  duplicateOf: { id: string; statement: string } | null;
  authorId: string;
  authorName: string;
  version: number;
  lease: Lease | null;
  submittedAt: Date | null;
  updatedAt: Date;
};

/** `returnReason`: why a draft came back to its author; null when it did not. */
export type ClaimListItem = ClaimCard & {
  article: { id: string; title: string };
  returnReason: string | null;
};

/** More than a person reads of one claim: evidence, replies, passages, corrections. */
export const MOST_PARTS = 200;

export const queueFields = {
  stage: true,
  leaseExpiresAt: true,
  leaseHolder: { select: { id: true, name: true } },
  assignedUntil: true,
  assignee: { select: { id: true, name: true } },
} satisfies Prisma.QueueEntrySelect;

/** Where the claim's words are. */
export const placeFields = {
  id: true,
  revisionId: true,
  startOffset: true,
  endOffset: true,
  outcome: true,
  repair: true,
  isCurrent: true,
} satisfies Prisma.PassageSelect;

export const cardFields = {
  id: true,
  number: true,
  statement: true,
  state: true,
  saidOn: true,
  saidWhere: true,
  authorId: true,
  version: true,
  submittedAt: true,
  updatedAt: true,
  claimant: { select: { name: true, kind: true } },
  topics: { orderBy: { topic: { name: "asc" } }, select: { topic: { select: { name: true } } } },
  author: { select: { name: true } },
  duplicateOf: { select: { id: true, statement: true } },
  _count: { select: { evidence: true } },
  verdicts: {
    orderBy: { version: "desc" },
    take: 1,
    select: { rating: { select: { tone: true, label: true, scale: { select: { isRated: true } } } } },
  },
  queueEntry: { select: queueFields },
  passages: {
    where: { isCurrent: true },
    orderBy: [{ startOffset: "asc" }, { endOffset: "asc" }],
    take: MOST_PARTS,
    select: placeFields,
  },
} satisfies Prisma.ClaimSelect;

type CardRow = Prisma.ClaimGetPayload<{ select: typeof cardFields }>;

export function toCard(row: CardRow): ClaimCard {
  const { claimant, topics, author, _count, verdicts, queueEntry, passages, ...claim } = row;
  const rating = isDecided(claim.state) ? verdicts[0]?.rating : undefined;
  return {
    ...claim,
    saidOn: dayFrom(claim.saidOn),
    tone: rating?.tone ?? null,
    ratingLabel: rating?.scale.isRated ? rating.label : null,
    claimantName: claimant?.name ?? null,
    claimantKind: claimant?.kind ?? null,
    topics: topics.map(({ topic }) => topic.name),
    authorName: author.name,
    sourceCount: _count.evidence,
    lease: toLease(queueEntry),
    passages: passages.flatMap(toPlaced),
    repairCount: passages.filter(needsRepair).length,
  };
}

function toPlaced(passage: CardRow["passages"][number]): ClaimCard["passages"] {
  const { id, revisionId } = passage;
  const place = placeOf(passage);
  return place ? [{ id, revisionId, ...place, needsRepair: needsRepair(passage) }] : [];
}

export function toLease(
  entry: Prisma.QueueEntryGetPayload<{ select: typeof queueFields }> | null,
): Lease | null {
  if (!entry?.leaseHolder || !entry.leaseExpiresAt) return null;
  return {
    holderId: entry.leaseHolder.id,
    holderName: entry.leaseHolder.name,
    expiresAt: entry.leaseExpiresAt,
  };
}

export function toAssignment(
  entry: Prisma.QueueEntryGetPayload<{ select: typeof queueFields }> | null,
): Assignment | null {
  if (!entry?.assignee || !entry.assignedUntil) return null;
  return { memberId: entry.assignee.id, memberName: entry.assignee.name, until: entry.assignedUntil };
}

export const listFields = {
  ...cardFields,
  returnReason: true,
  article: { select: { id: true, title: true } },
} satisfies Prisma.ClaimSelect;

export function toListItem({
  article,
  returnReason,
  ...row
}: Prisma.ClaimGetPayload<{ select: typeof listFields }>): ClaimListItem {
  return { ...toCard(row), article, returnReason };
}
