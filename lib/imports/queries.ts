import { type Db, db as pool } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import {
  type ImportChoices,
  type ImportFailure,
  importChoices,
  importFailure,
  type ReadArticle,
  readArticle,
} from "./schema.ts";
import type { ImportKind, ImportState } from "./values.ts";

/** An import as its page shows it. */
export type ImportDetail = {
  id: string;
  kind: ImportKind;
  state: ImportState;
  /** What was asked for. */
  url: string | null;
  /** A look at its article's page for changes: it saves by itself, unless it doubts that this is still the article. */
  isCheck: boolean;
  createdAt: Date;
  /** The article it is a new text of, or became. */
  article: { id: string; title: string } | null;
  /** Number of the text its article had when it began; null for what is to become an article. */
  basedOn: number | null;
  /** The revision that came of it. */
  revisionNumber: number | null;
  /** What it was read from, as soon as that is there. */
  original: {
    url: string | null;
    fileName: string | null;
    contentType: string | null;
    size: number;
    readAt: Date;
  } | null;
  read: ReadArticle | null;
  failure: ImportFailure | null;
};

/** Null when there is none. */
export async function getImport(id: string, db: Db = pool): Promise<ImportDetail | null> {
  if (!isId(id)) return null;
  const row = await db.import.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      state: true,
      url: true,
      isCheck: true,
      basedOn: true,
      createdAt: true,
      article: { select: { id: true, title: true } },
      original: {
        select: {
          url: true,
          fileName: true,
          contentType: true,
          size: true,
          readAt: true,
          revisions: { take: 1, select: { number: true } },
        },
      },
      result: true,
      failure: true,
    },
  });
  if (!row) return null;
  const { result, failure, original, ...rest } = row;
  return {
    ...rest,
    original: original && withoutRevisions(original),
    revisionNumber: original?.revisions[0]?.number ?? null,
    read: result === null ? null : readArticle.parse(result),
    failure: failure === null ? null : importFailure.parse(failure),
  };
}

function withoutRevisions<Original extends { revisions: unknown }>({
  revisions: _,
  ...original
}: Original): Omit<Original, "revisions"> {
  return original;
}

/** How the last look at an article's page went. */
export type LatestCheck = {
  id: string;
  state: ImportState;
  createdAt: Date;
  finishedAt: Date | null;
  failure: ImportFailure | null;
};

/** The last check for changes of an article; null when its page was never looked at again. */
export async function getLatestCheck(articleId: string, db: Db = pool): Promise<LatestCheck | null> {
  if (!isId(articleId)) return null;
  const row = await db.import.findFirst({
    where: { articleId, isCheck: true },
    orderBy: { createdAt: "desc" },
    select: { id: true, state: true, createdAt: true, finishedAt: true, failure: true },
  });
  return row && { ...row, failure: row.failure === null ? null : importFailure.parse(row.failure) };
}

/** Articles at the desk with one of these addresses: a hint that something is there already, at most 3. */
export async function listSameAddress(
  urls: readonly string[],
  db: Db = pool,
): Promise<{ id: string; title: string; createdAt: Date }[]> {
  if (urls.length === 0) return [];
  return db.article.findMany({
    where: { sourceUrl: { in: [...urls] } },
    orderBy: { createdAt: "desc" },
    take: 3,
    select: { id: true, title: true, createdAt: true },
  });
}

/** The number of an article's newest text. Not found when there is no such article. */
export async function newestNumber(db: Db, articleId: string): Promise<number> {
  const newest = await db.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  if (!newest) throw new AppError("not_found");
  return newest.number;
}

/** An article's newest text, and how a person cut it; null when there is no such article. */
export async function getArticleToCheck(
  id: string,
  db: Db = pool,
): Promise<{ text: string; choices: ImportChoices } | null> {
  const article = await db.article.findUnique({
    where: { id },
    select: {
      importChoices: true,
      revisions: { orderBy: { number: "desc" }, take: 1, select: { text: true } },
    },
  });
  const text = article?.revisions[0]?.text;
  return text === undefined ? null : { text, choices: importChoices.parse(article?.importChoices) };
}

/** What was found the last time an article's page was fetched, to ask "only if it changed". */
export async function getLastFetched(
  { articleId, url }: { articleId: string; url: string },
  db: Db = pool,
): Promise<{ etag: string | null; lastModified: string | null } | null> {
  const revision = await db.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { original: { select: { url: true, etag: true, lastModified: true } } },
  });
  const original = revision?.original;
  // Of another address they would say that nothing has changed when nobody ever looked.
  return original?.url === url ? { etag: original.etag, lastModified: original.lastModified } : null;
}
