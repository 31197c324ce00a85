import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type Actor, may } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { csvOf } from "#lib/csv.ts";
import { env } from "#lib/env.ts";
import type { Format } from "#lib/i18n/format.ts";
import type { Words } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import type { Newsroom } from "#lib/members/queries.ts";
import { firstOf, type SearchParams } from "#lib/search-params.ts";
import { listRatings } from "#lib/verdicts/queries.ts";
import type { RatingView } from "#lib/verdicts/schema.ts";
import { getPackTotals, listPack, type PackCheck, type PackTotals } from "./pack.ts";
import { packJson } from "./pack-json.ts";
import { type Figures, getFigures, getSomeFigures } from "./queries.ts";
import { dateRange, endOf, rangeQuery } from "./rules.ts";
import type { Span } from "./span.ts";
import { MADE_OF, type Table, tableOf } from "./tables.ts";
import { type DateRange, MOST_GROUPS, MOST_PAIRS, PACK_PAGE, TABLES, type TableKey } from "./values.ts";

/** Who asks, in which days: of an address with `range`, or `from` and `to`. */
const loadRange = cache(async (searchParams: SearchParams) => {
  const actor = await requireActor("insights.read");
  const [params, conventions] = await Promise.all([searchParams, loadConventions()]);
  const now = new Date();
  const today = conventions.format.today(now);
  const range = dateRange(
    { range: firstOf(params.range), from: firstOf(params.from), to: firstOf(params.to) },
    today,
  );
  return { actor, range, span: spanOf(range, conventions.format), today, now, params, ...conventions };
});

/** The newsroom's days as instants. */
function spanOf(range: DateRange, format: Format): Span {
  return {
    since: range.from === null ? new Date(0) : format.instant(`${range.from}T00:00`),
    until: format.instant(`${endOf(range)}T00:00`),
  };
}

export type Insights = {
  range: DateRange;
  /** The newsroom's day: no range goes beyond it. */
  today: string;
  figures: Figures;
  tables: Record<TableKey, Table>;
  /** Whether this member may compare people. */
  seesPeople: boolean;
  words: Words;
  format: Format;
  newsroom: Newsroom;
};

/** The desk's figures for the days an address asks for, for those who may see them. */
export async function loadInsights(searchParams: SearchParams): Promise<Insights> {
  const { actor, range, span, today, now, words, format, newsroom } = await loadRange(searchParams);
  const most = { groups: MOST_GROUPS.page, pairs: MOST_PAIRS.page };
  const asked = { range, span, timeZone: newsroom.timeZone, now, people: peopleFor(actor), most };
  const figures = await getFigures(asked);
  const tables = Object.fromEntries(TABLES.map((key) => [key, tableOf(key, figures, words)]));
  return {
    ...{ range, today, figures, words, format, newsroom },
    tables: tables as Insights["tables"],
    seesPeople: may(actor, "insights.people"),
  };
}

/** Editors may compare people; reviewers see the desk, and of people themselves. */
function peopleFor(actor: Actor): "all" | { only: string } {
  return may(actor, "insights.people") ? "all" : { only: actor.id };
}

/** One table as a file, with more groups than a page shows. Not found when there is none of this name. */
export async function loadCsv(
  name: string,
  searchParams: SearchParams,
): Promise<{ fileName: string; content: string }> {
  const { actor, range, span, now, words, newsroom } = await loadRange(searchParams);
  const key = TABLES.find((known) => known === name);
  if (key === undefined) notFound();
  const most = { groups: MOST_GROUPS.file, pairs: MOST_PAIRS.file };
  const asked = { range, span, timeZone: newsroom.timeZone, now, people: peopleFor(actor), most };
  const content = csvOf(tableOf(key, await getSomeFigures(MADE_OF[key], asked), words));
  return { fileName: `${key}-${daysOf(range)}.csv`, content };
}

/** The days of a range as a file's name has them. */
function daysOf({ from, to }: DateRange): string {
  return from === null ? `until-${to}` : `${from}-to-${to}`;
}

export type Pack = {
  range: DateRange;
  today: string;
  totals: PackTotals;
  checks: PackCheck[];
  /** The address' query of the next part; null when there is none. */
  nextQuery: string | null;
  ratings: RatingView[];
  now: Date;
  siteUrl: string;
  words: Words;
  format: Format;
  newsroom: Newsroom;
};

/** What was published in the days an address asks for, a part at a time: `cursor`. Holds nothing that is not public. */
export function loadPack(searchParams: SearchParams): Promise<Pack> {
  return packPart(searchParams, PACK_PAGE.page);
}

/** The same for machines, more of it at once. */
export async function loadPackJson(
  searchParams: SearchParams,
): Promise<{ fileName: string; content: string }> {
  const pack = await packPart(searchParams, PACK_PAGE.json);
  return { fileName: `evidence-pack-${daysOf(pack.range)}.json`, content: packJson(pack) };
}

async function packPart(searchParams: SearchParams, take: number): Promise<Pack> {
  const asked = await loadRange(searchParams);
  const { range, span, newsroom, params } = asked;
  const [totals, { items, next }, ratings] = await Promise.all([
    getPackTotals(span),
    listPack(span, { cursor: firstOf(params.cursor) ?? null, take }),
    listRatings(newsroom.scaleId),
  ]);
  const { today, now, words, format } = asked;
  return {
    ...{ range, today, totals, ratings, now, words, format, newsroom },
    checks: items,
    nextQuery: next === null ? null : `${rangeQuery(range)}&cursor=${next}`,
    siteUrl: env.PUBLIC_URL,
  };
}
