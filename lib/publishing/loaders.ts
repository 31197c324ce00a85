import "server-only";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { listIntroduced } from "#lib/account/queries.ts";
import { askedPage } from "#lib/asked-page.ts";
import { env } from "#lib/env.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { type Conventions, formatter } from "#lib/i18n/format.ts";
import { LANGUAGES, type Language, languageOf } from "#lib/i18n/languages.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { getNewsroom, type Newsroom } from "#lib/members/queries.ts";
import { drawClaim } from "#lib/picturing/claim-picture.ts";
import { TooBusy } from "#lib/picturing/turns.ts";
import { listPoliciesIn } from "#lib/policies/queries.ts";
import { firstOf, pathPart, type SearchParams } from "#lib/search-params.ts";
import { listPublicTranslations, type TranslatedWords } from "#lib/translations/queries.ts";
import { getScaleChoices, listEarlierRatings, listRatings } from "#lib/verdicts/queries.ts";
import { annotationCollection, annotationDocument } from "./annotations.ts";
import { type Change, LISTED_KINDS, listChanges, listPart, listParts, listStanding } from "./changes.ts";
import { claimReview, dataFeed, shortcomings } from "./claim-review.ts";
import { claimAt, embedCode, oEmbed, oEmbedXml } from "./embedding.ts";
import { type FeedEntry, type FeedFormat, lastChange, type WrittenFile, writeFeed } from "./feeds.ts";
import { getFormerVerdict } from "./former-verdict.ts";
import { countRatings, getGroup, listGroup, listTopics } from "./groups.ts";
import { linesIn, type Reading, type TermIn, termsIn } from "./in-language.ts";
import { type ListFormat, listFile, MOST_IN_FILE } from "./list-files.ts";
import { isNarrowed, type ListFilter, listAddress, listFilter } from "./list-filter.ts";
import { type Asked, askedBy, EVERYTHING, listClaims, listNarrowable } from "./listing.ts";
import { getMarkedClaim, listMarkedClaims, type MarkedClaim } from "./marked-claims.ts";
import { pictureLink, pictureOf } from "./picture.ts";
import {
  type CorrectionListItem,
  findAnnotatedArticle,
  getPublished,
  getPublishedArticle,
  listCorrections,
  type StandingRecord,
} from "./queries.ts";
import { MOST_IN_PART, partOf, partPath, sitemap, sitemapIndex } from "./sitemap.ts";
import { putRight } from "./suggested-search.ts";
import { ANNOTATION_TYPE, type Group, groupPath, TONES } from "./values.ts";

/** The newsroom, once for the frame of a page and the page in it. Null before it is set up. */
const loadNewsroom = cache(() => getNewsroom());

/**
 * What every public page needs: the newsroom, its words and formats. Never reads a session.
 * In an installation without a newsroom it leads to the set-up instead.
 */
export const loadSite = cache(async () => {
  await connection();
  const newsroom = await loadNewsroom();
  if (!newsroom) redirect("/setup");
  const { language } = await askedPage();
  const locale = readersLocale(newsroom, language);
  const own = { ...newsroom, locale };
  return {
    newsroom: own,
    reading: { asked: language, own: languageOf(newsroom.locale) } satisfies Reading,
    /** The language of what the desk wrote, where it is not the page's. */
    deskLang: language === null ? undefined : languageOf(newsroom.locale),
    words: wordsFor(locale),
    format: formatter(own),
    siteUrl: env.PUBLIC_URL,
  };
});

/** The BCP 47 tag for the language readers ask for; null asks for the newsroom's. Not found when it is not offered. */
function readersLocale(newsroom: Newsroom, asked: Language | null): string {
  if (!isOffered(newsroom, asked)) notFound();
  return asked ?? newsroom.locale;
}

/** Whether an address may name this language; null names none. */
function isOffered({ locale, readerLanguages }: Newsroom, asked: Language | null): boolean {
  return asked === null || (asked !== languageOf(locale) && readerLanguages.includes(asked));
}

/** What the first page shows: the newest checks and corrections, and the topics with most checks. */
export async function loadHome() {
  const site = await loadSite();
  const [list, topics, corrections] = await Promise.all([
    listClaims(EVERYTHING, { take: 10 }),
    listTopics(16),
    listCorrections({ take: 3 }),
  ]);
  const [items, inBrief] = await Promise.all([
    linesIn(list.items, site.reading),
    linesIn(corrections.items, site.reading),
  ]);
  return { ...site, list: { ...list, items }, topics, corrections: inBrief };
}

