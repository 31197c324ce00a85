import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";

// Feeds in the three formats programs know. All of it is text: nothing that was typed is ever read as markup.

/** What stands at one address, as feeds tell of it. */
export type FeedEntry = {
  /** Path on the site; with it the entry keeps its identity when its words change. */
  path: string;
  title: string;
  text: string;
  topics: readonly string[];
  publishedAt: Date;
  changedAt: Date;
};

export type Feed = {
  title: string;
  description: string;
  /** Where the page is that it follows; its own address is that of its format. */
  home: string;
  language: string;
  /** Who publishes it. */
  author: string;
  entries: readonly FeedEntry[];
};

type Write = (feed: Feed, self: { url: string; siteUrl: string }) => string;

/** The formats: the name of the file, what each is called in a `Content-Type`, and how it is written. */
const FORMATS = {
  atom: { file: "feed.xml", type: "application/atom+xml", write: writeAtom },
  rss: { file: "rss.xml", type: "application/rss+xml", write: writeRss },
  json: { file: "feed.json", type: "application/feed+json", write: writeJson },
} as const satisfies Record<string, { file: string; type: string; write: Write }>;
export type FeedFormat = keyof typeof FORMATS;

/** A file for programs, ready to be sent. */
export type WrittenFile = { text: string; type: string; changedAt: Date };

/** The feed in a format. `folder` is where on the site it stands, beginning and ending with a slash. */
export function writeFeed(
  feed: Feed,
  { format, folder, siteUrl }: { format: FeedFormat; folder: string; siteUrl: string },
): WrittenFile {
  const { file, type, write } = FORMATS[format];
  const text = write(feed, { url: new URL(folder + file, siteUrl).href, siteUrl });
  return { text, type, changedAt: lastChange(feed.entries) };
}

/** When something in it changed last: 1970 while there is nothing. */
export function lastChange(entries: readonly { changedAt: Date }[]): Date {
  return new Date(entries.reduce((latest, { changedAt }) => Math.max(latest, changedAt.getTime()), 0));
}

/** What XML 1.0 allows: no half characters and none that command a printer (its production 2, `Char`). */
export function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what goes
  return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");
}

function writeAtom(feed: Feed, { url, siteUrl }: { url: string; siteUrl: string }): string {
  const href = (path: string) => new URL(path, siteUrl).href;
  return generateAtomFeed({
    id: url,
    title: plainText(feed.title),
    subtitle: plainText(feed.description),
    updated: lastChange(feed.entries),
    authors: [{ name: xmlText(feed.author), uri: href("/") }],
    links: [
      { rel: "self", href: url, type: "application/atom+xml" },
      { rel: "alternate", href: href(feed.home), type: "text/html" },
    ],
    xml: { lang: feed.language },
    entries: feed.entries.map((entry) => ({
      id: href(entry.path),
      title: plainText(entry.title),
      summary: plainText(entry.text),
      published: entry.publishedAt,
      updated: entry.changedAt,
      links: [{ rel: "alternate", href: href(entry.path), type: "text/html" }],
      categories: entry.topics.map((topic) => ({ term: xmlText(topic) })),
    })),
  });
}

const plainText = (text: string) => ({ value: xmlText(text), type: "text" });

function writeRss(feed: Feed, { url, siteUrl }: { url: string; siteUrl: string }): string {
  const href = (path: string) => new URL(path, siteUrl).href;
  return generateRssFeed({
    title: xmlText(feed.title),
    link: href(feed.home),
    description: xmlText(feed.description),
    language: feed.language,
    lastBuildDate: lastChange(feed.entries),
    atom: { links: [{ rel: "self", href: url, type: "application/rss+xml" }] },
    items: feed.entries.map((entry) => ({
      title: markupOf(xmlText(entry.title)),
      description: markupOf(xmlText(entry.text)),
      link: href(entry.path),
      guid: { value: href(entry.path), isPermaLink: true },
      pubDate: entry.publishedAt,
      atom: { updated: entry.changedAt },
      categories: entry.topics.map((topic) => ({ name: xmlText(topic) })),
    })),
  });
}

/** RSS never said whether titles and descriptions are text or HTML, and programs read HTML: so they get HTML that says the text. */
function markupOf(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function writeJson(feed: Feed, { url, siteUrl }: { url: string; siteUrl: string }): string {
  const href = (path: string) => new URL(path, siteUrl).href;
  const written = generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: href(feed.home),
    feed_url: url,
    language: feed.language,
    authors: [{ name: feed.author, url: href("/") }],
    items: feed.entries.map((entry) => ({
      id: href(entry.path),
      url: href(entry.path),
      title: entry.title.toWellFormed(),
      content_text: entry.text.toWellFormed(),
      date_published: entry.publishedAt,
      date_modified: entry.changedAt,
      tags: [...entry.topics],
    })),
  });
  // Where there is none, it leaves out what every feed has to have.
  return JSON.stringify({ items: [], ...(written as object) });
}
