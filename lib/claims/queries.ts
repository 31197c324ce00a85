import { contextAround } from "#lib/anchoring/sentences.ts";
import { storedBlocks } from "#lib/articles/schema.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { escapeLike, searchWords } from "#lib/db/search.ts";
import { isId, nameKey } from "#lib/input.ts";
import type { CorrectionType, Tone } from "#lib/publishing/schema.ts";
import type { ReviewStage } from "#lib/reviews/schema.ts";
import { type SourceView, sourceFields, toSourceView } from "#lib/sources/queries.ts";
import type { Stance, Visibility } from "#lib/sources/schema.ts";
import { ratingSelect } from "#lib/verdicts/queries.ts";
import type { RatingView } from "#lib/verdicts/schema.ts";
import { type ClaimFacts, type Lease, maySeeOpinions } from "./rules.ts";
import {
  CLAIM_STATES,
  type ClaimantKind,
  type ClaimState,
  type DismissalGround,
  type ReplyOutcome,
} from "./schema.ts";

/**
 * A claim in a list or in an article's margin. Offsets are UTF-16 code units into the revision's text. Tone and
 * label are those of the verdict in force, so null until there is one. The lease may have run out: ask `isLive`.
 */
export type ClaimCard = {
  id: string;
  slug: string;
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
  passages: { id: string; revisionId: string; start: number; end: number; quote: string }[];
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

export type Opinion = {
  id: string;
  round: number;
  stage: ReviewStage;
  reviewerId: string;
  reviewerName: string;
  rating: RatingView;
  conclusion: string;
  /** Markdown. */
  rationale: string;
  decidedAt: Date;
};

/** `version` grows with every change of the evidence or of its source. */
export type EvidenceItem = {
  id: string;
  version: number;
  stance: Stance;
  quote: string | null;
  note: string | null;
  visibility: Visibility;
  noSnapshotReason: string | null;
  archiveUrl: string | null;
  readAt: Date;
  source: SourceView;
};

export type ReplyItem = {
  id: string;
  asked: string;
  via: string;
  askedOn: string;
  outcome: ReplyOutcome;
  answer: string | null;
};

/** Where the claim stands. `context`: the sentences around, with the words' own offsets inside `context.text`. */
export type PassageInContext = {
  id: string;
  start: number;
  end: number;
  quote: string;
  context: { text: string; start: number; end: number };
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
  evidence: EvidenceItem[];
  replies: ReplyItem[];
  /** Only those the viewer may see. */
  opinions: Opinion[];
  /** All of this round, seen or not. */
  opinionCount: number;
  verdict: {
    version: number;
    rating: RatingView;
    conclusion: string;
    rationale: string;
    authorName: string;
    createdAt: Date;
  } | null;
  publication: { number: number; slug: string; publishedAt: Date } | null;
  corrections: { type: CorrectionType; reason: string; createdAt: Date; createdByName: string }[];
  lease: Lease | null;
  facts: ClaimFacts;
};

const PAGE = { usual: 25, most: 100 } as const;

/** An article with more marks than this is read by nobody; every page of it stays quick. */
const MOST_CLAIMS = 1_000;

/** More than a person reads of one claim: evidence, replies, passages, corrections. */
const MOST_PARTS = 200;

/** Enough to choose from while typing. */
const SUGGESTIONS = 8;

const queueFields = {
  stage: true,
  leaseExpiresAt: true,
  leaseHolder: { select: { id: true, name: true } },
} satisfies Prisma.QueueEntrySelect;

const cardFields = {
  id: true,
  slug: true,
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
  _count: { select: { evidence: true } },
  verdicts: {
    orderBy: { version: "desc" },
    take: 1,
    select: { rating: { select: { tone: true, label: true } } },
  },
  queueEntry: { select: queueFields },
  passages: {
    orderBy: [{ startOffset: "asc" }, { endOffset: "asc" }],
    take: MOST_PARTS,
    select: { id: true, revisionId: true, startOffset: true, endOffset: true, quote: true },
  },
} satisfies Prisma.ClaimSelect;

type CardRow = Prisma.ClaimGetPayload<{ select: typeof cardFields }>;

function toCard(row: CardRow): ClaimCard {
  const { claimant, topics, author, _count, verdicts, queueEntry, passages, ...claim } = row;
  const rating = isDecided(claim.state) ? verdicts[0]?.rating : undefined;
  return {
    ...claim,
    saidOn: dayFrom(claim.saidOn),
    tone: rating?.tone ?? null,
    ratingLabel: rating?.label ?? null,
    claimantName: claimant?.name ?? null,
    claimantKind: claimant?.kind ?? null,
    topics: topics.map(({ topic }) => topic.name),
    authorName: author.name,
    sourceCount: _count.evidence,
    lease: toLease(queueEntry),
    passages: passages.map(({ startOffset, endOffset, ...passage }) => ({
      ...passage,
      start: startOffset,
      end: endOffset,
    })),
  };
}

function toLease(entry: Prisma.QueueEntryGetPayload<{ select: typeof queueFields }> | null): Lease | null {
  if (!entry?.leaseHolder || !entry.leaseExpiresAt) return null;
  return {
    holderId: entry.leaseHolder.id,
    holderName: entry.leaseHolder.name,
    expiresAt: entry.leaseExpiresAt,
  };
}

/** Whether a verdict is in force. An earlier round's verdict is not, and would prejudice the next. */
function isDecided(state: ClaimState): boolean {
  return state === "ready" || state === "published" || state === "withdrawn";
}

const listFields = {
  ...cardFields,
  returnReason: true,
  article: { select: { id: true, title: true } },
} satisfies Prisma.ClaimSelect;

function toListItem({
  article,
  returnReason,
  ...row
}: Prisma.ClaimGetPayload<{ select: typeof listFields }>): ClaimListItem {
  return { ...toCard(row), article, returnReason };
}

/** The claims of an article in reading order, those without a passage last. */
export async function listArticleClaims(articleId: string, db: Db = pool): Promise<ClaimCard[]> {
  if (!isId(articleId)) return [];
  const rows = await db.claim.findMany({
    where: { articleId },
    orderBy: { number: "asc" },
    take: MOST_CLAIMS,
    select: cardFields,
  });
  const startOf = (card: ClaimCard) => card.passages[0]?.start ?? Number.POSITIVE_INFINITY;
  const endOf = (card: ClaimCard) => card.passages[0]?.end ?? Number.POSITIVE_INFINITY;
  const compare = (a: number, b: number) => (a === b ? 0 : a - b);
  return rows
    .map(toCard)
    .sort((a, b) => compare(startOf(a), startOf(b)) || compare(endOf(b), endOf(a)) || a.number - b.number);
}

/** Claims of all articles, last changed first. A cursor that is none begins at the beginning. */
export async function listClaims({
  state,
  search,
  authorId,
  cursor,
  take = PAGE.usual,
  db = pool,
}: {
  state?: ClaimState | undefined;
  search?: string | undefined;
  authorId?: string | undefined;
  cursor?: string | undefined;
  take?: number;
  db?: Db;
}): Promise<Page<ClaimListItem>> {
  const limit = Math.min(take, PAGE.most);
  const words = searchWords(search);
  const rows = await db.claim.findMany({
    where: {
      ...(state && { state }),
      ...(authorId !== undefined && { authorId }),
      ...(words && { statement: { contains: escapeLike(words), mode: "insensitive" } }),
      ...behind(cursor),
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: listFields,
  });
  const items = rows.map(toListItem);
  return pageOf(items, limit, ({ updatedAt, id }) => [updatedAt, id]);
}

/** Said so that the index finds its place by the first line: a plain OR would read everything before it. */
function behind(cursor: string | undefined): Prisma.ClaimWhereInput {
  const after = decodeCursor(cursor, instantAndId);
  if (!after) return {};
  const [updatedAt, id] = after;
  return { updatedAt: { lte: updatedAt }, OR: [{ updatedAt: { lt: updatedAt } }, { id: { lt: id } }] };
}

/** What one member has in hand, last changed first: own drafts, those sent back, and claims held for review. */
export async function listWork({
  memberId,
  now,
  db = pool,
}: {
  memberId: string;
  now: Date;
  db?: Db;
}): Promise<Record<"drafts" | "returned" | "leased", ClaimListItem[]>> {
  const list = async (where: Prisma.ClaimWhereInput) => {
    const rows = await db.claim.findMany({
      where,
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: PAGE.usual,
      select: listFields,
    });
    return rows.map(toListItem);
  };
  const [drafts, returned, leased] = await Promise.all([
    list({ authorId: memberId, state: "draft", returnReason: null }),
    list({ authorId: memberId, state: "draft", returnReason: { not: null } }),
    list({ queueEntry: { leaseHolderId: memberId, leaseExpiresAt: { gt: now } } }),
  ]);
  return { drafts, returned, leased };
}

/** Names of claimants that begin like this, at most 8. */
export async function listClaimants(prefix: string, db: Db = pool): Promise<string[]> {
  const rows = await db.claimant.findMany(beginningWith(prefix));
  return rows.map(({ name }) => name);
}

/** Names of topics that begin like this, at most 8. */
export async function listTopics(prefix: string, db: Db = pool): Promise<string[]> {
  const rows = await db.topic.findMany(beginningWith(prefix));
  return rows.map(({ name }) => name);
}

function beginningWith(prefix: string) {
  return {
    where: { nameKey: { startsWith: escapeLike(nameKey(searchWords(prefix) ?? "")) } },
    orderBy: { nameKey: "asc" },
    take: SUGGESTIONS,
    select: { name: true },
  } as const;
}

const detailFields = {
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
  duplicateOf: { select: { id: true, statement: true } },
  topics: { orderBy: { topic: { name: "asc" } }, select: { topic: { select: { name: true } } } },
  article: {
    select: {
      id: true,
      slug: true,
      title: true,
      origin: true,
      publisher: true,
      sourceUrl: true,
      publishedOn: true,
      language: true,
      direction: true,
    },
  },
  passages: { ...cardFields.passages },
  evidence: {
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: MOST_PARTS,
    select: {
      id: true,
      version: true,
      stance: true,
      quote: true,
      note: true,
      visibility: true,
      noSnapshotReason: true,
      readAt: true,
      snapshot: { select: { archiveUrl: true } },
      source: { select: sourceFields },
    },
  },
  replyRequests: {
    orderBy: [{ askedOn: "asc" }, { id: "asc" }],
    take: MOST_PARTS,
    select: { id: true, asked: true, via: true, askedOn: true, outcome: true, answer: true },
  },
  reviews: { select: { reviewerId: true, round: true } },
  verdicts: {
    orderBy: { version: "desc" },
    take: 1,
    select: {
      version: true,
      rating: { select: ratingSelect },
      conclusion: true,
      rationale: true,
      author: { select: { name: true } },
      createdAt: true,
    },
  },
  publications: {
    where: { isCurrent: true },
    select: { number: true, slug: true, publishedAt: true },
  },
  corrections: {
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_PARTS,
    select: { type: true, reason: true, createdAt: true, createdBy: { select: { name: true } } },
  },
  queueEntry: { select: queueFields },
  _count: { select: { evidence: true, passages: true } },
} satisfies Prisma.ClaimSelect;

type DetailRow = Prisma.ClaimGetPayload<{ select: typeof detailFields }>;

/** One claim as this member may see it; null when there is none. */
export async function getClaim({
  id,
  viewer,
  db = pool,
}: {
  id: string;
  viewer: Actor;
  db?: Db;
}): Promise<ClaimDetail | null> {
  if (!isId(id)) return null;
  const row = await db.claim.findUnique({ where: { id }, select: detailFields });
  if (!row) return null;
  const [passages, opinions] = await Promise.all([
    passagesInContext(row, db),
    listVisibleOpinions({ claimId: id, viewer, db }),
  ]);
  return toDetail(row, { passages, opinions });
}

function toDetail(
  row: DetailRow,
  { passages, opinions }: { passages: PassageInContext[]; opinions: Opinion[] },
): ClaimDetail {
  const { claimant, author, article, topics, evidence, replyRequests, corrections } = row;
  const facts = toFacts(row);
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
      direction: article.direction === "rtl" ? "rtl" : "ltr",
    },
    passages,
    evidence: evidence.map(({ snapshot, source, ...item }) => ({
      ...item,
      archiveUrl: snapshot?.archiveUrl ?? null,
      source: toSourceView(source),
    })),
    replies: replyRequests.map((reply) => ({ ...reply, askedOn: dayFrom(reply.askedOn) })),
    opinions,
    opinionCount: facts.reviewerIds.length,
    verdict: toVerdict(row),
    publication: row.publications[0] ?? null,
    corrections: corrections.map(({ createdBy, ...correction }) => ({
      ...correction,
      createdByName: createdBy.name,
    })),
    lease: facts.lease,
    facts,
  };
}