/**
 * How a page outside the desk writes, whatever it is about: as readers ask for it, else as the newsroom does. In English
 * when nobody can tell, since a page that says what is wrong must be drawn too.
 */
export async function loadReaderConventions(): Promise<Conventions> {
  try {
    const { language } = await askedPage();
    const newsroom = await loadNewsroom();
    return { locale: language ?? newsroom?.locale ?? "en", timeZone: newsroom?.timeZone ?? "UTC" };
  } catch (error) {
    unstable_rethrow(error);
    return { locale: "en", timeZone: "UTC" };
  }
}

/** The language of a reader's page, and where it stands in each of those they may choose. */
export async function loadReaderLanguages(): Promise<{
  here: Language;
  choices: { language: Language; href: string }[];
}> {
  const { path, language: asked } = await askedPage();
  const newsroom = await loadNewsroom();
  if (!newsroom) return { here: "en", choices: [] };
  const own = languageOf(newsroom.locale);
  // A card has no more than the way to its check: its language was chosen by who put it into their page.
  if (path.startsWith("/embed/")) return { here: asked ?? own, choices: [] };
  const choices = languagesOf(newsroom).map((language) => ({ language, href: pathIn(language, path, own) }));
  return { here: asked ?? own, choices };
}

/** The languages readers may choose, the newsroom's own among them. */
function languagesOf({ locale, readerLanguages }: Newsroom): Language[] {
  return LANGUAGES.filter(
    (language) => language === languageOf(locale) || readerLanguages.includes(language),
  );
}

const pathIn = (language: Language, path: string, own: Language) =>
  language === own ? path : `/${language}${path === "/" ? "" : path}`;

/** Where a page that is in every language stands, for search engines: this one, and the same in the others. */
export async function loadAddresses(
  path: string,
): Promise<{ canonical: string; languages?: Record<string, string> }> {
  const [{ reading, siteUrl }, newsroom] = await Promise.all([loadSite(), loadNewsroom()]);
  const address = (language: Language) => new URL(pathIn(language, path, reading.own), siteUrl).href;
  const all = newsroom ? languagesOf(newsroom) : [];
  return {
    canonical: address(reading.asked ?? reading.own),
    ...(all.length > 1 && {
      languages: Object.fromEntries(all.map((language) => [language, address(language)])),
    }),
  };
}

/** What an address of the list is called, and whether it is one for search engines: only the beginning of the whole is. */
export async function loadListTitle(searchParams: SearchParams) {
  const [site, params] = await Promise.all([loadSite(), searchParams]);
  const filter = listFilter(params);
  return { ...site, search: filter.search, isWhole: !isNarrowed(filter) && !params.cursor };
}

/** The list of published claims for what the address asks, with what it could be narrowed down to. */
export async function loadPublishedList(searchParams: SearchParams) {
  const [site, params] = await Promise.all([loadSite(), searchParams]);
  const filter = listFilter(params);
  const cursor = firstOf(params.cursor) ?? null;
  const asked = await askedBy(filter, site.format.instant);
  const [[page, choices], ratings, term] = await Promise.all([
    listNarrowable(asked, cursor),
    listRatings(site.newsroom.scaleId),
    termsIn(site.reading),
  ]);
  const items = await linesIn(page.items, site.reading, { keepsWords: asked.search !== null });
  const languages = new Intl.DisplayNames(site.newsroom.locale, { type: "language", fallback: "code" });
  const named = {
    ...choices,
    verdict: TONES.flatMap((tone) => {
      const choice = choices.verdict.find(({ value }) => value === tone);
      const rating = ratings.find((known) => known.tone === tone);
      if (!choice || !rating) return [];
      const { label: name, lang } = term(rating);
      return [{ ...choice, name, lang }];
    }),
    topic: choices.topic.map((choice) => ({ ...choice, lang: site.deskLang })),
    language: choices.language.map((choice) => ({
      ...choice,
      name: languages.of(choice.value) ?? choice.value,
    })),
  };
  const suggestion = page.total === 0 ? await suggest(filter, asked, site.format.instant) : null;
  return { ...site, ...page, items, filter, isNarrowed: isNarrowed(filter), choices: named, suggestion };
}

