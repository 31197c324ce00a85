import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { type ArticleText, addArticle } from "#lib/articles/commands.ts";
import { lockArticle } from "#lib/articles/queries.ts";
import { dueAfter } from "#lib/articles/rules.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { type Db, db, type Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import { MAX_ARTICLE_LENGTH } from "#lib/importing/limits.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { type AddedRevision, addRevision } from "#lib/revisions/commands.ts";
import { withFreeSlug } from "#lib/slug.ts";
import { newestNumber } from "./queries.ts";
import { choicesMade, isOutdated, isStalled, PATIENCE } from "./rules.ts";
import {
  type ImportChoices,
  importChoices,
  type ReadArticle,
  type ReadPart,
  readArticle,
  type SaveAsArticleInput,
  type SaveAsRevisionInput,
} from "./schema.ts";
import { BEGUN, type ImportKind, MAX_IMPORT_BYTES, UNDER_WAY } from "./values.ts";

type By = { actor: Actor; now: Date };

const compress = promisify(gzip);

/** What a text is read from. `url`: where it was fetched; null when it was pasted or uploaded. */
export type OriginalInput = {
  bytes: Uint8Array;
  contentType: string | null;
  url: string | null;
  fileName?: string | null;
  etag?: string | null;
  lastModified?: string | null;
};

/** `url`: the address to fetch or, of what was pasted or uploaded, the one it is said to be from. */
export type NewImport = By & {
  kind: ImportKind;
  url: string | null;
  /** Of the article it is a new text of; null for a new one. */
  articleId: string | null;
  /** Null when it is to be fetched. */
  original: OriginalInput | null;
};

/** Asks the worker to read something. Refuses with `import_too_large` before keeping it. */
export async function startImport({
  actor,
  original,
  articleId,
  now,
  ...rest
}: NewImport): Promise<{ id: string }> {
  insist(forbidden(actor, articleId === null ? "article.create" : "article.edit"));
  const packed = original && (await pack(original));
  return db.$transaction(async (tx) => {
    if (articleId !== null) await insistOnArticle(tx, articleId);
    const originalId = packed ? await keepOriginal(tx, packed, now) : null;
    const data = { ...rest, articleId, originalId, memberId: actor.id, createdAt: now };
    return queueImport(tx, data);
  });
}

async function insistOnArticle(tx: Tx, id: string): Promise<void> {
  if ((await tx.article.count({ where: { id } })) === 0) throw new AppError("not_found");
}

/**
 * Reads once more what an import was given that failed, never ended, or was compared with a text that is not the
 * article's newest any more. Of a check for changes, and of an address whose article has changed since, the page is
 * looked at anew: what was found then may be older than the article's text by now. Refuses others with `import_gone`.
 */
export async function retryImport({
  actor,
  importId,
  now,
}: By & { importId: string }): Promise<{ id: string }> {
  const failed = await db.import.findUnique({
    where: { id: importId },
    select: {
      kind: true,
      url: true,
      state: true,
      isCheck: true,
      articleId: true,
      originalId: true,
      basedOn: true,
      createdAt: true,
    },
  });
  if (!failed) throw new AppError("not_found");
  const { state, isCheck, createdAt, basedOn, ...again } = failed;
  const { articleId } = again;
  insist(forbidden(actor, articleId === null ? "article.create" : "article.edit"));
  const isOld = articleId !== null && isOutdated({ state, basedOn }, await newestNumber(db, articleId));
  if (state !== "failed" && !isOld && !isStalled({ state, createdAt }, now))
    throw new AppError("import_gone");
  if (isCheck && articleId !== null) return checkForChanges({ actor, articleId, now });
  const originalId = isOld && again.kind === "url" ? null : again.originalId;
  return db.$transaction((tx) =>
    queueImport(tx, { ...again, originalId, memberId: actor.id, createdAt: now }),
  );
}

type ImportRow = {
  /** What it was new in, and is called there. */
  feedId?: string;
  title?: string | null;
  kind: ImportKind;
  url: string | null;
  isCheck?: boolean;
  articleId: string | null;
  originalId: string | null;
  memberId: string | null;
  createdAt: Date;
};