function toVerdict({ state, verdicts: [verdict] }: DetailRow): ClaimDetail["verdict"] {
  if (!verdict || !isDecided(state)) return null;
  const { author, ...rest } = verdict;
  return { ...rest, authorName: author.name };
}

function toFacts(row: DetailRow): ClaimFacts {
  return {
    state: row.state,
    authorId: row.author.id,
    evidenceCount: row._count.evidence,
    passageCount: row._count.passages,
    wasSubmitted: row.submittedAt !== null,
    reviewerIds: row.reviews.filter(({ round }) => round === row.round).map(({ reviewerId }) => reviewerId),
    stage: row.queueEntry?.stage ?? null,
    lease: toLease(row.queueEntry),
  };
}

function toDismissal({ dismissalGround, dismissalReason, duplicateOf }: DetailRow): ClaimDetail["dismissal"] {
  if (dismissalGround === null || dismissalReason === null) return null;
  return { ground: dismissalGround, reason: dismissalReason, duplicateOf };
}

async function passagesInContext({ passages, article }: DetailRow, db: Db): Promise<PassageInContext[]> {
  const revisions = await db.revision.findMany({
    where: { id: { in: passages.map(({ revisionId }) => revisionId) } },
    select: { id: true, text: true, blocks: true },
  });
  const texts = new Map(
    revisions.map(({ id, text, blocks }) => [id, { text, blocks: storedBlocks.parse(blocks) }]),
  );
  return passages.flatMap(({ id, revisionId, startOffset: start, endOffset: end, quote }) => {
    const revision = texts.get(revisionId);
    if (!revision) return [];
    const around = contextAround(revision.text, revision.blocks, { start, end }, article.language);
    const text = revision.text.slice(around.start, around.end);
    return [
      { id, start, end, quote, context: { text, start: start - around.start, end: end - around.start } },
    ];
  });
}

/** The states in which opinions are open to the whole desk. */
const OPEN_STATES = CLAIM_STATES.filter((state) => maySeeOpinions({ state }));

/** Blindness is in the statement itself: what one may not see never leaves the database. */
async function listVisibleOpinions({
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
      rating: { select: ratingSelect },
      conclusion: true,
      rationale: true,
      decidedAt: true,
    },
  });
  return rows.map(({ reviewer, ...opinion }) => ({ ...opinion, reviewerName: reviewer.name }));
}
