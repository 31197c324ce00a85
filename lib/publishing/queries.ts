import type { Block } from "#lib/anchoring/blocks.ts";
import { contextAround } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { articleFields } from "#lib/articles/queries.ts";
import { storedBlocks, storedDirection } from "#lib/articles/schema.ts";
import type { ArticleDisplay } from "#lib/articles/values.ts";
import { isDecided } from "#lib/claims/rules.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isId } from "#lib/input.ts";
import { type Excerpt, excerptsOf } from "./excerpts.ts";
import type { Marked, MarkedLine } from "./in-language.ts";
import type { GateFacts } from "./rules.ts";
import { type PublishedClaim, type PublishedPlaces, publishedClaim, publishedPlaces } from "./schema.ts";
import type { CorrectionType, Tone } from "./values.ts";

// All that public pages read. Nothing here knows who is asking, and of a claim nothing is read but its current
// publication: what is not in that frozen copy is not public. `listGateFacts` alone is the desk's.

/** One line of the public list. */
export type PublishedListItem = MarkedLine & {
  slug: string;
  statement: string;
  /** Of the article, and so of the statement. BCP 47. */
  language: string;
  /** The words in the article. */
  quote: string;
  conclusion: string;
  tone: Tone;
  ratingLabel: string;
  /** False when the newsroom gave no ratings: then the label says only that it was checked. */
  isRated: boolean;
  claimantName: string | null;
  /** Where the claimant's page is. */
  claimantSlug: string | null;
  saidOn: string | null;
  topics: { name: string; slug: string }[];
  articleTitle: string;
  publishedAt: Date;
  corrected: boolean;
};

/** The columns of a line, of `publications p`. */
export const listColumns = Prisma.sql`p.slug, p.statement, p.language, p.conclusion, p.tone::text AS tone,
  coalesce(p.content #>> '{passages,0,quote}', '') AS quote,
  p.content #>> '{rating,label}' AS "ratingLabel",
  p.content #> '{rating,isRated}' IS DISTINCT FROM 'false' AS "isRated",
  p.claimant_name AS "claimantName", p.content #>> '{claimant,slug}' AS "claimantSlug",
  p.content ->> 'saidOn' AS "saidOn", p.content -> 'topics' AS topics,
  p.content #>> '{article,title}' AS "articleTitle",
  p.published_at AS "publishedAt", p.number > 1 AS corrected`;

/** A change readers are told of. */
export type PublishedCorrection = {
  id: string;
  type: CorrectionType;
  reason: string;
  at: Date;
  /** The number of the publication it made; the one before has the verdict as it was. */
  version: number;
  /** What stood there before; null when neither rating nor conclusion changed. */
  before: {
    rating: { label: string; definition: string; isRated: boolean } & Marked;
    tone: Tone;
    conclusion: string;
  } | null;
};

type RecordBase = {
  slug: string;
  /** 1 when first published; every change adds one. */
  number: number;
  publishedAt: Date;
  updatedAt: Date;
};

/** A check the newsroom stands by. Newest corrections first. */
export type StandingRecord = RecordBase & {
  withdrawn: null;
  claim: PublishedClaim & { rating: Marked; problem: Marked | null };
  /** Since when the article does not say any more what was checked; null while it does. */
  articleChangedAt: Date | null;
  corrections: PublishedCorrection[];
};

/** What is left of a withdrawn check: the notice, and none of its words. */
export type WithdrawnRecord = RecordBase & {
  withdrawn: { at: Date; reason: string };
  claim: null;
  corrections: [];
};

/** What the page of a claim shows; `withdrawn` tells which of the two it is. */
export type PublishedRecord = StandingRecord | WithdrawnRecord;

/** A claim's public record, or null when it has none. */
export async function getPublished(slug: string): Promise<PublishedRecord | null> {
  const publication = await db.publication.findFirst({
    where: { slug: plain(slug), isCurrent: true },
    select: {
      claimId: true,
      slug: true,
      number: true,
      content: true,
      publishedAt: true,
      createdAt: true,
      withdrawnAt: true,
      articleChangedAt: true,
      corrections: { select: { reason: true } },
    },
  });
  if (publication === null) return null;
  const { claimId, content, createdAt, withdrawnAt, corrections, articleChangedAt, ...rest } = publication;
  const base = { ...rest, updatedAt: createdAt };
  if (withdrawnAt !== null) {
    const withdrawn = { at: withdrawnAt, reason: corrections[0]?.reason ?? "" };
    return { ...base, withdrawn, claim: null, corrections: [] };
  }
  const claim = publishedClaim.parse(content);
  return {
    ...base,
    withdrawn: null,
    claim,
    articleChangedAt,
    corrections: await listClaimCorrections(claimId),
  };
}

