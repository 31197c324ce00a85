import { createHash } from "node:crypto";
import type { TextWithBlocks } from "#lib/anchoring/blocks.ts";
import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { dayFrom, dayTo } from "#lib/db/days.ts";
import { AppError, insist } from "#lib/errors.ts";
import { directionOf } from "#lib/importing/language.ts";
import { orderAgain } from "#lib/queue/commands.ts";
import type { Planning } from "#lib/queue/rules.ts";
import { withFreeSlug } from "#lib/slug.ts";
import { lockArticle } from "./queries.ts";
import { dueAfter, planRefusal, shownRefusal } from "./rules.ts";
import type { ArticleDetails, EditArticleInput, WatchArticleInput } from "./schema.ts";

/** A text as a revision keeps it. */
export type ArticleText = TextWithBlocks & { language: string };

/** What else a new article comes with: what its text was read from, and how a person cut it. */
type Provenance = { originalId?: string | null; importChoices?: object };

type NewArticle = ArticleDetails & Provenance & { actor: Actor; content: ArticleText };

/** Adds an article with its first text, in a transaction of its own. */
export async function createArticle(article: NewArticle): Promise<{ id: string; slug: string }> {
  return withFreeSlug(article.title, (slug) => db.$transaction((tx) => addArticle(tx, { ...article, slug })));
}

/** Adds an article inside the caller's transaction, which gave it its slug. */
export async function addArticle(
  tx: Tx,
  {
    actor,
    content,
    slug,
    originalId = null,
    importChoices = {},
    language = content.language,
    ...details
  }: NewArticle & { slug: string },
): Promise<{ id: string; slug: string }> {
  insist(forbidden(actor, "article.create"));
  const { text, blocks } = content;
  const sha256 = hashOfText(text);
  const author = { createdById: actor.id };
  const article = await tx.article.create({
    data: {
      ...details,
      slug,
      importChoices,
      publishedOn: dayTo(details.publishedOn),
      language,
      direction: directionOf(language, text),
      ...author,
      revisions: { create: { number: 1, text, blocks, sha256, originalId, ...author } },
    },
    select: { id: true, slug: true },
  });
  await recordAudit(tx, {
    actor,
    action: "article.created",
    articleId: article.id,
    data: { title: details.title, sha256 },
  });
  return article;
}

/** SHA-256 of a revision's text in UTF-8, lower-case hex: equal texts have equal ones. */
export function hashOfText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Changes what is known of an article, never its text. Saving what stands there already does nothing. */
export async function editArticle({
  actor,
  articleId,
  version,
  ...input
}: EditArticleInput & { actor: Actor }): Promise<void> {
  insist(forbidden(actor, "article.edit"));
  await db.$transaction(async (tx) => {
    const { before, isPublished } = await requireEditable(tx, { articleId, version });
    const after = { ...before, ...given(input) };
    insist(shownRefusal({ before, after, isPublished }, actor));
    insist(planRefusal({ before, after }, actor));
    const changes = changesBetween(inHistory(before), inHistory(after));
    if (Object.keys(changes).length === 0) return;

    // Of two saves of the same version, the second updates no row.
    const { count } = await tx.article.updateMany({
      where: { id: articleId, version },
      data: {
        ...after,
        // What a language leaves open ("und") the title's first letter says.
        direction: directionOf(after.language, after.title),
        publishedOn: dayTo(after.publishedOn),
        version: { increment: 1 },
        // Nowhere left to look.
        ...(after.sourceUrl === null && { checkEveryHours: null, nextCheckAt: null }),
      },
    });
    if (count === 0) throw new AppError("stale_version");
    if (changes.language || changes.reach || changes.deadlineAt || changes.embargoUntil) {
      await orderAgain(tx, { articleId });
    }
    await recordAudit(tx, { actor, action: "article.edited", articleId, data: { changes } });
  });
}

/** An input without what a form had no field for. */
function given<Input extends object>(input: Input) {
  const there = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Field in keyof Input]: Exclude<Input[Field], undefined> };
}

/** Times as an event's changes keep them: ISO instants. */
function inHistory<Fields extends Pick<Planning, "deadlineAt" | "embargoUntil">>(fields: Fields) {
  const { deadlineAt, embargoUntil, ...rest } = fields;
  return {
    ...rest,
    deadlineAt: deadlineAt?.toISOString() ?? null,
    embargoUntil: embargoUntil?.toISOString() ?? null,
  };
}

/**
 * Sets how often an article's page is looked at for changes; null: never. Refuses with `no_address` when there is
 * nowhere to look.
 */
export async function watchArticle({
  actor,
  articleId,
  version,
  everyHours,
  now,
}: WatchArticleInput & { actor: Actor; now: Date }): Promise<void> {
  insist(forbidden(actor, "article.edit"));
  await db.$transaction(async (tx) => {
    const article = await tx.article.findUnique({
      where: { id: articleId },
      select: { sourceUrl: true, checkEveryHours: true },
    });
    if (!article) throw new AppError("not_found");
    if (everyHours !== null && article.sourceUrl === null) throw new AppError("no_address");
    const changes = changesBetween(
      { checkEveryHours: article.checkEveryHours },
      { checkEveryHours: everyHours },
    );
    if (Object.keys(changes).length === 0) return;
    const { count } = await tx.article.updateMany({
      where: { id: articleId, version },
      data: {
        checkEveryHours: everyHours,
        nextCheckAt: dueAfter(everyHours, now),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError("stale_version");
    await recordAudit(tx, { actor, action: "article.edited", articleId, data: { changes } });
  });
}

async function requireEditable(tx: Tx, { articleId, version }: { articleId: string; version: number }) {
  // Locked, so that nothing of it is published between the look and the change of its origin.
  await lockArticle(tx, articleId);
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: {
      title: true,
      byline: true,
      publisher: true,
      sourceUrl: true,
      publishedOn: true,
      origin: true,
      display: true,
      language: true,
      reach: true,
      deadlineAt: true,
      embargoUntil: true,
      version: true,
      _count: { select: { publications: { where: { isCurrent: true } } } },
    },
  });
  if (!article) throw new AppError("not_found");
  const { version: current, _count, ...fields } = article;
  if (current !== version) throw new AppError("stale_version");
  return {
    before: { ...fields, publishedOn: dayFrom(fields.publishedOn) },
    isPublished: _count.publications > 0,
  };
}
