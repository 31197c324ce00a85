import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type ArticleDetail, getArticle } from "#lib/articles/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { getLatestCheck, type LatestCheck } from "#lib/imports/queries.ts";
import { countRepairs } from "#lib/passages/queries.ts";
import { getRevision, listRevisions, type RevisionListItem, type RevisionText } from "./queries.ts";

/** An article's texts, newest first, and how the last look at its page went. Not found when there is no article. */
export const loadRevisions = cache(
  async (
    articleId: string,
  ): Promise<{
    actor: Actor;
    article: ArticleDetail;
    revisions: RevisionListItem[];
    latestCheck: LatestCheck | null;
    repairCount: number;
  }> => {
    const actor = await requireActor();
    const article = await getArticle(articleId);
    if (!article) notFound();
    const [revisions, latestCheck, repairs] = await Promise.all([
      listRevisions(articleId),
      getLatestCheck(articleId),
      countRepairs({ articleId }),
    ]);
    return { actor, article, revisions, latestCheck, repairCount: repairs.all };
  },
);

/**
 * Two texts of an article to be compared: the one named in the address and the one before it, or the one `against`
 * names. Not found when either is missing.
 */
export const loadComparison = cache(
  async (
    articleId: string,
    number: string,
    against: string | undefined,
  ): Promise<{ actor: Actor; article: ArticleDetail; before: RevisionText; after: RevisionText }> => {
    const actor = await requireActor();
    const later = Number(number);
    const earlier = against === undefined ? later - 1 : Number(against);
    const [article, before, after] = await Promise.all([
      getArticle(articleId),
      getRevision({ articleId, number: earlier }),
      getRevision({ articleId, number: later }),
    ]);
    if (!article || !before || !after || earlier >= later) notFound();
    return { actor, article, before, after };
  },
);
