import type { ReadDocument } from "../read-document.ts";
import { isLinkAddress } from "../text/links.ts";
import { cleanByline } from "./byline.ts";
import { headlineOf, likeness } from "./headline.ts";
import { elementsOf, type PageElement, textOf } from "./page-tree.ts";
import { dayInAddress, publishedDay } from "./published-day.ts";
import { type ArticleData, findArticleData } from "./structured-data.ts";

/**
 * What a page says of its article. `baseUrl`: the address its links count from, null when not known. `body`: the
 * article's text as the page's data has it.
 */
export type PageMetadata = Omit<ReadDocument, "parts" | "notes"> & {
  baseUrl: string | null;
  body: string | null;
};

/** Longer metadata is a mistake. UTF-16 code units. */
const LONGEST_VALUE = 500;

/** All that is asked for metadata, gathered once. */
type Sources = {
  data: ArticleData | null;
  meta: ReadonlyMap<string, readonly string[]>;
  elements: readonly PageElement[];
  url: string | null;
};

/** Reads a page's metadata: structured data first, then meta elements, then what is printed on the page. */
export function readMetadata(root: PageElement, url: string | null): PageMetadata {
  const elements = elementsOf(root);
  const scripts = elements.filter(({ tag }) => tag === "script");
  const sources: Sources = { data: findArticleData(scripts), meta: metaOf(elements), elements, url };
  const baseUrl = baseUrlOf(sources);
  return {
    title: titleOf(sources),
    byline: bylineOf(sources),
    publisher: publisherOf(sources),
    publishedOn: publishedOnOf(sources),
    language: languageOf(root, sources),
    canonicalUrl: canonicalUrlOf(sources, baseUrl),
    baseUrl,
    body: sources.data?.body ?? null,
  };
}

/** By lower-case `property`, `name`, `itemprop` or `http-equiv`; the dots of Dublin Core written as colons. */
function metaOf(elements: readonly PageElement[]): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const { tag, attributes } of elements) {
    const content = attributes.get("content")?.trim() ?? "";
    if (tag !== "meta" || content === "") continue;
    const names = ["property", "name", "itemprop", "http-equiv"].flatMap(
      (kind) => attributes.get(kind)?.toLowerCase().split(/\s+/) ?? [],
    );
    for (const name of new Set(names)) {
      const key = name.replace(/^(dc|dcterms?|weibo)[.:]/, "$1:");
      meta.set(key, [...(meta.get(key) ?? []), content]);
    }
  }
  return meta;
}

function first({ meta }: Sources, ...names: string[]): string | null {
  for (const name of names) {
    const value = words(meta.get(name)?.[0] ?? null);
    if (value !== null) return value;
  }
  return null;
}

/** One line of plain words; sites write entities, and now and then tags, into values that know none. */
function words(value: string | null): string | null {
  const plain = (value ?? "")
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/&(#x?[0-9a-f]{1,6}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip);/gi, decodeReference)
    .replace(/\s+/g, " ")
    .trim();
  return plain === "" || plain.length > LONGEST_VALUE ? null : plain;
}

const REFERENCES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", hellip: "…" },
  ...{ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", mdash: "—", ndash: "–" },
};

function decodeReference(whole: string, name: string): string {
  if (!name.startsWith("#")) return REFERENCES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
}

function titleOf(sources: Sources): string | null {
  const { data, elements } = sources;
  const tag = elements.find((element) => element.tag === "title" && element.parent?.tag !== "svg");
  const siteNames = [
    data?.publisher,
    ...["og:site_name", "application-name"].map((name) => first(sources, name)),
  ];
  const shown = tag === undefined ? null : words(textOf(tag));
  const headline =
    shown === null
      ? null
      : headlineOf(
          shown,
          siteNames.flatMap((name) => name ?? []),
        );
  return (
    titleOfData(data, headline) ??
    first(sources, "dc:title", "dcterm:title", "dcterms:title", "og:title", "weibo:article:title") ??
    first(sources, "weibo:webpage:title", "title", "headline", "twitter:title", "parsely-title") ??
    headline ??
    words(textOfFirst(elements, ({ tag }) => tag === "h1"))
  );
}

/** Some sites give their own name as the article's: what is printed decides. */
function titleOfData(data: ArticleData | null, shown: string | null): string | null {
  const [headline, name] = [words(data?.headline ?? null), words(data?.name ?? null)];
  if (headline === null || name === null || shown === null) return headline ?? name;
  return likeness(name, shown) > likeness(headline, shown) ? name : headline;
}

function bylineOf(sources: Sources): string | null {
  const { data, elements, meta } = sources;
  const named = unique((data?.authors ?? []).flatMap((author) => cleanByline(words(author)) ?? []));
  if (named.length > 0) return named.join(", ");
  for (const name of ["dc:creator", "dcterms:creator", "author", "parsely-author", "article:author", "byl"]) {
    const authors = unique((meta.get(name) ?? []).flatMap((author) => cleanByline(words(author)) ?? []));
    if (authors.length > 0) return authors.join(", ");
  }
  const printed = [isAuthorLink, isAuthorProperty, isByline].map((test) =>
    cleanByline(words(textOfFirst(elements, test))),
  );
  return printed.find((byline) => byline !== null) ?? null;
}

function isAuthorLink({ attributes }: PageElement): boolean {
  return /(?:^|\s)author(?:\s|$)/i.test(attributes.get("rel") ?? "");
}

function isAuthorProperty({ tag, attributes }: PageElement): boolean {
  return tag !== "meta" && /(?:^|\s)author(?:\s|$)/i.test(attributes.get("itemprop") ?? "");
}

function isByline({ tag, attributes }: PageElement): boolean {
  const name = `${attributes.get("class") ?? ""} ${attributes.get("id") ?? ""}`;
  return (
    tag !== "body" &&
    tag !== "meta" &&
    /(?:^|[\s_-])(?:by-?line|author-?name|writtenby|p-author)(?=$|[\s_-])/i.test(name)
  );
}

function publisherOf(sources: Sources): string | null {
  return (
    words(sources.data?.publisher ?? null) ??
    first(sources, "og:site_name", "dc:publisher", "application-name")
  );
}

/** In the order of how surely they are the day of publication. */
const DATES = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "article.published",
  "pubdate",
  "publishdate",
  "publish-date",
  "publication_date",
  "dc:date.issued",
  "dcterms:issued",
  "dcterms:created",
  "dc:date",
  "dcterms:date",
  "date",
];