async function listClaimCorrections(claimId: string): Promise<PublishedCorrection[]> {
  const corrections = await db.correction.findMany({
    where: { claimId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      type: true,
      reason: true,
      createdAt: true,
      publication: { select: { number: true } },
    },
  });
  if (corrections.length === 0) return [];
  const versions = await db.publication.findMany({
    where: { claimId },
    select: { number: true, tone: true, ratingKey: true, conclusion: true, content: true },
  });
  const version = (number: number) => versions.find((candidate) => candidate.number === number);
  return corrections.map(({ publication: { number }, createdAt, ...correction }) => {
    const [before, after] = [version(number - 1), version(number)];
    const same = before?.ratingKey === after?.ratingKey && before?.conclusion === after?.conclusion;
    const told = { ...correction, version: number, at: createdAt };
    if (before === undefined || same) return { ...told, before: null };
    const { label, definition, isRated } = publishedClaim.parse(before.content).rating;
    return {
      ...told,
      before: { rating: { label, definition, isRated }, tone: before.tone, conclusion: before.conclusion },
    };
  });
}

/** One line of the corrections page. */
export type CorrectionListItem = MarkedLine & {
  id: string;
  slug: string;
  type: CorrectionType;
  reason: string;
  at: Date;
  /** Null when the check was withdrawn: then its words are not shown any more. */
  statement: string | null;
  /** Of the article, and so of the statement. BCP 47. */
  language: string;
};

