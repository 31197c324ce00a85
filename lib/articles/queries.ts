import type { Block } from "#lib/anchoring/blocks.ts";
import { decodeCursor, instantAndId, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db as pool, type Tx } from "#lib/db/client.ts";
import { dayFrom } from "#lib/db/days.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { escapeLike, searchWords } from "#lib/db/search.ts";
import type { Direction } from "#lib/importing/language.ts";
import { isId } from "#lib/input.ts";
import { storedBlocks, storedDirection } from "./schema.ts";
import type { ArticleDisplay, ArticleOrigin, ArticleReach } from "./values.ts";

/** `publishedOn` is a calendar day, `YYYY-MM-DD`. Open claims are neither published, withdrawn nor dismissed. */
export type ArticleListItem = {
  id: string;
  slug: string;
  title: string;
  origin: ArticleOrigin;
  publisher: string | null;
  publishedOn: string | null;
  language: string;
  direction: Direction;
  createdAt: Date;
  createdByName: string;
  claimCount: number;
  publishedCount: number;
  openCount: number;
};

/** An article with its newest text. */
export type ArticleDetail = {
  id: string;
  slug: string;
  title: string;
  byline: string | null;
  publisher: string | null;
  sourceUrl: string | null;
  origin: ArticleOrigin;
  publishedOn: string | null;
  language: string;
  direction: Direction;
  display: ArticleDisplay;
  reach: ArticleReach;
  deadlineAt: Date | null;
  embargoUntil: Date | null;
  /** How often its page is looked at for changes by itself; null: never. */
  checkEveryHours: number | null;
  nextCheckAt: Date | null;
  version: number;
  createdAt: Date;
  createdByName: string;
  revision: { id: string; number: number; text: string; blocks: Block[]; createdAt: Date };
};

/** What everybody who names an article needs of it. A publication copies these and no others. */
export const articleFields = {
  id: true,
  slug: true,
  title: true,
  origin: true,
  publisher: true,
  sourceUrl: true,
  publishedOn: true,
  language: true,
  direction: true,
} satisfies Prisma.ArticleSelect;

const PAGE = { usual: 25, most: 100 } as const;

/** Newest first. A cursor that is none begins at the beginning. */
export async function listArticles({
  cursor,
  search,
  take = PAGE.usual,
  db = pool,
}: {
  cursor?: string | undefined;
  search?: string | undefined;
  take?: number;
  db?: Db;
}): Promise<Page<ArticleListItem>> {
  const limit = Math.min(take, PAGE.most);
  const after = decodeCursor(cursor, instantAndId);
  const words = searchWords(search);
  const rows = await db.$queryRaw<ArticleListItem[]>`
    SELECT a.id, a.slug, a.title, a.origin, a.publisher, a.published_on::text AS "publishedOn",
      a.language, a.direction, a.created_at AS "createdAt", m.name AS "createdByName", n.*
    FROM articles a
    JOIN members m ON m.id = a.created_by_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "claimCount",
        (count(*) FILTER (WHERE c.state = 'published'))::int AS "publishedCount",
        (count(*) FILTER (WHERE c.state NOT IN ('published', 'withdrawn', 'dismissed')))::int AS "openCount"
      FROM claims c WHERE c.article_id = a.id
    ) n
    WHERE ${after ? Prisma.sql`(a.created_at, a.id) < (${after[0]}, ${after[1]}::uuid)` : Prisma.sql`true`}
      AND ${words ? Prisma.sql`a.title ILIKE ${`%${escapeLike(words)}%`}` : Prisma.sql`true`}
    ORDER BY a.created_at DESC, a.id DESC
    LIMIT ${limit + 1}`;
  return pageOf(rows, limit, ({ createdAt, id }) => [createdAt, id]);
}

/** Null when there is none. */
export async function getArticle(id: string, db: Db = pool): Promise<ArticleDetail | null> {
  if (!isId(id)) return null;
  const row = await db.article.findUnique({
    where: { id },
    select: {
      ...articleFields,
      byline: true,
      display: true,
      reach: true,
      deadlineAt: true,
      embargoUntil: true,
      checkEveryHours: true,
      nextCheckAt: true,
      version: true,
      createdAt: true,
      createdBy: { select: { name: true } },
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, number: true, text: true, blocks: true, createdAt: true },
      },
    },
  });
  if (!row) return null;
  const { createdBy, revisions, ...article } = row;
  const [revision] = revisions;
  if (!revision) throw new Error(`Article ${id} has no text`);
  return {
    ...article,
    publishedOn: dayFrom(row.publishedOn),
    direction: storedDirection(row.direction),
    createdByName: createdBy.name,
    revision: { ...revision, blocks: storedBlocks.parse(revision.blocks) },
  };
}

/**
 * Holds an article until the transaction ends: its text, the places of claims in it and what readers see of them
 * change one at a time. Take it before any of its claims, or two commands may wait for each other for ever.
 */
export async function lockArticle(tx: Tx, articleId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM articles WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`;
}

/** The same for the article of a claim. */
export async function lockArticleOfClaim(tx: Tx, claimId: string): Promise<void> {
  if (!isId(claimId)) return;
  await tx.$queryRaw`
    SELECT FROM articles WHERE id = (SELECT article_id FROM claims WHERE id = ${claimId}::uuid)
    FOR NO KEY UPDATE`;
}
