import { createHash } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { dayFrom, dayTo } from "#lib/db/days.ts";
import { AppError, insist } from "#lib/errors.ts";
import { importArticle } from "#lib/importing/import-article.ts";
import { withFreeSlug } from "#lib/slug.ts";
import { shownRefusal } from "./rules.ts";
import type { CreateArticleInput, EditArticleInput } from "./schema.ts";

/** Adds an article with its first text. Refuses text that is empty or too long. */
export async function createArticle({
  actor,
  text: pasted,
  ...input
}: CreateArticleInput & { actor: Actor }): Promise<{ id: string; slug: string }> {
  insist(forbidden(actor, "article.create"));
  const { text, blocks, metadata } = importArticle({ kind: "text", text: pasted });
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  const author = { createdById: actor.id };
  return withFreeSlug(input.title, (slug) =>
    db.$transaction(async (tx) => {
      const article = await tx.article.create({
        data: {
          ...input,
          slug,
          // A date stamp in front of the words was taken out of them, so it must not be lost.
          publishedOn: dayTo(input.publishedOn ?? metadata.publishedOn),
          language: metadata.language,
          direction: metadata.direction,
          ...author,
          revisions: { create: { number: 1, text, blocks, sha256, ...author } },
        },
        select: { id: true, slug: true },
      });
      await recordAudit(tx, {
        actor,
        action: "article.created",
        articleId: article.id,
        data: { title: input.title, sha256 },
      });
      return article;
    }),
  );
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
    const after = { ...input, display: input.display ?? before.display };
    insist(shownRefusal({ before, after, isPublished }, actor));
    const changes = changesBetween(before, after);
    if (Object.keys(changes).length === 0) return;

    // Of two saves of the same version, the second updates no row.
    const { count } = await tx.article.updateMany({
      where: { id: articleId, version },
      data: { ...after, publishedOn: dayTo(after.publishedOn), version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale_version");
    await recordAudit(tx, { actor, action: "article.edited", articleId, data: { changes } });
  });
}

async function requireEditable(tx: Tx, { articleId, version }: { articleId: string; version: number }) {
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