/** Every change to published claims, newest first. */
export async function listCorrections({
  cursor,
  take = 20,
}: {
  cursor?: string | null;
  take?: number;
}): Promise<Page<CorrectionListItem>> {
  const after = decodeCursor(cursor, instantAndId);
  const rows = await db.$queryRaw<CorrectionListItem[]>`
    SELECT k.id, p.slug, k.type::text AS type, k.reason, k.created_at AS at,
      CASE WHEN p.withdrawn_at IS NULL THEN p.statement END AS statement, p.language
    FROM corrections k JOIN publications p ON p.claim_id = k.claim_id AND p.is_current
    WHERE ${after ? Prisma.sql`(k.created_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : Prisma.sql`true`}
    ORDER BY k.created_at DESC, k.id DESC
    LIMIT ${take + 1}`;
  return pageOf(rows, take, ({ at, id }) => [at, id]);
}

/** A published claim as its article's page shows it. */
export type ArticleClaim = MarkedLine & {
  slug: string;
  /** 1, 2, 3 … in reading order. */
  number: number;
  statement: string;
  /** Of the article, and so of the statement. BCP 47. */
  language: string;
  conclusion: string;
  tone: Tone;
  ratingLabel: string;
  isRated: boolean;
  /** Where it stands in the text that is shown: UTF-16 offsets into the revision's whole text. */
  passages: (Span & { quote: string })[];
  /** Since when the article does not say any more what was checked; null while it does. */
  articleChangedAt: Date | null;
};

export type PublishedArticle = {
  article: PublishedClaim["article"] & { byline: string | null; display: ArticleDisplay };
  claims: ArticleClaim[];
  /** The whole text, when the newsroom may show it; otherwise null and only `excerpts`. */
  full: { text: string; blocks: Block[] } | null;
  excerpts: Excerpt[] | null;
};

/**
 * An article with its published claims, or null when it has none. An external article's text is its
 * publisher's, and an own one dated after `today` is not out yet: unless an editor set it to full, only the
 * sentences around the claims leave this function. `today` is the newsroom's day, `YYYY-MM-DD`.
 */
export async function getPublishedArticle(slug: string, today: string): Promise<PublishedArticle | null> {
  const found = await db.article.findUnique({
    where: { slug: plain(slug) },
    select: {
      ...articleFields,
      byline: true,
      display: true,
      publications: {
        where: standing,
        select: { slug: true, content: true, places: true, articleChangedAt: true },
      },
    },
  });
  if (found === null || found.publications.length === 0) return null;
  const { publications, ...row } = found;
  const published = publications.map(({ content, places, ...publication }) => ({
    ...publication,
    claim: publishedClaim.parse(content),
    places: publishedPlaces.parse(places),
  }));
  const revision = Math.max(...published.map(({ places }) => places.revision));
  const claims = articleClaims(published, revision);
  const article = {
    ...row,
    direction: storedDirection(row.direction),
    publishedOn: dayFrom(row.publishedOn),
  };
  return { article, claims, ...(await getText(article, { number: revision, claims, today })) };
}

/** The article of this slug or id; null when there is none. Whether readers may know of it is theirs to ask who call it. */
export function findAnnotatedArticle(
  name: string,
): Promise<{ id: string; slug: string; title: string } | null> {
  // An id in capitals would be kept by a name that nothing announces.
  const where = isId(name) && name === name.toLowerCase() ? { id: name } : { slug: plain(name) };
  return db.article.findUnique({ where, select: { id: true, slug: true, title: true } });
}

type Publication = {
  slug: string;
  claim: PublishedClaim;
  places: PublishedPlaces;
  articleChangedAt: Date | null;
};

function articleClaims(published: readonly Publication[], revision: number): ArticleClaim[] {
  const placed = published.map(({ slug, claim, places, articleChangedAt }) => ({
    slug,
    articleChangedAt,
    statement: claim.statement,
    language: claim.article.language,
    conclusion: claim.conclusion,
    tone: claim.rating.tone,
    ratingLabel: claim.rating.label,
    isRated: claim.rating.isRated,
    passages:
      places.revision === revision
        ? places.passages.toSorted((a, b) => a.start - b.start || b.end - a.end)
        : [],
  }));
  const place = (claim: { passages: Span[] }) => claim.passages[0]?.start ?? Number.POSITIVE_INFINITY;
  return placed
    .toSorted((a, b) => (place(a) === place(b) ? a.slug.localeCompare(b.slug) : place(a) - place(b)))
    .map((claim, index) => ({ ...claim, number: index + 1 }));
}

async function getText(
  article: PublishedArticle["article"],
  { number, claims, today }: { number: number; claims: ArticleClaim[]; today: string },
): Promise<Pick<PublishedArticle, "full" | "excerpts">> {
  const revision = await db.revision.findUnique({
    where: { articleId_number: { articleId: article.id, number } },
    select: { text: true, blocks: true },
  });
  if (revision === null) throw new Error(`Article ${article.id} has no revision ${number}`);
  const text = revision.text;
  const blocks: Block[] = storedBlocks.parse(revision.blocks);
  const isOut = article.origin === "own" && (article.publishedOn === null || article.publishedOn <= today);
  if (isOut || article.display === "full") return { full: { text, blocks }, excerpts: null };
  const passages = claims.flatMap((claim) => claim.passages);
  const spans = passages.map((passage) => contextAround(text, blocks, passage, article.language));
  return { full: null, excerpts: excerptsOf({ text, blocks, spans }) };
}

export const standing = { isCurrent: true, withdrawnAt: null } satisfies Prisma.PublicationWhereInput;

/** Postgres has no NUL and no half characters: an address with them leads nowhere. */
export const plain = (slug: string) => (slug.includes("\0") ? "" : slug.toWellFormed());

/** What the publish gate looks at, of each of these claims that there is; in one query, however many they are. */
export async function listGateFacts(
  claimIds: readonly string[],
  { minSources, opinionsRequired, now }: Pick<GateFacts, "minSources" | "opinionsRequired" | "now">,
  on: Db = db,
): Promise<Map<string, GateFacts>> {
  const rows = await on.claim.findMany({ where: { id: { in: [...claimIds] } }, select: gateFields });
  return new Map(
    rows.map(({ id, state, round, evidence, claimant, verdicts, reviews, replyRequests, ...notes }) => [
      id,
      {
        ...notes,
        evidence: evidence.map(({ source, snapshotId, ...item }) => ({
          ...item,
          kind: source.kind,
          hasSnapshot: snapshotId !== null || source.snapshots.length > 0,
        })),
        // That there was a verdict in an earlier round is nothing the next one's reviewers should go by.
        verdict: (isDecided(state) && verdicts[0]) || null,
        opinionCount: reviews.filter((review) => review.round === round).length,
        claimantKind: claimant?.kind ?? null,
        replies: replyRequests,
        now,
        minSources,
        opinionsRequired,
      },
    ]),
  );
}

const gateFields = {
  id: true,
  state: true,
  round: true,
  noPrimaryReason: true,
  searchNote: true,
  claimant: { select: { kind: true } },
  evidence: {
    select: {
      stance: true,
      visibility: true,
      snapshotId: true,
      noSnapshotReason: true,
      source: {
        select: { kind: true, snapshots: { where: { state: "kept" }, take: 1, select: { id: true } } },
      },
    },
  },
  reviews: { select: { round: true } },
  verdicts: { orderBy: { version: "desc" }, take: 1, select: { conclusion: true, rationale: true } },
  replyRequests: { select: { outcome: true, deadlineAt: true } },
} satisfies Prisma.ClaimSelect;