/** A part of the list that an address asks for as a file, newest first; `nextUrl` is where the next one is. */
export async function loadListFile(
  searchParams: SearchParams,
  format: ListFormat,
): Promise<Omit<WrittenFile, "changedAt"> & { changedAt: null; nextUrl: string | null }> {
  const [
    {
      newsroom,
      words,
      siteUrl,
      format: { instant },
    },
    params,
  ] = await Promise.all([loadSite(), searchParams]);
  const filter: ListFilter = { ...listFilter(params), order: "date" };
  const asked = await askedBy(filter, instant);
  // Nothing is marked in a file.
  const search = asked.search && { ...asked.search, any: "" };
  const page = await listClaims(
    { ...asked, search },
    { cursor: firstOf(params.cursor) ?? null, take: MOST_IN_FILE },
  );
  const url = (path: string) => new URL(path, siteUrl).href;
  const nextUrl =
    page.next === null
      ? null
      : url(listAddress({ ...filter, order: "relevance" }, page.next, `/claims.${format}`));
  const listUrl = url(listAddress(filter));
  return {
    ...listFile({ page, newsroomName: newsroom.name, siteUrl, listUrl, nextUrl, words }, format),
    // Where a claim was withdrawn, what is left is older than what was sent before.
    changedAt: null,
    nextUrl,
  };
}

/** The filter with its words put right, if that finds anything. */
async function suggest(
  filter: ListFilter,
  asked: Asked,
  instant: (local: string) => Date,
): Promise<ListFilter | null> {
  const search = asked.search && (await putRight(filter.search));
  if (search === null) return null;
  const better = { ...filter, search };
  const { items } = await listClaims(await askedBy(better, instant), { take: 1 });
  return items.length > 0 ? better : null;
}

/**
 * One published claim with the markup machines read, or why it has none. Not found when it is not public. `slug` as
 * the address has it.
 */
export const loadPublished = cache(async (slug: string) => {
  return (await findPublished(slug)) ?? notFound();
});

/** As `loadPublished`, but null when there is none. */
const findPublished = cache(async (slug: string) => {
  const [site, record] = await Promise.all([loadSite(), getPublished(pathPart(slug))]);
  if (!record) return null;
  const { newsroom, siteUrl, reading } = site;
  const review = claimReview({ record, newsroom, siteUrl });
  const [translations, term] = await Promise.all([
    record.claim ? listPublicTranslations(record.slug) : [],
    termsIn(reading),
  ]);
  const translated = translations.find(({ language }) => language === reading.asked);
  const shown = record.claim ? inWords(record, { words: translated?.words, term }) : record;
  /** BCP 47, of the statement. */
  const statedIn = translated?.language ?? record.claim?.article.language ?? reading.own;
  return {
    ...site,
    record: shown,
    picture:
      shown.claim && pictureLink({ ...site, record: shown, statedIn }, { siteUrl, language: reading.asked }),
    statedIn,
    review,
    code:
      shown.claim &&
      embedCode({ slug: record.slug, title: shown.claim.statement, siteUrl, language: reading.asked }),
    language: reading.asked,
    /** What languages its words are in: the page's own, the newsroom's, and all it can be read in. */
    isTranslated: translated !== undefined,
    writtenIn: translated?.language ?? reading.own,
    languages: [reading.own, ...translations.map((translation) => translation.language)],
  };
});

/** The record with the claim's words in another language, where there are any, and its ratings as the page says them. */
function inWords(
  record: StandingRecord,
  { words, term }: { words: TranslatedWords | undefined; term: TermIn },
): StandingRecord {
  const { claim, corrections } = record;
  const { rating, problem } = claim;
  return {
    ...record,
    claim: { ...claim, ...words, rating: term(rating), problem: problem && term(problem) },
    corrections: corrections.map(({ before, ...correction }) => ({
      ...correction,
      before: before && { ...before, rating: term(before.rating) },
    })),
  };
}

/** An earlier verdict of a published claim. Not found when there is none of this number, or the check was withdrawn. */
export const loadFormerVerdict = cache(async (slug: string, number: number) => {
  const [site, former] = await Promise.all([loadSite(), getFormerVerdict(pathPart(slug), number)]);
  if (!former) notFound();
  const term = await termsIn(site.reading);
  const { rating, problem } = former;
  return { ...site, former: { ...former, rating: term(rating), problem: problem && term(problem) } };
});

/** An article with its published claims. Not found unless it has one. `slug` as the address has it. */
export const loadPublishedArticle = cache(async (slug: string) => {
  const site = await loadSite();
  const published = await getPublishedArticle(pathPart(slug), site.format.today(new Date()));
  if (!published) notFound();
  return { ...site, published: { ...published, claims: await linesIn(published.claims, site.reading) } };
});

