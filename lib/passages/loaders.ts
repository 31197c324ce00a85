import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type ArticleDetail, getArticle } from "#lib/articles/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { Page } from "#lib/cursor.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { countRepairs, listRepairs, type RepairItem } from "./queries.ts";
import { repairRefusal } from "./rules.ts";

/** An item of the repair list with whether this member may settle it. */
export type RepairView = RepairItem & { canRepair: boolean };

/** The desk's repair list for what the address asks: `cursor`. */
export async function loadRepairs(
  searchParams: SearchParams,
): Promise<
  Page<RepairView> & { actor: Actor; counts: { all: number; published: number }; isFirstPage: boolean }
> {
  const actor = await requireActor();
  const cursor = firstOf((await searchParams).cursor);
  const [page, counts] = await Promise.all([listRepairs({ cursor }), countRepairs()]);
  return {
    ...page,
    items: page.items.map((item) => viewOf(item, actor)),
    actor,
    counts,
    isFirstPage: cursor === undefined,
  };
}

/** The repair list of one article with its newest text, to choose words in. Not found when there is no article. */
export const loadArticleRepairs = cache(
  async (articleId: string): Promise<{ actor: Actor; article: ArticleDetail; items: RepairView[] }> => {
    const actor = await requireActor();
    const article = await getArticle(articleId);
    if (!article) notFound();
    // All of them: one article is repaired in one sitting.
    const { items } = await listRepairs({ articleId, take: MOST_AT_ONCE });
    return { actor, article, items: items.map((item) => viewOf(item, actor)) };
  },
);

/** More are shown when these are settled. */
const MOST_AT_ONCE = 100;

/** How many passages wait for a person, and how many of them are of published claims. */
export const loadRepairCounts = cache(async (): Promise<{ all: number; published: number }> => {
  await requireActor();
  return countRepairs();
});

function viewOf(item: RepairItem, actor: Actor): RepairView {
  const passage = { outcome: item.outcome, repair: null, isCurrent: true };
  return { ...item, canRepair: repairRefusal(passage, item.claim, actor) === null };
}