function publishedOnOf({ data, meta, elements, url }: Sources): string | null {
  const declared = [data?.datePublished, ...DATES.map((name) => meta.get(name)?.[0])];
  const day = declared.flatMap((date) => publishedDay(date ?? "") ?? [])[0];
  if (day !== undefined) return day;
  const printed = elements.filter(
    ({ tag, attributes }) => tag === "time" || /datePublished/i.test(attributes.get("itemprop") ?? ""),
  );
  const times = printed.map((element) => {
    const { attributes } = element;
    const date = attributes.get("datetime") ?? attributes.get("content") ?? textOf(element);
    const isSaid = attributes.has("pubdate") || /datePublished/i.test(attributes.get("itemprop") ?? "");
    return { day: publishedDay(date), isSaid };
  });
  const dated = times.filter((time) => time.day !== null);
  return (dated.find(({ isSaid }) => isSaid)?.day ?? dayInAddress(url) ?? dated[0]?.day) || null;
}

function languageOf(root: PageElement, sources: Sources): string | null {
  const body = root.children.find((child): child is PageElement => "tag" in child && child.tag === "body");
  return (
    langOf(root) ??
    (body === undefined ? null : langOf(body)) ??
    first(sources, "content-language")?.split(",")[0] ??
    first(sources, "og:locale", "language", "dc:language") ??
    sources.data?.language ??
    null
  );
}

function langOf({ attributes }: PageElement): string | null {
  return attributes.get("lang") || attributes.get("xml:lang") || null;
}

function baseUrlOf({ elements, url }: Sources): string | null {
  const href = elements
    .find(({ tag, attributes }) => tag === "base" && attributes.has("href"))
    ?.attributes.get("href");
  return href === undefined ? url : (URL.parse(href, url ?? undefined)?.href ?? url);
}

function canonicalUrlOf(sources: Sources, baseUrl: string | null): string | null {
  const link = sources.elements.find(
    ({ tag, attributes }) => tag === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.get("rel") ?? ""),
  );
  const candidates = [link?.attributes.get("href"), sources.meta.get("og:url")?.[0], sources.data?.url];
  for (const candidate of candidates) {
    const address = candidate ? URL.parse(candidate.trim(), baseUrl ?? undefined) : null;
    if (address === null || !isLinkAddress(address.href)) continue;
    // A site that names its front page on every page names none.
    const isFront = address.pathname === "/" && address.search === "";
    if (!isFront || sources.url === null || URL.parse(sources.url)?.pathname === "/") return address.href;
  }
  return null;
}

function textOfFirst(
  elements: readonly PageElement[],
  test: (element: PageElement) => boolean,
): string | null {
  const found = elements.find((element) => test(element) && textOf(element) !== "");
  return found === undefined ? null : textOf(found);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