const requireGroup = cache(async (kind: Group["kind"], slug: string) => {
  const group = await getGroup({ kind, slug: pathPart(slug) });
  return group ?? notFound();
});

/** What is known of a topic or claimant, for the page's title. Not found without a published claim. */
export async function loadGroup({ kind, slug }: Group) {
  const [site, group] = await Promise.all([loadSite(), requireGroup(kind, slug)]);
  return { ...site, group };
}

/** A topic or claimant with its published claims. Not found unless it has one. `slug` as the address has it. */
export async function loadGroupPage(asked: Group, searchParams: SearchParams) {
  const [{ group, ...site }, params] = await Promise.all([loadGroup(asked), searchParams]);
  const cursor = firstOf(params.cursor) ?? null;
  const [list, counts, term] = await Promise.all([
    listGroup(group, { cursor }),
    countRatings(group),
    termsIn(site.reading),
  ]);
  const items = await linesIn(list.items, site.reading);
  return { ...site, ...list, items, group, ratings: counts.map(term), isFirstPage: cursor === null };
}

/** What is new under a topic or claimant and what has changed, as a feed. Not found unless a check of it stands. */
export async function loadGroupFeed(asked: Group, format: FeedFormat): Promise<WrittenFile> {
  const { group, newsroom, words, siteUrl } = await loadGroup(asked);
  const { groups } = words.publicSite.feeds;
  const by = { newsroom: newsroom.name, name: group.name };
  const home = groupPath(group);
  const feed = {
    title: fill(groups[group.kind], by),
    description: fill(words.publicSite.feeds.groupText, by),
    home,
    language: newsroom.locale,
    author: newsroom.name,
    entries: (await listChanges(MOST_IN_FEED, group)).map((change) => entryOf(change, words)),
  };
  // A correction may take a claim out of it, and then nothing in it is newer.
  return { ...writeFeed(feed, { format, folder: `${home}/`, siteUrl }), changedAt: await lastPublishing() };
}

export async function loadCorrections(searchParams: SearchParams) {
  const [site, params] = await Promise.all([loadSite(), searchParams]);
  const list = await listCorrections({ cursor: firstOf(params.cursor) ?? null });
  return { ...site, ...list, items: await linesIn(list.items, site.reading) };
}

/** The newsroom's ratings with their definitions, also those of before, and its policies, for the page that explains them. */
export async function loadMethodology() {
  const site = await loadSite();
  const { scaleId } = site.newsroom;
  const [{ ratings, problems }, earlier, policies, introduced, term] = await Promise.all([
    getScaleChoices(scaleId),
    listEarlierRatings(scaleId),
    listPoliciesIn(site.reading.asked, site.reading.own),
    listIntroduced(),
    termsIn(site.reading),
  ]);
  return {
    ...site,
    ratings: ratings.map(term),
    problems: problems.map(term),
    earlier: earlier.map(term),
    policies,
    introduced,
  };
}

/** As many as a feed tells of: enough for who looks once a day. */
const MOST_IN_FEED = 50;

/** What is new and what has changed, as a feed. */
export async function loadClaimsFeed(format: FeedFormat): Promise<WrittenFile> {
  const [{ newsroom, words, siteUrl }, changes] = await Promise.all([loadSite(), listChanges(MOST_IN_FEED)]);
  const { claims, claimsText } = words.publicSite.feeds;
  const by = { newsroom: newsroom.name };
  const feed = {
    title: fill(claims, by),
    description: fill(claimsText, by),
    home: "/claims",
    language: newsroom.locale,
    author: newsroom.name,
    entries: changes.map((change) => entryOf(change, words)),
  };
  return writeFeed(feed, { format, folder: "/", siteUrl });
}

function entryOf({ slug, claim, reason, publishedAt, changedAt }: Change, words: Words): FeedEntry {
  const { feeds } = words.publicSite;
  const about = { path: `/claims/${slug}`, publishedAt, changedAt };
  if (claim === null) return { ...about, title: feeds.withdrawn, text: reason ?? "", topics: [] };
  const { statement, conclusion, ratingLabel, topics } = claim;
  return {
    ...about,
    topics,
    title: ratingLabel === null ? statement : fill(feeds.rated, { rating: ratingLabel, statement }),
    text: reason === null ? conclusion : fill(feeds.changed, { conclusion, reason }),
  };
}

