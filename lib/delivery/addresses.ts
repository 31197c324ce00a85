import { type Language, languageInPath } from "#lib/i18n/languages.ts";

/** What a document is dropped by when something in it changes; an article by its slug and by its id. */
export type Tag = "lists" | `${"claim" | "article" | "topic" | "claimant"}:${string}`;

/** Where a reader's document is kept. */
export type Address = {
  /** Path and query as they are kept: only the parameters the page reads, in one order. */
  key: string;
  tags: readonly Tag[];
  /** The language it names; none when it leaves that to the newsroom. */
  language?: Language;
  /** Whether there are as many of its kind as people can think of, such as searches. */
  isBoundless: boolean;
  /** Milliseconds it is kept at most, where that is less than for others. */
  age?: number;
  /** Whether readers send a form to it. */
  takesForms?: true;
};

type Page = {
  path: RegExp;
  /** The query parameters it reads. All others tell nothing, and are no addresses of their own. */
  parameters?: readonly string[];
  tags: (slug: string) => readonly Tag[];
  /** Whether there may be many of it, or large ones. */
  isBoundless?: true;
  age?: number;
  takesForms?: true;
};

/** A form says when it was drawn, so that one sent too soon is known: as old as this it may be when it is asked for. */
const FORM = { takesForms: true, parameters: ["problem"], age: 1_000, isBoundless: true } as const;

/** Nothing is announced when a head is signed, which is done once a minute. */
const SIGNED = 60_000;

const onLists = (): readonly Tag[] => ["lists"];

/** What the list of claims reads, in the order its own links have it. */
const LIST = ["q", "verdict", "topic", "claimant", "publisher", "language", "from", "to", "sort", "cursor"];

/** And its files, which are always by date. */
const LIST_FILE = LIST.filter((name) => name !== "sort");

/** Every page that readers get without a session. */
const PAGES: readonly Page[] = [
  { path: /^\/$/, tags: onLists },
  { path: /^\/claims$/, parameters: LIST, tags: onLists },
  { path: /^\/claims\.(?:csv|json)$/, parameters: LIST_FILE, tags: onLists, isBoundless: true },
  { path: /^\/claims\/([^/]+)$/, parameters: ["version"], tags: (slug) => [`claim:${slug}`] },
  {
    path: /^\/claims\/([^/]+)\/image\.png$/,
    tags: (slug) => [`claim:${slug}`],
    // Large, as many as there are claims, and dear to draw; the day it is asked on does not change it.
    isBoundless: true,
    age: 24 * 3_600_000,
  },
  { path: /^\/claims\/([^/]+)\/report$/, tags: (slug) => [`claim:${slug}`], ...FORM },
  { path: /^\/claims\/([^/]+)\/report\/thanks$/, tags: (slug) => [`claim:${slug}`] },
  {
    path: /^\/claims\/([^/]+)\/record(?:\.json)?$/,
    tags: (slug) => [`claim:${slug}`],
    isBoundless: true,
    age: SIGNED,
  },
  { path: /^\/audit\/heads\.json$/, parameters: ["cursor"], tags: onLists, isBoundless: true, age: SIGNED },
  { path: /^\/send$/, tags: onLists, ...FORM },
  { path: /^\/send\/thanks$/, tags: onLists },
  { path: /^\/articles\/([^/]+)$/, tags: (slug) => [`article:${slug}`] },
  { path: /^\/topics\/([^/]+)$/, parameters: ["cursor"], tags: (slug) => [`topic:${slug}`] },
  { path: /^\/topics\/([^/]+)\/(?:feed\.xml|rss\.xml|feed\.json)$/, tags: (slug) => [`topic:${slug}`] },
  { path: /^\/claimants\/([^/]+)$/, parameters: ["cursor"], tags: (slug) => [`claimant:${slug}`] },
  { path: /^\/claimants\/([^/]+)\/(?:feed\.xml|rss\.xml|feed\.json)$/, tags: (slug) => [`claimant:${slug}`] },
  { path: /^\/claims\/([^/]+)\/annotation\.jsonld$/, tags: (slug) => [`claim:${slug}`] },
  { path: /^\/articles\/([^/]+)\/annotations\.jsonld$/, tags: (slug) => [`article:${slug}`] },
  { path: /^\/embed\/claims\/([^/]+)$/, parameters: ["theme"], tags: (slug) => [`claim:${slug}`] },
  {
    path: /^\/api\/oembed$/,
    parameters: ["format", "maxheight", "maxwidth", "url"],
    // Whatever is published changes the lists, and with them what an address is asked for.
    tags: onLists,
  },
  { path: /^\/corrections$/, parameters: ["cursor"], tags: onLists },
  { path: /^\/methodology$/, tags: onLists },
  { path: /^\/api\/docs$/, tags: onLists },
  { path: /^(?:\/corrections)?\/(?:feed\.xml|rss\.xml|feed\.json)$/, tags: onLists },
  { path: /^\/claimreview\.json$/, parameters: ["cursor"], tags: onLists },
  { path: /^\/(?:sitemap\.xml|robots\.txt)$/, tags: onLists },
  { path: /^\/sitemaps\/[a-z]+-\d{1,5}\.xml$/, tags: onLists, isBoundless: true },
];

