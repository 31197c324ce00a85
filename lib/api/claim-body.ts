import { codePointsUpTo } from "#lib/anchoring/code-points.ts";
import { getArticle } from "#lib/articles/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimDetail, Opinion } from "#lib/claims/claim-detail.ts";
import { getClaim } from "#lib/claims/queries.ts";
import { isLive } from "#lib/claims/rules.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { getMarkedClaim, type MarkedPlace } from "#lib/publishing/marked-claims.ts";
import { getPublished, listGateFacts, type PublishedRecord } from "#lib/publishing/queries.ts";
import { gate } from "#lib/publishing/rules.ts";
import type { Asker } from "./operation.ts";
import type { ClaimBody } from "./shapes.ts";

/** A claim as this asker may see it: the desk's for a member, the frozen publication for anybody. Throws `not_found`. */
export async function claimBody({
  id,
  asker,
  now,
}: {
  id: string;
  asker: Asker;
  now: Date;
}): Promise<ClaimBody> {
  return asker === null ? publishedBody(id) : deskBody({ id, actor: asker, now });
}

export const claimUrl = (slug: string): string => new URL(`/claims/${slug}`, env.PUBLIC_URL).href;

async function deskBody({ id, actor, now }: { id: string; actor: Actor; now: Date }): Promise<ClaimBody> {
  const claim = await getClaim({ id, viewer: actor });
  if (claim === null) throw new AppError("not_found");
  const [newsroom, selector] = await Promise.all([requireNewsroom(), selectorsIn(claim)]);
  const facts = (await listGateFacts([claim.id], { ...newsroom, now })).get(claim.id);
  const { lease, verdict, dismissal, publication } = claim;
  return {
    id: claim.id,
    slug: claim.slug,
    url: claimUrl(claim.slug),
    number: claim.number,
    articleId: claim.article.id,
    state: claim.state,
    version: claim.version,
    statement: claim.statement,
    claimant: claim.claimant,
    saidAt: claim.saidOn,
    saidWhere: claim.saidWhere,
    topics: claim.topics,
    passages: claim.passages.map(({ id, start, end, quote, context }) => ({
      id,
      start,
      end,
      quote,
      selector: selector({ start, end, quote, context }),
    })),
    evidence: claim.evidence.map(toEvidence),
    verdict: verdict && {
      rating: ratingOf(verdict.rating),
      problem: verdict.problem?.label ?? null,
      conclusion: verdict.conclusion,
      rationale: verdict.rationale,
    },
    opinions: claim.opinions.map(toOpinion),
    stage: claim.stage,
    lease:
      lease && isLive(lease, now)
        ? { holder: { id: lease.holderId, name: lease.holderName }, expiresAt: lease.expiresAt.toISOString() }
        : null,
    returnReason: claim.returnReason,
    dismissal: dismissal && { ...dismissal, duplicateOf: dismissal.duplicateOf?.id ?? null },
    noPrimaryReason: claim.noPrimaryReason,
    searchNote: claim.searchNote,
    gate: facts ? gate(facts).map(({ key: item, passed }) => ({ item, passed })) : [],
    publication: publication && {
      number: publication.number,
      publishedAt: publication.publishedAt.toISOString(),
      withdrawn: claim.withdrawnAt && {
        at: claim.withdrawnAt.toISOString(),
        reason: claim.corrections.find(({ type }) => type === "withdrawn")?.reason ?? "",
      },
    },
    corrections: claim.corrections.map(({ type, reason, createdAt }) => ({
      type,
      reason,
      at: createdAt.toISOString(),
    })),
    author: claim.author,
  };
}

/** Null where the newsroom gives no ratings. */
function ratingOf({
  key,
  label,
  tone,
  isRated,
}: Pick<Opinion["rating"], "key" | "label" | "tone" | "isRated">) {
  return isRated ? { key, label, tone } : null;
}

function toOpinion(opinion: Opinion): ClaimBody["opinions"][number] {
  const { id, round, stage, conclusion, rationale, decidedAt } = opinion;
  return {
    id,
    round,
    stage,
    conclusion,
    rationale,
    reviewer: { id: opinion.reviewerId, name: opinion.reviewerName },
    rating: ratingOf(opinion.rating),
    decidedAt: decidedAt.toISOString(),
  };
}

function toEvidence(item: ClaimDetail["evidence"][number]): ClaimBody["evidence"][number] {
  const { id, number, stance, quote, note, visibility, archiveUrl, noSnapshotReason, source } = item;
  const { url, title, publisher, author, kind, interests } = source;
  return {
    ...{ id, number, stance, quote, note, visibility, archiveUrl, noSnapshotReason },
    readAt: item.readAt.toISOString(),
    source: {
      ...{ id: source.id, url, title, publisher, author, kind, interests },
      publishedAt: source.publishedOn,
    },
  };
}