/** Corrections, as a feed. */
export async function loadCorrectionsFeed(format: FeedFormat): Promise<WrittenFile> {
  const [{ newsroom, words, siteUrl }, { items }] = await Promise.all([
    loadSite(),
    listCorrections({ take: MOST_IN_FEED }),
  ]);
  const { feeds } = words.publicSite;
  const by = { newsroom: newsroom.name };
  const feed = {
    title: fill(feeds.corrections, by),
    description: fill(feeds.correctionsText, by),
    home: "/corrections",
    language: newsroom.locale,
    author: newsroom.name,
    entries: items.map((item) => correctionEntry(item, words)),
  };
  return writeFeed(feed, { format, folder: "/corrections/", siteUrl });
}

function correctionEntry(
  { id, slug, type, reason, at, statement }: CorrectionListItem,
  { common, publicSite: { corrections, feeds } }: Words,
): FeedEntry {
  const title =
    type === "withdrawn"
      ? feeds.withdrawn
      : fill(feeds.correction, {
          type: common.correctionTypes[type],
          statement: statement ?? corrections.withdrawnLater,
        });
  const path = `/claims/${slug}#correction-${id}`;
  return { path, title, text: reason, topics: [], publishedAt: at, changedAt: at };
}

/**
 * When readers were last told something else of any claim. What is left of a list once a check was withdrawn is older
 * than that, and who has the list of before must not hear that it still holds.
 */
const lastPublishing = async () => lastChange(await listChanges(1));

/** As many as one part of the data feed holds. */
const MOST_IN_DATA_FEED = 500;

/** ClaimReview of everything that has any, latest change first, in parts; `nextUrl` is where the next one is. */
export async function loadDataFeed(
  searchParams: SearchParams,
): Promise<WrittenFile & { nextUrl: string | null }> {
  const [{ newsroom, siteUrl }, params] = await Promise.all([loadSite(), searchParams]);
  const cursor = firstOf(params.cursor) ?? null;
  const [{ items, next }, changedAt] = await Promise.all([
    listStanding({ cursor, take: MOST_IN_DATA_FEED }),
    lastPublishing(),
  ]);
  const after =
    next === null ? null : new URL(`/claimreview.json?cursor=${encodeURIComponent(next)}`, siteUrl);
  return {
    text: JSON.stringify(dataFeed({ records: items, newsroom, siteUrl })),
    type: "application/ld+json",
    changedAt,
    nextUrl: after?.href ?? null,
  };
}

const XML = "application/xml";

/** The list of the parts of the site map. */
export async function loadSitemapIndex() {
  const { siteUrl } = await loadSite();
  const parts = await Promise.all(
    LISTED_KINDS.map(async (kind) => {
      const listed = await listParts(kind, MOST_IN_PART);
      return listed.map(({ part, changedAt }) => ({ path: partPath(kind, part), changedAt }));
    }),
  );
  return { text: sitemapIndex(parts.flat(), siteUrl), type: XML, changedAt: null };
}

/** One part by its file's name. Not found when there is none. */
export async function loadSitemapPart(name: string) {
  const { siteUrl } = await loadSite();
  const asked = partOf(name);
  const listed = asked === null ? [] : await listPart(asked.kind, { part: asked.part, size: MOST_IN_PART });
  if (listed.length === 0) notFound();
  // A translation that is taken back leaves nothing that is newer.
  const changedAt = asked?.kind === "translations" ? null : await lastPublishing();
  return { text: sitemap(listed, siteUrl), type: XML, changedAt };
}

/** What a program gets of a check that was withdrawn, in place of what it asked for. */
export type Withdrawal = { title: string; reason: string };

/** The picture of a published claim as a PNG, in the language readers ask for it; null when there is none, `busy` when too many are asked for. */
export async function loadPicture(
  slug: string,
): Promise<{ png: Buffer } | { withdrawn: Withdrawal } | "busy" | null> {
  const found = await findPublished(slug);
  if (found === null) return null;
  const { record, words } = found;
  if (record.withdrawn) {
    return { withdrawn: { title: words.publicSite.claim.withdrawn, reason: record.withdrawn.reason } };
  }
  const picture = pictureOf({ ...found, record });
  if (picture === null) return null;
  try {
    return { png: await drawClaim(picture) };
  } catch (error) {
    if (error instanceof TooBusy) return "busy";
    throw error;
  }
}

