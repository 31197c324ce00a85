import type { Block } from "#lib/anchoring/blocks.ts";
import { textFragment } from "#lib/anchoring/fragments/text-fragment.ts";
import { type WordsInContext, wordsInContext } from "#lib/anchoring/sentences.ts";
import { articleFields } from "#lib/articles/queries.ts";
import { storedBlocks, storedDirection } from "#lib/articles/schema.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { Db } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { isSettled, needsRepair, placeOf } from "#lib/passages/rules.ts";
import { correctionIsLeft } from "#lib/publishing/rules.ts";
import { publishedClaim } from "#lib/publishing/schema.ts";
import type { CorrectionType } from "#lib/publishing/values.ts";
import type { ReplyOutcome } from "#lib/replies/values.ts";
import type { ReviewStage } from "#lib/reviews/values.ts";
import type { Copies } from "#lib/snapshots/queries.ts";
import { type SourceView, sourceFields, toSourceView } from "#lib/sources/queries.ts";
import { countWhoSawAll } from "#lib/sources/rules.ts";
import type { Stance, Visibility } from "#lib/sources/values.ts";
import { givenRatingSelect, toGivenRating } from "#lib/verdicts/queries.ts";
import type { GivenRating } from "#lib/verdicts/schema.ts";
import type { TaskMark } from "#lib/watch/queries.ts";
import { standingOf } from "#lib/watch/rules.ts";
import { cardFields, MOST_PARTS, placeFields, queueFields, toAssignment, toLease } from "./claim-card.ts";
import { type ClaimFacts, isDecided, type Lease, maySeeOpinions } from "./rules.ts";
import { CLAIM_STATES, type ClaimantKind, type ClaimState, type DismissalGround } from "./values.ts";

export type Opinion = {
  id: string;
  round: number;
  stage: ReviewStage;
  reviewerId: string;
  reviewerName: string;
  rating: GivenRating;
  problem: { label: string } | null;
  conclusion: string;
  /** Markdown. */
  rationale: string;
  decidedAt: Date;
};

/** `version` grows with every change of the evidence or of its source. */
export type EvidenceItem = {
  id: string;
  /** Within the claim, for good: what footnotes name. */
  number: number;
  version: number;
  stance: Stance;
  quote: string | null;
  note: string | null;
  visibility: Visibility;
  noSnapshotReason: string | null;
  archiveUrl: string | null;
  readAt: Date;
  source: SourceView;
  /** Null: nobody asked for a copy of the source. */
  copies: Copies | null;
  /** Whether the quoted words stand in the copy they were looked for in; null: there is none, or no quote. */
  isQuoteFound: boolean | null;
  /** What is the matter with the cited page; null: nothing that is known. */
  mark: TaskMark | null;
  /** Which editors said that they have seen it, first to last; of public evidence nobody. */
  sightings: { memberId: string; memberName: string; seenAt: Date }[];
};

export type VerdictVersion = { version: number; rating: GivenRating; conclusion: string; rationale: string };

export type ReplyItem = {
  id: string;
  asked: string;
  via: string;
  askedOn: string;
  /** Until when they may answer; null when no time was set. */
  deadlineAt: Date | null;
  outcome: ReplyOutcome;
  answer: string | null;
  version: number;
  recordedBy: { id: string; name: string };
};

/**
 * Where the claim stands in the newest text. `context`: the sentences around, with the words' own offsets inside
 * `context.text`. `fragment`: a text fragment's directive that finds the words on the live page.
 */
export type PassageInContext = {
  id: string;
  needsRepair: boolean;
  fragment: string | null;
  start: number;
  end: number;
  quote: string;
  context: WordsInContext;
};

