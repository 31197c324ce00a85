import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { type PublishedClaim, publishedClaim } from "#lib/publishing/schema.ts";
import type { CorrectionType } from "#lib/publishing/values.ts";
import { type Span, within } from "./span.ts";

// The evidence pack reads what readers get and nothing else of a claim: its current publication, and its corrections.

/** A published check for an assessor; of a withdrawn one what its public page still says. */
export type PackCheck = {
  slug: string;
  /** First day out. */
  publishedAt: Date;
  claim: PackClaim | null;
  withdrawn: { at: Date; reason: string } | null;
  corrections: { type: CorrectionType; reason: string; at: Date }[];
};

/** Names of our people stay on the public pages: an assessor counts opinions. */
export type PackClaim = Pick<
  PublishedClaim,
  | "statement"
  | "claimant"
  | "saidOn"
  | "topics"
  | "conclusion"
  | "evidence"
  | "confidentialSources"
  | "confidentialSeenBy"
  | "opinions"
  | "override"
> & {
  article: Pick<PublishedClaim["article"], "title" | "publisher" | "sourceUrl" | "origin">;
  /** Label and tone are null where the newsroom gave no ratings: then the conclusion says it all. */
  rating: {
    label: string | null;
    tone: PublishedClaim["rating"]["tone"] | null;
    scale: string;
  };
};

export type PackTotals = { checks: number; withdrawn: number; corrections: number };

/** How much a pack holds: checks first published in a span, and the corrections to them up to now. */
export async function getPackTotals(span: Span): Promise<PackTotals> {
  const [row] = await db.$queryRaw<PackTotals[]>`
    SELECT count(*)::int AS checks, (count(*) FILTER (WHERE p.withdrawn_at IS NOT NULL))::int AS withdrawn,
      (SELECT count(*)::int FROM corrections k JOIN publications p ON p.claim_id = k.claim_id
        WHERE p.is_current AND ${within("p.published_at", span)}) AS corrections
    FROM publications p WHERE p.is_current AND ${within("p.published_at", span)}`;
  return row ?? { checks: 0, withdrawn: 0, corrections: 0 };
}

type PackRow = {
  id: string;
  claimId: string;
  slug: string;
  content: unknown;
  publishedAt: Date;
  withdrawnAt: Date | null;
};

/** A part of the checks first published in a span, newest first. */
export async function listPack(
  span: Span,
  { cursor, take }: { cursor: string | null; take: number },
): Promise<Page<PackCheck>> {
  const after = decodeCursor(cursor, instantAndId);
  const rows = await db.$queryRaw<PackRow[]>`
    SELECT p.id, p.claim_id AS "claimId", p.slug, p.published_at AS "publishedAt", p.withdrawn_at AS "withdrawnAt",
      CASE WHEN p.withdrawn_at IS NULL THEN p.content END AS content
    FROM publications p
    WHERE p.is_current AND ${within("p.published_at", span)}
      AND ${after ? Prisma.sql`(p.published_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : Prisma.sql`true`}
    ORDER BY p.published_at DESC, p.id DESC
    LIMIT ${take + 1}`;
  const { items, next } = pageOf(rows, take, ({ publishedAt, id }) => [publishedAt, id]);
  const corrections = await db.correction.findMany({
    where: { claimId: { in: items.map(({ claimId }) => claimId) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { claimId: true, type: true, reason: true, createdAt: true },
  });
  const byClaim = Map.groupBy(corrections, ({ claimId }) => claimId);
  return { items: items.map((row) => packCheck(row, byClaim.get(row.claimId) ?? [])), next };
}

type CorrectionRow = { type: CorrectionType; reason: string; createdAt: Date };

function packCheck(row: PackRow, corrections: readonly CorrectionRow[]): PackCheck {
  const { slug, publishedAt, withdrawnAt, content } = row;
  if (withdrawnAt !== null) {
    const reason = corrections.findLast(({ type }) => type === "withdrawn")?.reason ?? "";
    return { slug, publishedAt, claim: null, withdrawn: { at: withdrawnAt, reason }, corrections: [] };
  }
  return {
    slug,
    publishedAt,
    claim: packClaim(publishedClaim.parse(content)),
    withdrawn: null,
    corrections: corrections.map(({ type, reason, createdAt }) => ({ type, reason, at: createdAt })),
  };
}

function packClaim({ article, rating, ...claim }: PublishedClaim): PackClaim {
  const {
    statement,
    claimant,
    saidOn,
    topics,
    conclusion,
    evidence,
    confidentialSources,
    confidentialSeenBy,
    opinions,
    override,
  } = claim;
  const { title, publisher, sourceUrl, origin } = article;
  const { label, tone, scale, isRated } = rating;
  return {
    ...{ statement, claimant, saidOn, topics, conclusion, evidence, opinions, override },
    ...{ confidentialSources, confidentialSeenBy },
    article: { title, publisher, sourceUrl, origin },
    rating: isRated ? { label, tone, scale } : { label: null, tone: null, scale },
  };
}