/** Has something read, in the transaction of whoever asks for it. */
export async function queueImport(tx: Tx, row: ImportRow): Promise<{ id: string }> {
  const basedOn = row.articleId === null ? null : await newestNumber(tx, row.articleId);
  const made = await tx.import.create({ data: { ...row, basedOn }, select: { id: true } });
  await enqueue(tx, "imports.run", { importId: made.id });
  return made;
}

/**
 * Looks at an article's page for changes; what is found is saved by itself. While a look is under way, this is that
 * one. `actor` null: it was due. Refuses with `no_address`.
 */
export async function checkForChanges({
  actor,
  articleId,
  now,
}: {
  actor: Actor | null;
  articleId: string;
  now: Date;
}): Promise<{ id: string }> {
  if (actor) insist(forbidden(actor, "article.edit"));
  try {
    return await db.$transaction(async (tx) => {
      const article = await tx.article.findUnique({ where: { id: articleId }, select: { sourceUrl: true } });
      if (!article) throw new AppError("not_found");
      const url = article.sourceUrl;
      if (url === null) throw new AppError("no_address");
      await giveUpStalled(tx, articleId, now);
      const memberId = actor?.id ?? null;
      const check = { kind: "url", isCheck: true } as const;
      return queueImport(tx, { ...check, url, articleId, originalId: null, memberId, createdAt: now });
    });
  } catch (error) {
    if (violatedIndex(error) !== "imports_one_check") throw error;
    return db.import.findFirstOrThrow({
      where: { articleId, isCheck: true },
      orderBy: { createdAt: "desc" },
      select: { id: true },
    });
  }
}

/** A check whose worker was stopped for good must not stand in the way of the next. */
async function giveUpStalled(tx: Tx, articleId: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - PATIENCE);
  await tx.import.updateMany({
    where: { articleId, isCheck: true, state: { in: [...UNDER_WAY] }, createdAt: { lt: before } },
    data: { state: "failed", failure: { reason: "import_failed", values: {} }, finishedAt: now },
  });
}

/** Of one run; what is left over is due in the next. */
const MOST_DUE = 50;

/** Looks at every article whose page is due, and says when it is due next. Answers how many. */
export async function checkDueArticles({ now }: { now: Date }): Promise<number> {
  const due = await db.article.findMany({
    where: { nextCheckAt: { lte: now }, sourceUrl: { not: null } },
    orderBy: { nextCheckAt: "asc" },
    take: MOST_DUE,
    select: { id: true, checkEveryHours: true, nextCheckAt: true },
  });
  let begun = 0;
  for (const { id, checkEveryHours, nextCheckAt } of due) {
    // Of two workers, the second finds another time here and leaves it.
    const { count } = await db.article.updateMany({
      where: { id, nextCheckAt },
      data: { nextCheckAt: dueAfter(checkEveryHours, now) },
    });
    if (count === 0) continue;
    await checkForChanges({ actor: null, articleId: id, now });
    begun += 1;
  }
  return begun;
}

/** What the worker needs to go on with an import. */
export type ImportTask = {
  id: string;
  kind: ImportKind;
  url: string | null;
  isCheck: boolean;
  articleId: string | null;
  original: { content: Uint8Array; contentType: string | null; url: string | null } | null;
};

/** Takes up an import, also one whose worker died over it. Null when it has come to an end already. */
export async function beginImport({
  importId,
  now,
}: {
  importId: string;
  now: Date;
}): Promise<ImportTask | null> {
  const where = { id: importId, state: { in: [...UNDER_WAY] } };
  const found = await db.import.findFirst({ where, select: taskSelect });
  if (!found) return null;
  await db.import.updateMany({
    where,
    data: { state: found.original ? "reading" : "fetching", startedAt: now },
  });
  return found;
}

const taskSelect = {
  id: true,
  kind: true,
  url: true,
  isCheck: true,
  articleId: true,
  original: { select: { content: true, contentType: true, url: true } },
} as const;

/** Keeps what was fetched, and says that it is being read now. */
export async function recordFetched({
  importId,
  original,
  now,
}: {
  importId: string;
  original: OriginalInput;
  now: Date;
}): Promise<void> {
  const packed = await pack(original);
  await db.$transaction(async (tx) => {
    const originalId = await keepOriginal(tx, packed, now);
    await tx.import.updateMany({
      where: { id: importId, state: "fetching" },
      data: { state: "reading", originalId },
    });
  });
}