/** Everything the desk's page of one claim shows. Days are `YYYY-MM-DD`. */
export type ClaimDetail = {
  id: string;
  slug: string;
  number: number;
  statement: string;
  state: ClaimState;
  stage: ReviewStage | null;
  round: number;
  priority: number;
  version: number;
  claimant: { name: string; kind: ClaimantKind; slug: string } | null;
  saidOn: string | null;
  saidWhere: string | null;
  topics: string[];
  noPrimaryReason: string | null;
  searchNote: string | null;
  returnReason: string | null;
  dismissal: {
    ground: DismissalGround;
    reason: string;
    duplicateOf: { id: string; statement: string } | null;
  } | null;
  author: { id: string; name: string };
  createdAt: Date;
  submittedAt: Date | null;
  readyAt: Date | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  article: {
    id: string;
    slug: string;
    title: string;
    origin: "own" | "external";
    publisher: string | null;
    sourceUrl: string | null;
    publishedOn: string | null;
    language: string;
    direction: "ltr" | "rtl";
  };
  passages: PassageInContext[];
  /** How many passages, placed or not, wait for a person to say where they stand. */
  repairCount: number;
  /** What the viewer may see of it. */
  evidence: EvidenceItem[];
  /** Its sources that may change by themselves, and how it stood with them before anything here was read. */
  followed: { ids: string[]; standing: string };
  /** Of all confidential evidence, seen or not: how much, and how many editors have seen all of it. */
  confidential: { count: number; seenBy: number };
  /** Ids of the confidential evidence that the viewer may not see. */
  withheldEvidenceIds: string[];
  replies: ReplyItem[];
  /** Only those the viewer may see. */
  opinions: Opinion[];
  /** All of this round, seen or not. */
  opinionCount: number;
  verdict: {
    version: number;
    rating: GivenRating;
    problemId: string | null;
    problem: { label: string } | null;
    conclusion: string;
    rationale: string;
    /** The opinion it was taken from; null when an editor corrected it. */
    reviewId: string | null;
    authorName: string;
    createdAt: Date;
  } | null;
  /** The verdict in force and those before it, latest first. None while opinions are not open to everybody. */
  verdictVersions: VerdictVersion[];
  /** `needsCorrection`: every passage is settled, and readers were shown other words than these. */
  publication: { number: number; slug: string; publishedAt: Date; needsCorrection: boolean } | null;
  corrections: { type: CorrectionType; reason: string; createdAt: Date; createdByName: string }[];
  lease: Lease | null;
  facts: ClaimFacts;
};

/** Verdicts of a claim that are shown: a claim is hardly ever corrected twice. */
const MOST_VERSIONS = 20;

export const detailFields = {
  id: true,
  slug: true,
  number: true,
  statement: true,
  state: true,
  round: true,
  priority: true,
  version: true,
  saidOn: true,
  saidWhere: true,
  noPrimaryReason: true,
  searchNote: true,
  returnReason: true,
  dismissalGround: true,
  dismissalReason: true,
  createdAt: true,
  submittedAt: true,
  readyAt: true,
  publishedAt: true,
  withdrawnAt: true,
  claimant: { select: { name: true, kind: true, slug: true } },
  author: { select: { id: true, name: true } },
  formerAuthorIds: true,
  duplicateOf: { select: { id: true, statement: true } },
  topics: { orderBy: { topic: { name: "asc" } }, select: { topic: { select: { name: true } } } },
  article: { select: articleFields },
  passages: { ...cardFields.passages, select: { ...placeFields, quote: true } },
  evidence: {
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: MOST_PARTS,
    select: {
      id: true,
      number: true,
      version: true,
      stance: true,
      quote: true,
      note: true,
      visibility: true,
      noSnapshotReason: true,
      readAt: true,
      quoteSnapshotId: true,
      quoteStart: true,
      snapshot: { select: { archiveUrl: true } },
      source: { select: sourceFields },
      sightings: {
        orderBy: [{ seenAt: "asc" }, { memberId: "asc" }],
        select: { memberId: true, member: { select: { name: true } }, seenAt: true },
      },
    },
  },
  replyRequests: {
    orderBy: [{ askedOn: "asc" }, { id: "asc" }],
    take: MOST_PARTS,
    select: {
      id: true,
      asked: true,
      via: true,
      askedOn: true,
      deadlineAt: true,
      outcome: true,
      answer: true,
      version: true,
      createdBy: { select: { id: true, name: true } },
    },
  },
  reviews: { select: { reviewerId: true, round: true } },
  verdicts: {
    orderBy: { version: "desc" },
    take: MOST_VERSIONS,
    select: {
      version: true,
      rating: { select: givenRatingSelect },
      problemId: true,
      problem: { select: { label: true } },
      conclusion: true,
      rationale: true,
      reviewId: true,
      author: { select: { name: true } },
      createdAt: true,
    },
  },
  publications: {
    where: { isCurrent: true },
    select: { number: true, slug: true, publishedAt: true, content: true },
  },
  corrections: {
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_PARTS,
    select: { type: true, reason: true, createdAt: true, createdBy: { select: { name: true } } },
  },
  queueEntry: { select: queueFields },
  _count: {
    select: { evidence: true, passages: { where: { isCurrent: true, startOffset: { not: null } } } },
  },
} satisfies Prisma.ClaimSelect;