/** One claim as a W3C annotation of its words; null when it is not public. `slug` as the address has it. */
export async function loadAnnotation(slug: string): Promise<WrittenFile | { withdrawn: Withdrawal } | null> {
  const [{ words, newsroom, siteUrl }, record] = await Promise.all([
    loadSite(),
    getPublished(pathPart(slug)),
  ]);
  if (!record) return null;
  const marked = await getMarkedClaim(record.slug);
  if (!marked) {
    const title = words.publicSite.claim.withdrawn;
    return { withdrawn: { title, reason: record.withdrawn?.reason ?? "" } };
  }
  return {
    text: JSON.stringify(annotationDocument(marked, { newsroom, siteUrl })),
    type: ANNOTATION_TYPE,
    changedAt: lastChange([{ changedAt: record.updatedAt }, ...readings([marked])]),
  };
}

/** When the texts were read in which the words stand: these change without the check. */
const readings = (marked: readonly MarkedClaim[]) =>
  marked.flatMap(({ places }) => places.map(({ readAt }) => ({ changedAt: readAt })));

/** All published claims of an article as W3C annotations; null unless it has one. `name`: its slug or its id. */
export async function loadAnnotations(name: string): Promise<WrittenFile | null> {
  const { newsroom, words, siteUrl } = await loadSite();
  const article = await findAnnotatedArticle(pathPart(name));
  const marked = article ? await listMarkedClaims(article.id) : [];
  if (!article || marked.length === 0) return null;
  const label = fill(words.publicSite.article.checked, { title: article.title });
  const collection = annotationCollection({ marked, article, label, newsroom, siteUrl });
  const changedAt = lastChange([{ changedAt: await lastPublishing() }, ...readings(marked)]);
  return { text: JSON.stringify(collection), type: ANNOTATION_TYPE, changedAt };
}

const CARD_THEMES = ["light", "dark"] as const;

/** A claim's card for the pages of others; `theme` is what the address asks for. Not found when it is not public. */
export async function loadCard(slug: string, searchParams: SearchParams) {
  const [published, params] = await Promise.all([loadPublished(slug), searchParams]);
  const asked = firstOf(params.theme);
  return { ...published, theme: CARD_THEMES.find((theme) => theme === asked) ?? null };
}

/** The whole numbers a page has room for, as oEmbed asks; what is none is not asked. */
function roomOf(value: string | undefined): number | null {
  const size = Number(value ?? "");
  return Number.isInteger(size) && size > 0 ? size : null;
}

/**
 * What oEmbed answers: `not_found` for an address that is no claim's page of ours, `not_implemented` for a format that is
 * neither JSON nor XML, `invalid` without an address.
 */
export async function loadOEmbed(
  searchParams: SearchParams,
): Promise<{ text: string; type: string; changedAt: null } | "invalid" | "not_found" | "not_implemented"> {
  const [{ words, newsroom, siteUrl }, params] = await Promise.all([loadSite(), searchParams]);
  const format = firstOf(params.format) ?? "json";
  if (format !== "json" && format !== "xml") return "not_implemented";
  const address = firstOf(params.url);
  if (address === undefined) return "invalid";
  const asked = claimAt(address, siteUrl);
  const record = asked && (await getPublished(pathPart(asked.slug)));
  if (!asked || !record || !isOffered(newsroom, asked.language)) return "not_found";
  const { language } = asked;
  const translated = (await listPublicTranslations(record.slug)).find((known) => known.language === language);
  const title = translated?.words.statement ?? record.claim?.statement ?? words.embed.withdrawn;
  const room = { maxWidth: roomOf(firstOf(params.maxwidth)), maxHeight: roomOf(firstOf(params.maxheight)) };
  const answer = oEmbed({ slug: record.slug, title, siteUrl, language, newsroomName: newsroom.name }, room);
  return format === "json"
    ? { text: JSON.stringify(answer), type: "application/json", changedAt: null }
    : { text: oEmbedXml(answer), type: "text/xml", changedAt: null };
}

/** The markup of a claim's page as the desk looks it over; null when the claim has no page. What readers can see too. */
export async function loadMarkup(slug: string) {
  const [{ newsroom, siteUrl }, record] = await Promise.all([loadSite(), getPublished(slug)]);
  if (record === null) return null;
  const review = claimReview({ record, newsroom, siteUrl });
  if (!("jsonLd" in review) || record.claim === null) return null;
  return { json: JSON.stringify(review.jsonLd, null, 2), missing: shortcomings(record.claim) };
}
