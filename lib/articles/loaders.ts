import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { lastArticleSeq } from "#lib/audit/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { ClaimCard } from "#lib/claims/claim-card.ts";
import { listArticleClaims } from "#lib/claims/queries.ts";
import type { Page } from "#lib/cursor.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { type ArticleDetail, type ArticleListItem, getArticle, listArticles } from "./queries.ts";

/** The desk's list of articles for what the address asks: `q`, `cursor`. */
export async function loadArticles(
  searchParams: SearchParams,
): Promise<Page<ArticleListItem> & { actor: Actor; search: string; isFirstPage: boolean }> {
  const actor = await requireActor();
  const params = await searchParams;
  const search = firstOf(params.q);
  const cursor = firstOf(params.cursor);
  const page = await listArticles({ search, cursor });
  return { ...page, actor, search: search ?? "", isFirstPage: cursor === undefined };
}

/** An article. Not found when there is none. */
export const loadArticle = cache(async (id: string): Promise<{ actor: Actor; article: ArticleDetail }> => {
  const actor = await requireActor();
  const article = await getArticle(id);
  return { actor, article: article ?? notFound() };
});

/** The same with its claims in reading order. `seq`: all events of the article up to this one are in them. */
export async function loadArticleWithClaims(
  id: string,
): Promise<{ actor: Actor; article: ArticleDetail; claims: ClaimCard[]; seq: number }> {
  // Before the rest: what happens while that is read is then told again, and not missed.
  const seq = await lastArticleSeq(id);
  // Asked for at once: an article that is not there has no claims.
  const [found, claims] = await Promise.all([loadArticle(id), listArticleClaims(id)]);
  return { ...found, claims, seq };
}