export type DetailRow = Prisma.ClaimGetPayload<{ select: typeof detailFields }>;

export function toDetail(
  row: DetailRow,
  {
    passages,
    opinions,
    copies,
    marks,
    visibleEvidenceIds,
    standings,
  }: {
    passages: PassageInContext[];
    opinions: Opinion[];
    /** By source. */
    copies: ReadonlyMap<string, Copies>;
    /** By evidence. */
    marks: ReadonlyMap<string, TaskMark>;
    visibleEvidenceIds: ReadonlySet<string>;
    /** By source. */
    standings: ReadonlyMap<string, string>;
  },
): ClaimDetail {
  const { claimant, author, article, topics, evidence, replyRequests, corrections } = row;
  const facts = toFacts(row);
  const items = evidence.map(({ snapshot, source, sightings, quoteSnapshotId, quoteStart, ...item }) => ({
    ...item,
    isQuoteFound: quoteSnapshotId === null ? null : quoteStart !== null,
    archiveUrl: snapshot?.archiveUrl ?? null,
    source: toSourceView(source),
    copies: copies.get(source.id) ?? null,
    mark: marks.get(item.id) ?? null,
    sightings: item.visibility === "public" ? [] : sightings.map(toSighting),
  }));
  const seen = items.filter(({ id }) => visibleEvidenceIds.has(id));
  // What has neither an address nor a file does not change by itself.
  const sourceIds = seen.flatMap(({ source, copies: kept }) =>
    (source.url ?? kept) === null ? [] : source.id,
  );
  const ids = [...new Set(sourceIds)];
  return {
    id: row.id,
    slug: row.slug,
    number: row.number,
    statement: row.statement,
    state: row.state,
    round: row.round,
    priority: row.priority,
    version: row.version,
    saidWhere: row.saidWhere,
    noPrimaryReason: row.noPrimaryReason,
    searchNote: row.searchNote,
    returnReason: row.returnReason,
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    readyAt: row.readyAt,
    publishedAt: row.publishedAt,
    withdrawnAt: row.withdrawnAt,
    stage: facts.stage,
    claimant,
    author,
    saidOn: dayFrom(row.saidOn),
    topics: topics.map(({ topic }) => topic.name),
    dismissal: toDismissal(row),
    article: {
      ...article,
      publishedOn: dayFrom(article.publishedOn),
      direction: storedDirection(article.direction),
    },
    passages,
    repairCount: row.passages.filter(needsRepair).length,
    evidence: seen,
    followed: { ids, standing: standingOf(ids, standings) },
    confidential: toConfidential(items),
    withheldEvidenceIds: items.flatMap(({ id }) => (visibleEvidenceIds.has(id) ? [] : [id])),
    replies: replyRequests.map(({ createdBy, ...reply }) => ({
      ...reply,
      askedOn: dayFrom(reply.askedOn),
      recordedBy: createdBy,
    })),
    opinions,
    opinionCount: facts.reviewerIds.length,
    verdict: toVerdict(row),
    verdictVersions: isDecided(row.state)
      ? row.verdicts.map(({ rating, ...version }) => ({ ...version, rating: toGivenRating(rating) }))
      : [],
    publication: toPublication(row),
    corrections: corrections.map(({ createdBy, ...correction }) => ({
      ...correction,
      createdByName: createdBy.name,
    })),
    lease: facts.lease,
    facts,
  };
}