type Packed = Omit<OriginalInput, "bytes"> & {
  content: Uint8Array<ArrayBuffer>;
  size: number;
  sha256: string;
};

async function pack({ bytes, ...rest }: OriginalInput): Promise<Packed> {
  if (bytes.byteLength > MAX_IMPORT_BYTES) {
    throw new AppError("import_too_large", { values: { limit: MAX_IMPORT_BYTES / 1_000_000 } });
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ...rest, sha256, size: bytes.byteLength, content: Uint8Array.from(await compress(bytes)) };
}

async function keepOriginal(tx: Tx, packed: Packed, now: Date): Promise<string> {
  return (await tx.original.create({ data: { ...packed, readAt: now }, select: { id: true } })).id;
}

/** An import on its way to its end. */
type Ending = { importId: string; now: Date };

/** Ends an import that has begun. False when it has come to an end already: another run of its job was faster. */
async function end(
  { importId, now }: Ending,
  data: Prisma.ImportUpdateManyMutationInput,
  tx: Db = db,
): Promise<boolean> {
  const { count } = await tx.import.updateMany({
    where: { id: importId, state: { in: [...BEGUN] } },
    data: { ...data, finishedAt: now },
  });
  return count > 0;
}

/** Leaves what was read for a person to look at. */
export async function finishImport({ read, ...ending }: Ending & { read: ReadArticle }): Promise<void> {
  await end(ending, { state: "ready", result: read });
}

/** The page says what it said before. */
export async function finishUnchanged(ending: Ending): Promise<void> {
  await end(ending, { state: "unchanged" });
}

/** Says why nothing came of an import. `error` other than an AppError is a fault of ours. */
export async function failImport({ error, ...ending }: Ending & { error: unknown }): Promise<void> {
  const { reason, values } = error instanceof AppError ? error : new AppError("import_failed");
  await end(ending, { state: "failed", failure: { reason, values } });
}

/** Milliseconds: 5,000 passages take two seconds to carry over, on a busy machine more than Prisma's usual five. */
const CARRYING_OVER = { timeout: 60_000 };

/**
 * Saves what a check for changes found as the article's next revision, all of it in one transaction. Null when the
 * text is the same.
 */
export async function saveChecked({
  importId,
  read,
  now,
}: Ending & { read: ReadArticle }): Promise<AddedRevision | null> {
  return db.$transaction(async (tx) => {
    const { url, articleId, basedOn, originalId, member } = await tx.import.findUniqueOrThrow({
      where: { id: importId },
      select: {
        url: true,
        articleId: true,
        basedOn: true,
        originalId: true,
        member: { select: { id: true, name: true, role: true } },
      },
    });
    if (articleId === null) throw new Error(`Import ${importId} checks no article`);
    await lockArticle(tx, articleId);
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { sourceUrl: true } });
    // Somebody corrected the address since: what stands at the old one is another article.
    if (article?.sourceUrl !== url) throw new AppError("import_gone");
    const content = contentOf(read, ({ isKept }) => isKept);
    const added = await addRevision(tx, { actor: member, articleId, content, originalId, basedOn, now });
    const isFirst = await end(
      { importId, now },
      added ? { state: "saved", result: read } : { state: "unchanged" },
      tx,
    );
    if (!isFirst) throw new AppError("import_gone");
    return added;
  }, CARRYING_OVER);
}

/** Makes an article of what was read, with the blocks a person left in. */
export async function saveAsArticle({
  actor,
  importId,
  kept,
  now,
  ...details
}: SaveAsArticleInput & By): Promise<{ id: string; slug: string }> {
  insist(forbidden(actor, "article.create"));
  return withFreeSlug(details.title, (slug) =>
    db.$transaction(async (tx) => {
      const { read, originalId, articleId } = await takeReady(tx, importId, now);
      if (articleId !== null) throw new AppError("import_gone");
      const chosen = new Set(kept);
      const article = await addArticle(tx, {
        actor,
        ...details,
        slug,
        content: contentOf(read, (_, index) => chosen.has(index)),
        originalId,
        importChoices: choicesMade(read.parts, chosen, { leftOut: [], broughtBack: [] }),
      });
      await tx.import.update({
        where: { id: importId },
        data: { articleId: article.id },
        select: { id: true },
      });
      return article;
    }),
  );
}

