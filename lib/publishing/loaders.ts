import "server-only";
import { notFound, redirect } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { env } from "#lib/env.ts";
import { formatter } from "#lib/i18n/format.ts";
import { wordsFor } from "#lib/i18n/words.ts";
import { getNewsroom } from "#lib/members/queries.ts";
import { firstOf, pathPart, type SearchParams } from "#lib/search-params.ts";
import { getScaleChoices, listRatings } from "#lib/verdicts/queries.ts";
import { claimReview } from "./claim-review.ts";
import { countByTone, getPublished, getPublishedArticle, listCorrections, listPublished } from "./queries.ts";
import { TONES } from "./values.ts";

/**
 * What every public page needs: the newsroom, its words and formats. Never reads a session.
 * In an installation without a newsroom it leads to the set-up instead.
 */
export const loadSite = cache(async () => {
  await connection();
  const newsroom = await getNewsroom();
  if (!newsroom) redirect("/setup");
  return {
    newsroom,
    words: wordsFor(newsroom.locale),
    format: formatter(newsroom),
    siteUrl: env.PUBLIC_URL,
  };
});

/** The list of published claims for what the address asks: `q`, `verdict`, `cursor`. */
export async function loadPublishedList(searchParams: SearchParams) {
  const [site, params] = await Promise.all([loadSite(), searchParams]);
  const search = (firstOf(params.q) ?? "").trim().slice(0, 200);
  const verdict = firstOf(params.verdict);
  const tone = TONES.find((known) => known === verdict) ?? null;
  const cursor = firstOf(params.cursor) ?? null;
  const [list, counts, ratings] = await Promise.all([
    listPublished({ ...(search && { search }), ...(tone && { tone }), cursor }),
    countByTone(),
    listRatings(site.newsroom.scaleId),
  ]);
  const tones = TONES.flatMap((known) => {
    const label = ratings.find((rating) => rating.tone === known)?.label;
    return label && counts[known] > 0 ? [{ tone: known, label, count: counts[known] }] : [];
  });
  return { ...site, ...list, tones, search, tone, isFirstPage: cursor === null };
}

/**
 * One published claim with the markup machines read, or why it has none. Not found when it is not public. `slug` as
 * the address has it.
 */
export const loadPublished = cache(async (slug: string) => {
  const [site, record] = await Promise.all([loadSite(), getPublished(pathPart(slug))]);
  if (!record) notFound();
  return { ...site, record, review: claimReview({ record, newsroom: site.newsroom, siteUrl: site.siteUrl }) };
});

/** An article with its published claims. Not found unless it has one. `slug` as the address has it. */
export const loadPublishedArticle = cache(async (slug: string) => {
  const site = await loadSite();
  const published = await getPublishedArticle(pathPart(slug), site.format.today(new Date()));
  if (!published) notFound();
  return { ...site, published };
});

export async function loadCorrections(searchParams: SearchParams) {
  const [site, params] = await Promise.all([loadSite(), searchParams]);
  return { ...site, ...(await listCorrections({ cursor: firstOf(params.cursor) ?? null })) };
}

/** The newsroom's ratings and kinds of problem with their definitions, for the page that explains them. */
export async function loadMethodology() {
  const site = await loadSite();
  return { ...site, ...(await getScaleChoices(site.newsroom.scaleId)) };
}
