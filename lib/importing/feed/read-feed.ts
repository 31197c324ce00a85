import { parseFeed } from "feedsmith";
import { AppError } from "#lib/errors.ts";
import { webAddress } from "#lib/input.ts";

/** An item that leads to a page. `id`: what the feed tells it apart by. */
export type FeedItem = { id: string; url: string; title: string; summary: string };

export type ReadFeed = { title: string | null; items: FeedItem[] };

/** Of one feed; what comes after them is old. */
export const MOST_ITEMS = 1_000;

/**
 * RSS, RDF, Atom or JSON Feed, newest first as feeds have it. Refuses what is none with `feed_unreadable`. What no parser
 * gets through takes it hours: only for the worker.
 */
export function readFeed(text: string, base: string): ReadFeed {
  // Entities of its own can grow without end or name files; no feed needs them.
  if (/<!ENTITY/iu.test(text)) throw new AppError("feed_unreadable");
  const { title, found } = itemsOf(parsed(text));
  const seen = new Set<string>();
  const items = found.slice(0, MOST_ITEMS).flatMap(({ id, link, title, summary }): FeedItem[] => {
    const url = absolute(link, base);
    if (url === null || seen.has(url)) return [];
    seen.add(url);
    return [{ id: id?.trim() || url, url, title: line(title), summary: line(summary) }];
  });
  return { title: line(title).slice(0, 300).toWellFormed() || null, items };
}

type Parsed = ReturnType<typeof parseFeed>;

function parsed(text: string): Parsed {
  try {
    return parseFeed(text.trim());
  } catch (error) {
    throw new AppError("feed_unreadable", { cause: error });
  }
}

type Found = {
  id: string | undefined;
  link: string | undefined;
  title: string | undefined;
  summary: string | undefined;
};

function itemsOf({ format, feed }: Parsed): { title: string | undefined; found: Found[] } {
  switch (format) {
    case "rss":
      return {
        title: feed.title,
        found: (feed.items ?? []).map(({ guid, link, title, description }) => ({
          id: guid?.value,
          // An id is an address unless it is said to be none.
          link: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
          title,
          summary: description,
        })),
      };
    case "rdf":
      return {
        title: feed.title,
        found: (feed.items ?? []).map(({ link, title, description }) => ({
          id: link,
          link,
          title,
          summary: description,
        })),
      };
    case "atom":
      return {
        title: feed.title?.value,
        found: (feed.entries ?? []).map(({ id, links, title, summary }) => ({
          id,
          link: (links?.find(({ rel }) => rel === undefined || rel === "alternate") ?? links?.[0])?.href,
          title: title?.value,
          summary: summary?.value,
        })),
      };
    case "json":
      return {
        title: feed.title,
        found: (feed.items ?? []).map(({ id, url, external_url, title, summary, content_text }) => ({
          id: id === undefined ? undefined : String(id),
          link: url ?? external_url,
          title,
          summary: summary ?? content_text,
        })),
      };
  }
}

function absolute(link: string | undefined, base: string): string | null {
  if (link === undefined || !URL.canParse(link.trim(), base)) return null;
  return webAddress.safeParse(new URL(link.trim(), base).href).data ?? null;
}

/** Words without markup, in one line: they are looked through and shown, never drawn as HTML. */
function line(text: string | undefined): string {
  const plain = (text ?? "").slice(0, 5_000).replace(/<[^<>]*>/gu, " ");
  return plain.replaceAll("\0", "").toWellFormed().replace(/\s+/gu, " ").trim();
}
