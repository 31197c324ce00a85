import { LISTED_KINDS, type Listed, type ListedKind } from "./changes.ts";

// Site maps as sitemaps.org has them, in parts that search engines take.

/** The protocol's limit. */
export const MOST_IN_PART = 50_000;

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function entry(element: "url" | "sitemap", { path, changedAt }: Listed, siteUrl: string): string {
  const loc = new URL(path, siteUrl).href.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
  return `<${element}><loc>${loc}</loc><lastmod>${changedAt.toISOString()}</lastmod></${element}>`;
}

/** The list of the parts. */
export function sitemapIndex(parts: readonly Listed[], siteUrl: string): string {
  const entries = parts.map((part) => entry("sitemap", part, siteUrl));
  return `${HEAD}<sitemapindex ${NAMESPACE}>${entries.join("")}</sitemapindex>`;
}

/** One part. */
export function sitemap(listed: readonly Listed[], siteUrl: string): string {
  return `${HEAD}<urlset ${NAMESPACE}>${listed.map((each) => entry("url", each, siteUrl)).join("")}</urlset>`;
}

/** Where a part is found. */
export const partPath = (kind: ListedKind, part: number): string => `/sitemaps/${kind}-${part}.xml`;

/** Which part a file name stands for; null when for none. */
export function partOf(name: string): { kind: ListedKind; part: number } | null {
  const [, kind, part] = /^([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(name) ?? [];
  const known = LISTED_KINDS.find((each) => each === kind);
  return known && part !== undefined ? { kind: known, part: Number(part) } : null;
}
