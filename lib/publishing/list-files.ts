import { csvOf } from "#lib/csv.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { ListedClaim, ListPage } from "./listing.ts";

/** What a file of the list is made of. */
type Source = {
  page: Pick<ListPage, "items" | "next">;
  newsroomName: string;
  siteUrl: string;
  /** Where the list is that was asked for, and the next part of the file. */
  listUrl: string;
  nextUrl: string | null;
  words: Words;
};

export const LIST_FORMATS = ["csv", "json"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** As many as one part of a file holds. */
export const MOST_IN_FILE = 1_000;

const WRITERS: Record<ListFormat, { type: string; write: (source: Source) => string }> = {
  csv: { type: "text/csv", write: csv },
  json: { type: "application/json", write: json },
};

/** The list as a file for programs: what its pages show, and where each claim is read. */
export function listFile(source: Source, format: ListFormat): { text: string; type: string } {
  const { type, write } = WRITERS[format];
  return { text: write(source), type };
}

function urlOf({ slug }: ListedClaim, siteUrl: string): string {
  return new URL(`/claims/${slug}`, siteUrl).href;
}

function csv({ page, siteUrl, words }: Source): string {
  const { columns } = words.publicSite.list;
  const fields = (item: ListedClaim) => ({
    url: urlOf(item, siteUrl),
    statement: item.statement,
    claimant: item.claimantName,
    saidOn: item.saidOn,
    rating: item.isRated ? item.ratingLabel : null,
    verdict: item.isRated ? item.tone : null,
    conclusion: item.conclusion,
    topics: item.topics.map(({ name }) => name).join("; "),
    article: item.articleTitle,
    publisher: item.publisher,
    articleUrl: item.articleUrl,
    language: item.language,
    publishedAt: item.publishedAt.toISOString(),
    updatedAt: item.updatedAt.toISOString(),
    corrected: item.corrected ? words.publicSite.list.corrected : null,
  });
  return csvOf({
    columns: Object.values(columns).map((label) => ({ label })),
    rows: page.items.map((item) => {
      const row = fields(item);
      return (Object.keys(columns) as (keyof typeof row)[]).map((key) => row[key]);
    }),
  });
}

function json({ page, newsroomName, siteUrl, listUrl, nextUrl }: Source): string {
  return JSON.stringify({
    publisher: { name: newsroomName, url: siteUrl },
    list: listUrl,
    next: nextUrl,
    claims: page.items.map((item) => ({
      url: urlOf(item, siteUrl),
      statement: item.statement,
      claimant: item.claimantName === null ? null : { name: item.claimantName, slug: item.claimantSlug },
      saidOn: item.saidOn,
      // Without ratings the conclusion says it all.
      rating: item.isRated ? { label: item.ratingLabel, verdict: item.tone } : null,
      conclusion: item.conclusion,
      topics: item.topics,
      article: { title: item.articleTitle, publisher: item.publisher, url: item.articleUrl },
      quote: item.quote,
      language: item.language,
      publishedAt: item.publishedAt,
      updatedAt: item.updatedAt,
      corrected: item.corrected,
    })),
  });
}
