import { globSync } from "node:fs";
import { join } from "node:path";

/** What a reader may ask about. Slugs as they are in addresses. */
export type Readable = {
  claim: string;
  /** By its slug and by its id. */
  article: string[];
  topic: string;
  claimant: string;
  /** A word of what is looked for. */
  word: string;
  siteUrl: string;
};

type Rows = Record<string, (about: Readable) => string[]>;

const one = (path: string) => (): string[] => [path];
const feeds = (folder: string, of: (about: Readable) => string): Rows =>
  Object.fromEntries(
    ["feed.xml", "rss.xml", "feed.json"].map((file) => [
      `${folder}/${file}`,
      (about) => [`${of(about)}/${file}`],
    ]),
  );
const ofClaim = (about: Readable) => `/claims/${about.claim}`;
const ofTopic = (about: Readable) => `/topics/${about.topic}`;
const ofClaimant = (about: Readable) => `/claimants/${about.claimant}`;

/** Every address a program reads, by the route that answers it. */
export const FILES: Rows = {
  "/api/oembed": (about) =>
    ["json", "xml"].map((format) => {
      const url = encodeURIComponent(`${about.siteUrl}${ofClaim(about)}`);
      return `/api/oembed?url=${url}&format=${format}`;
    }),
  "/articles/[slug]/annotations.jsonld": ({ article }) =>
    article.map((name) => `/articles/${name}/annotations.jsonld`),
  "/audit/heads.json": one("/audit/heads.json"),
  "/claimreview.json": one("/claimreview.json"),
  "/claims.csv": ({ word }) => ["/claims.csv", `/claims.csv?q=${word}`],
  "/claims.json": ({ word }) => ["/claims.json", `/claims.json?q=${word}`],
  "/claims/[slug]/annotation.jsonld": (about) => [`${ofClaim(about)}/annotation.jsonld`],
  "/claims/[slug]/image.png": (about) => [`${ofClaim(about)}/image.png`],
  "/claims/[slug]/record.json": (about) => [`${ofClaim(about)}/record.json`],
  "/robots.txt": one("/robots.txt"),
  "/sitemap.xml": one("/sitemap.xml"),
  "/sitemaps/[part]": () => ["/sitemaps/claims-1.xml", "/sitemaps/articles-1.xml"],
  ...feeds("", () => ""),
  ...feeds("/corrections", () => "/corrections"),
  ...feeds("/topics/[slug]", ofTopic),
  ...feeds("/claimants/[slug]", ofClaimant),
};

/** Every page, likewise. */
export const PAGES: Rows = {
  "/": one("/"),
  "/api/docs": one("/api/docs"),
  "/articles/[slug]": ({ article: [slug] }) => [`/articles/${slug}`],
  "/claimants/[slug]": (about) => [ofClaimant(about)],
  "/claims": ({ word }) => ["/claims", `/claims?q=${word}`, `/claims?q=${word}&verdict=true`],
  "/claims/[slug]": (about) => [ofClaim(about), `${ofClaim(about)}?version=1`, `${ofClaim(about)}?version=2`],
  "/claims/[slug]/record": (about) => [`${ofClaim(about)}/record`],
  "/claims/[slug]/report": (about) => [`${ofClaim(about)}/report`],
  "/claims/[slug]/report/thanks": (about) => [`${ofClaim(about)}/report/thanks`],
  "/corrections": one("/corrections"),
  "/embed/claims/[slug]": (about) => [`/embed${ofClaim(about)}`, `/embed${ofClaim(about)}?theme=dark`],
  "/methodology": one("/methodology"),
  "/send": one("/send"),
  "/send/thanks": one("/send/thanks"),
  "/topics/[slug]": (about) => [ofTopic(about)],
};

/** The routes there are, by the code: what is public has no session, and stands in `app/(public)`. */
export function listPublicRoutes(): { files: string[]; pages: string[] } {
  const folder = join(import.meta.dirname, "../app/(public)");
  const routesOf = (name: string) =>
    globSync(`**/${name}`, { cwd: folder })
      .map((file) => `/${file.slice(0, -name.length - 1)}`)
      .toSorted();
  return { files: routesOf("route.ts"), pages: routesOf("page.tsx") };
}