function toSighting({ member, ...sighting }: DetailRow["evidence"][number]["sightings"][number]) {
  return { ...sighting, memberName: member.name };
}

function toConfidential(items: readonly EvidenceItem[]): ClaimDetail["confidential"] {
  const pieces = items.filter(({ visibility }) => visibility === "confidential");
  const seen = pieces.map(({ sightings }) => sightings.map(({ memberId }) => memberId));
  return { count: pieces.length, seenBy: countWhoSawAll(seen) };
}

function toVerdict({ state, verdicts: [verdict] }: DetailRow): ClaimDetail["verdict"] {
  if (!verdict || !isDecided(state)) return null;
  const { author, rating, ...rest } = verdict;
  return { ...rest, rating: toGivenRating(rating), authorName: author.name };
}

function toPublication({
  state,
  passages,
  publications: [publication],
}: DetailRow): ClaimDetail["publication"] {
  if (!publication) return null;
  const { content, ...rest } = publication;
  const isOpen = state !== "published" || passages.some(needsRepair);
  const checked = publishedClaim.parse(content).passages;
  return { ...rest, needsCorrection: !isOpen && correctionIsLeft(checked, passages.filter(isSettled)) };
}

function toFacts(row: DetailRow): ClaimFacts {
  return {
    state: row.state,
    authorId: row.author.id,
    formerAuthorIds: row.formerAuthorIds,
    evidenceCount: row._count.evidence,
    passageCount: row._count.passages,
    wasSubmitted: row.submittedAt !== null,
    reviewerIds: row.reviews.filter(({ round }) => round === row.round).map(({ reviewerId }) => reviewerId),
    stage: row.queueEntry?.stage ?? null,
    lease: toLease(row.queueEntry),
    assignment: toAssignment(row.queueEntry),
  };
}

function toDismissal({ dismissalGround, dismissalReason, duplicateOf }: DetailRow): ClaimDetail["dismissal"] {
  if (dismissalGround === null || dismissalReason === null) return null;
  return { ground: dismissalGround, reason: dismissalReason, duplicateOf };
}

export async function passagesInContext(
  { passages, article }: DetailRow,
  db: Db,
): Promise<PassageInContext[]> {
  const revisions = await db.revision.findMany({
    where: { id: { in: passages.map(({ revisionId }) => revisionId) } },
    select: { id: true, text: true, blocks: true },
  });
  const texts = new Map(
    revisions.map(({ id, text, blocks }): [string, { text: string; blocks: Block[] }] => [
      id,
      { text, blocks: storedBlocks.parse(blocks) },
    ]),
  );
  return passages.flatMap((passage) => {
    const { id, revisionId, quote } = passage;
    const revision = texts.get(revisionId);
    const place = placeOf(passage);
    if (!revision || !place) return [];
    const { text, blocks } = revision;
    const context = wordsInContext(text, blocks, place, article.language);
    // Without a live page there is nothing to find them on.
    const fragment = article.sourceUrl === null ? null : textFragment(text, place, blocks);
    return [{ id, ...place, quote, context, fragment, needsRepair: needsRepair(passage) }];
  });
}

/** The states in which opinions are open to the whole desk. */
const OPEN_STATES = CLAIM_STATES.filter((state) => maySeeOpinions({ state }));

/** Blindness is in the statement itself: what one may not see never leaves the database. */
export async function listVisibleOpinions({
  claimId,
  viewer,
  db,
}: {
  claimId: string;
  viewer: Actor;
  db: Db;
}): Promise<Opinion[]> {
  const rows = await db.review.findMany({
    where: { claimId, OR: [{ reviewerId: viewer.id }, { claim: { state: { in: OPEN_STATES } } }] },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    take: MOST_PARTS,
    select: {
      id: true,
      round: true,
      stage: true,
      reviewerId: true,
      reviewer: { select: { name: true } },
      rating: { select: givenRatingSelect },
      problem: { select: { label: true } },
      conclusion: true,
      rationale: true,
      decidedAt: true,
    },
  });
  return rows.map(({ reviewer, rating, ...opinion }) => ({
    ...opinion,
    rating: toGivenRating(rating),
    reviewerName: reviewer.name,
  }));
}
