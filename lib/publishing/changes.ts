import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { PublishedCorrection, StandingRecord } from "./queries.ts";
import { publishedClaim } from "./schema.ts";
import type { Group, GroupKind } from "./values.ts";

// What programs read of all that is published: in the order it changed, and by where it stands.

/** A claim's page as it is now. Of a withdrawn check no words are left but why. */
export type Change = {
  slug: string;
  publishedAt: Date;
  changedAt: Date;
  /** What is said of the last change; null while there was none. */
  reason: string | null;
  /** Null when the check was withdrawn. */
  claim: {
    statement: string;
    conclusion: string;
    /** Null when the newsroom gives no ratings. */
    ratingLabel: string | null;
    topics: string[];
  } | null;
};

/**
 * Claims whose page is new or has changed, latest first. Withdrawn ones too: who has copied them has to know. `group`:
 * of one topic or claimant alone.
 */
export function listChanges(take: number, group: Group | null = null): Promise<Change[]> {
  const listed =
    group === null
      ? Prisma.sql`publications p WHERE p.is_current ORDER BY p.created_at DESC, p.id DESC`
      : Prisma.sql`group_entries g JOIN publications p ON p.id = g.publication_id
          WHERE g.kind = ${group.kind}::group_kind AND g.slug = ${group.slug}
          ORDER BY g.changed_at DESC, g.publication_id DESC`;
  return db.$queryRaw<Change[]>`
    SELECT p.slug, p.published_at AS "publishedAt", p.created_at AS "changedAt",
      (SELECT k.reason FROM corrections k WHERE k.publication_id = p.id) AS reason,
      CASE WHEN p.withdrawn_at IS NULL THEN jsonb_build_object(
        'statement', p.statement, 'conclusion', p.conclusion,
        'ratingLabel', CASE WHEN p.content #> '{rating,isRated}' = 'false' THEN NULL ELSE p.content #>> '{rating,label}' END,
        'topics', (SELECT coalesce(jsonb_agg(topic ->> 'name'), '[]') FROM jsonb_array_elements(p.content -> 'topics') topic)
      ) END AS claim
    FROM ${listed} LIMIT ${take}`;
}

/** Checks the newsroom stands by, with their corrections, latest change first. */
export async function listStanding({
  cursor,
  take,
}: {
  cursor: string | null;
  take: number;
}): Promise<Page<StandingRecord>> {
  const after = decodeCursor(cursor, instantAndId);
  const rows = await db.$queryRaw<StandingRow[]>`
    SELECT p.id, p.claim_id AS "claimId", p.slug, p.number, p.content, p.published_at AS "publishedAt",
      p.created_at AS "updatedAt", p.article_changed_at AS "articleChangedAt"
    FROM publications p
    WHERE p.is_current AND p.withdrawn_at IS NULL
      AND ${after ? Prisma.sql`(p.created_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : Prisma.sql`true`}
    ORDER BY p.created_at DESC, p.id DESC LIMIT ${take + 1}`;
  const { items, next } = pageOf(rows, take, ({ updatedAt, id }) => [updatedAt, id]);
  const corrections = await correctionsOf(items.map(({ claimId }) => claimId));
  const records = items.map(({ id: _, claimId, content, ...row }) => ({
    ...row,
    withdrawn: null,
    claim: publishedClaim.parse(content),
    corrections: corrections.get(claimId) ?? [],
  }));
  return { items: records, next };
}

type StandingRow = {
  id: string;
  claimId: string;
  slug: string;
  number: number;
  content: unknown;
  publishedAt: Date;
  updatedAt: Date;
  articleChangedAt: Date | null;
};

async function correctionsOf(claimIds: readonly string[]): Promise<Map<string, PublishedCorrection[]>> {
  const rows = await db.correction.findMany({
    where: { claimId: { in: [...claimIds] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      claimId: true,
      type: true,
      reason: true,
      createdAt: true,
      publication: { select: { number: true } },
    },
  });
  const byClaim = new Map<string, PublishedCorrection[]>(claimIds.map((id) => [id, []]));
  for (const { claimId, createdAt, publication, ...rest } of rows) {
    byClaim.get(claimId)?.push({ ...rest, version: publication.number, at: createdAt, before: null });
  }
  return byClaim;
}

/** An address of the public site, and when what is there changed last. */
export type Listed = { path: string; changedAt: Date };

/** What a site map tells of. */
export const LISTED_KINDS = ["claims", "translations", "articles", "topics", "claimants"] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

const LISTED: Record<ListedKind, Prisma.Sql> = {
  claims: Prisma.sql`SELECT '/claims/' || p.slug AS path, p.created_at AS changed_at, row_number() OVER (ORDER BY p.published_at, p.id) AS place
    FROM publications p WHERE p.is_current AND p.withdrawn_at IS NULL`,
  // In the languages readers may choose.
  translations: Prisma.sql`SELECT '/' || t.language || '/claims/' || p.slug AS path,
      greatest(p.created_at, t.updated_at) AS changed_at, row_number() OVER (ORDER BY p.published_at, p.id, t.language) AS place
    FROM translations t JOIN publications p ON p.id = t.publication_id
    JOIN newsroom n ON t.language = ANY (n.reader_languages) AND t.language <> split_part(n.locale, '-', 1)
    WHERE p.is_current AND p.withdrawn_at IS NULL`,
  articles: Prisma.sql`SELECT '/articles/' || a.slug AS path, max(p.created_at) AS changed_at, row_number() OVER (ORDER BY a.id) AS place
    FROM publications p JOIN articles a ON a.id = p.article_id
    WHERE p.is_current AND p.withdrawn_at IS NULL GROUP BY a.id`,
  topics: groupsListed("topic"),
  claimants: groupsListed("claimant"),
};

/** By name: which of them is public may change with any claim, so there is no order in which parts would stay full. */
function groupsListed(kind: GroupKind): Prisma.Sql {
  return Prisma.sql`SELECT ${`/${kind}s/`}::text || slug AS path, max(changed_at) AS changed_at, row_number() OVER (ORDER BY slug) AS place
    FROM group_entries WHERE kind = ${kind}::group_kind AND NOT is_withdrawn GROUP BY slug`;
}

/** Where the lists of a kind begin and when each changed last, `size` addresses in each; the first is number 1. */
export function listParts(kind: ListedKind, size: number): Promise<{ part: number; changedAt: Date }[]> {
  return db.$queryRaw`
    SELECT ((place - 1) / ${size} + 1)::int AS part, max(changed_at) AS "changedAt"
    FROM (${LISTED[kind]}) listed GROUP BY 1 ORDER BY 1`;
}

/** The addresses of one such part, oldest first, so that parts that are full stay as they are. */
export function listPart(
  kind: ListedKind,
  { part, size }: { part: number; size: number },
): Promise<Listed[]> {
  return db.$queryRaw`
    SELECT path, changed_at AS "changedAt" FROM (${LISTED[kind]}) listed
    WHERE place > ${(part - 1) * size}::bigint AND place <= ${part * size}::bigint ORDER BY place`;
}