/**
 * Makes the article's next revision of what was read, with the blocks a person left in. Null when the text is the
 * same. Refuses with `newer_text` when it was compared with another text than the newest.
 */
export async function saveAsRevision({
  actor,
  importId,
  kept,
  now,
}: SaveAsRevisionInput & By): Promise<{ articleId: string; added: AddedRevision | null }> {
  insist(forbidden(actor, "article.edit"));
  return db.$transaction(async (tx) => {
    const { read, originalId, articleId, basedOn } = await takeReady(tx, importId, now);
    if (articleId === null) throw new AppError("import_gone");
    await insistOnReaders(tx, { actor, articleId });
    const chosen = new Set(kept);
    const content = contentOf(read, (_, index) => chosen.has(index));
    const added = await addRevision(tx, { actor, articleId, content, originalId, basedOn, now });
    const choices = choicesMade(read.parts, chosen, await choicesOf(tx, articleId));
    await tx.article.update({
      where: { id: articleId },
      data: { importChoices: choices },
      select: { id: true },
    });
    return { articleId, added };
  }, CARRYING_OVER);
}

/** A text readers get at once is an editor's to change: as much of an article as they are shown is. */
async function insistOnReaders(
  tx: Tx,
  { actor, articleId }: { actor: Actor; articleId: string },
): Promise<void> {
  const shown = await tx.article.count({
    where: {
      id: articleId,
      OR: [{ origin: "own" }, { display: "full" }],
      publications: { some: { isCurrent: true, withdrawnAt: null } },
    },
  });
  if (shown > 0) insist(forbidden(actor, "article.display"));
}

async function choicesOf(tx: Tx, id: string): Promise<ImportChoices> {
  const article = await tx.article.findUniqueOrThrow({ where: { id }, select: { importChoices: true } });
  return importChoices.parse(article.importChoices);
}

type Taken = {
  read: ReadArticle;
  originalId: string | null;
  articleId: string | null;
  basedOn: number | null;
};

/** Of two people saving the same import, the second finds it gone. */
async function takeReady(tx: Tx, importId: string, now: Date): Promise<Taken> {
  const [taken] = await tx.import.updateManyAndReturn({
    where: { id: importId, state: "ready" },
    data: { state: "saved", finishedAt: now },
    select: { result: true, originalId: true, articleId: true, basedOn: true },
  });
  if (!taken) throw new AppError("import_gone");
  return { ...taken, read: readArticle.parse(taken.result) };
}

/** The text of the parts that belong to it. Refuses with `nothing_kept` and `text_too_long`. */
function contentOf(
  { parts, metadata }: ReadArticle,
  belongs: (part: ReadPart, index: number) => boolean,
): ArticleText {
  const { text, blocks } = assembleBlocks(parts.filter(belongs));
  if (text === "") throw new AppError("nothing_kept");
  if (text.length > MAX_ARTICLE_LENGTH) {
    throw new AppError("text_too_long", { values: { limit: MAX_ARTICLE_LENGTH } });
  }
  return { text, blocks, language: metadata.language };
}

/** Milliseconds: a week, long enough to come back to a preview after the weekend. */
const KEPT = 7 * 24 * 3_600_000;

/** Removes imports older than a week, and what was read for them unless an article came of it. Answers how many. */
export async function purgeImports({ now }: { now: Date }): Promise<number> {
  const before = new Date(now.getTime() - KEPT);
  // An article's last check stays, so that one can see how it went.
  const count = await db.$executeRaw`
    DELETE FROM imports i WHERE i.created_at < ${before} AND NOT (i.is_check AND NOT EXISTS (
      SELECT FROM imports later
      WHERE later.article_id = i.article_id AND later.is_check AND later.created_at > i.created_at
    ))`;
  await db.original.deleteMany({
    where: { readAt: { lt: before }, imports: { none: {} }, revisions: { none: {} } },
  });
  return count;
}