/** Characters of what stands around words that tell them from the same words elsewhere. */
const AROUND = 64;

type Placed = Pick<ClaimDetail["passages"][number], "start" | "end" | "quote" | "context">;

/** W3C counts code points; ours are UTF-16 code units of the newest text. */
async function selectorsIn({ article, passages }: ClaimDetail) {
  const text = passages.length === 0 ? "" : ((await getArticle(article.id))?.revision.text ?? "");
  const upTo = codePointsUpTo(text);
  return ({ start, end, quote, context }: Placed) => [
    {
      type: "TextQuoteSelector" as const,
      exact: quote,
      prefix: Array.from(context.text.slice(0, context.start)).slice(-AROUND).join(""),
      suffix: Array.from(context.text.slice(context.end)).slice(0, AROUND).join(""),
    },
    { type: "TextPositionSelector" as const, start: upTo(start), end: upTo(end) },
  ];
}

/** The slug of a published claim, by its id; null when readers know of none. */
export async function publishedSlug(id: string): Promise<string | null> {
  if (!isId(id)) return null;
  const where = { claimId: id, isCurrent: true };
  return (await db.publication.findFirst({ where, select: { slug: true } }))?.slug ?? null;
}

/** What readers get of a claim, by its id. Throws `not_found`. */
export async function requirePublished(id: string): Promise<PublishedRecord & { articleId: string }> {
  const slug = await publishedSlug(id);
  const record = slug === null ? null : await getPublished(slug);
  if (record === null) throw new AppError("not_found");
  const { articleId } = await db.claim.findUniqueOrThrow({ where: { id }, select: { articleId: true } });
  return { ...record, articleId };
}

async function publishedBody(id: string): Promise<ClaimBody> {
  const record = await requirePublished(id);
  const { slug, number, publishedAt, withdrawn, claim, corrections, articleId } = record;
  const marked = claim && (await getMarkedClaim(slug));
  return {
    ...DESK_ONLY,
    id,
    slug,
    url: claimUrl(slug),
    articleId,
    state: withdrawn ? "withdrawn" : "published",
    statement: claim?.statement ?? null,
    claimant: claim?.claimant ?? null,
    saidAt: claim?.saidOn ?? null,
    saidWhere: claim?.saidWhere ?? null,
    topics: claim?.topics.map(({ name }) => name) ?? [],
    passages: (marked?.places ?? []).map(toPublicPassage),
    evidence: (claim?.evidence ?? []).map(toPublicEvidence),
    verdict: claim && {
      rating: ratingOf(claim.rating),
      problem: claim.problem?.label ?? null,
      conclusion: claim.conclusion,
      rationale: claim.rationale,
    },
    noPrimaryReason: claim?.noPrimaryReason ?? null,
    searchNote: claim?.searchNote ?? null,
    publication: {
      number,
      publishedAt: publishedAt.toISOString(),
      withdrawn: withdrawn && { at: withdrawn.at.toISOString(), reason: withdrawn.reason },
    },
    corrections: corrections.map(({ type, reason, at }) => ({ type, reason, at: at.toISOString() })),
    author: claim ? { id: null, name: claim.people.author } : null,
  };
}

/** What only the desk knows. */
const DESK_ONLY = {
  number: null,
  version: null,
  opinions: [],
  stage: null,
  lease: null,
  returnReason: null,
  dismissal: null,
  gate: [],
} satisfies Partial<ClaimBody>;

function toPublicPassage({ start, end, exact, prefix, suffix }: MarkedPlace): ClaimBody["passages"][number] {
  const position = { type: "TextPositionSelector" as const, start, end };
  const quote = { type: "TextQuoteSelector" as const, exact, prefix, suffix };
  return { id: null, start: null, end: null, quote: exact, selector: [quote, position] };
}

type FrozenEvidence = NonNullable<PublishedRecord["claim"]>["evidence"][number];

function toPublicEvidence(item: FrozenEvidence): ClaimBody["evidence"][number] {
  const { number, stance, quote, note, readAt, archiveUrl, noSnapshotReason } = item;
  const { url, title, publisher, author, publishedOn: publishedAt, kind, interests } = item;
  return {
    ...{ id: null, number, stance, quote, note, readAt, archiveUrl, noSnapshotReason },
    visibility: "public",
    source: { id: null, url, title, publisher, author, publishedAt, kind, interests },
  };
}