/**
 * Leads to no page. Of a page that finds nothing Next sends an empty frame for a script to fill, and of an address
 * without a page the whole of what there is to say.
 */
export const NOWHERE = "/nowhere";

/** A target in the short form: whatever site the long one names (RFC 9112 §3.2.2), it is asked of this one. */
export function ownTarget(target: string): string {
  if (target.startsWith("/")) return target;
  const url = URL.parse(target);
  return url !== null && /^https?:$/u.test(url.protocol) ? url.pathname + url.search : target;
}

/** The target itself, or where nothing is when its path has a broken escape, over which Next would fail, or a NUL. */
export function readableTarget(target: string): string {
  try {
    return decodeURIComponent(target.split("?", 1)[0] ?? "").includes("\0") ? NOWHERE : target;
  } catch {
    return NOWHERE;
  }
}

/** The path with nothing escaped that need not be: one page has one key, and cannot push out others under many. */
function plainPath(path: string): string {
  const plain = (part: string) => {
    const name = decoded(part);
    return name === part ? part : encodeURIComponent(name);
  };
  return path.split("/").map(plain).join("/");
}

/** Longer ones lead nowhere. In UTF-16 code units. */
const LONGEST = 2_000;

/** Which kept document a request's target (path and query, as it was sent) asks for; null when it is none of those. */
export function addressOf(target: string): Address | null {
  if (target.length > LONGEST || !target.startsWith("/") || target.startsWith("//")) return null;
  const url = URL.parse(target, "http://readers");
  if (url === null) return null;
  const path = plainPath(url.pathname);
  const inOne = languageInPath(path);
  const rest = inOne?.rest ?? path;
  for (const { path: known, parameters = [], tags, isBoundless = false, ...page } of PAGES) {
    const found = known.exec(rest);
    if (!found) continue;
    const query = knownQuery(url.searchParams, parameters);
    return {
      key: query === "" ? path : `${path}?${query}`,
      tags: tags(decoded(found[1] ?? "")),
      ...(inOne && { language: inOne.language }),
      isBoundless: isBoundless || query !== "",
      ...(page.age !== undefined && { age: page.age }),
      ...(page.takesForms && { takesForms: true }),
    };
  }
  return null;
}

/** How addresses begin that are answered by others than this: the desk, what lets people in, programs and files. */
const OTHERS = new Set(
  "_next api desk embed favicon.ico forgot icon.svg invite login metrics reset setup sign-in".split(" "),
);

/** Where a target that is no reader's page leads when nobody else answers it, or it is too long: to nothing. */
export function nowhere(target: string): Address | null {
  const path = URL.parse(target.slice(0, LONGEST), "http://readers")?.pathname;
  // Of what has a slash too many Next knows the address without.
  if (path === undefined || !target.startsWith("/") || /\/(?:\/|$)/.test(path)) return null;
  // Beside the cards to embed stand scripts of ours; the cards are readers' pages, under their policy alone.
  if (OTHERS.has(path.split("/", 2)[1] ?? "") && !path.startsWith("/embed/claims/")) return null;
  const language = languageInPath(path)?.language;
  return {
    key: language ? `/${language}${NOWHERE}` : NOWHERE,
    tags: onLists(),
    isBoundless: true,
    ...(language && { language }),
  };
}

/** The same page in a language, for a link of a page in it. What is no reader's page, or names a language, stays. */
export function inLanguage(link: string, language: Language): string {
  const address = addressOf(link);
  if (address === null || address.language) return link;
  const [path = "/"] = link.split(/[?#]/, 1);
  if (languageInPath(`/${language}${path}`) === null) return link;
  return `/${language}${path === "/" ? link.slice(1) : link}`;
}

/** The first of each parameter that the page reads, in the order of `known`; empty ones say nothing. */
function knownQuery(asked: URLSearchParams, known: readonly string[]): string {
  const query = new URLSearchParams();
  for (const name of known) {
    const value = asked.get(name);
    if (value) query.set(name, value);
  }
  return query.toString();
}

/** An address with a broken escape leads nowhere, under any name. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
