import { type Language, languageInPath } from "#lib/i18n/languages.ts";
import { xmlText } from "./feeds.ts";

// A claim's card on the pages of others, and how oEmbed (https://oembed.com) tells of it. This is the one place that writes
// HTML as text: others put it into their pages.

/** CSS pixels. */
const SIZE = { width: 600, height: 320 } as const;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

/** `language`: of the card, null for the newsroom's own. */
type Card = { slug: string; title: string; siteUrl: string; language: Language | null };

/** Where the card is. */
export const cardUrl = ({ slug, siteUrl, language }: Omit<Card, "title">): string =>
  new URL(`${language === null ? "" : `/${language}`}/embed/claims/${slug}`, siteUrl).href;

/** What is copied into a page: the frame, and the script that fits its height. */
export function embedCode({ siteUrl, ...card }: Card): string {
  const frame = frameOf({ ...card, siteUrl }, { width: "100%", height: String(SIZE.height) });
  return `${frame}\n<script src="${escaped(new URL("/embed/claims.js", siteUrl).href)}" async></script>`;
}

function frameOf(card: Card, { width, height }: { width: string; height: string }): string {
  const attributes = {
    src: cardUrl(card),
    title: card.title.replace(/\s+/g, " "),
    width,
    height,
    loading: "lazy",
    frameborder: "0",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

/** The most a page has room for; null where it does not say. */
export type Room = { maxWidth: number | null; maxHeight: number | null };

/** What oEmbed answers for a claim's page. */
export function oEmbed(card: Card & { newsroomName: string }, { maxWidth, maxHeight }: Room) {
  const width = Math.min(SIZE.width, maxWidth ?? SIZE.width);
  const height = Math.min(SIZE.height, maxHeight ?? SIZE.height);
  return {
    version: "1.0",
    type: "rich",
    title: card.title.toWellFormed(),
    provider_name: card.newsroomName.toWellFormed(),
    provider_url: new URL("/", card.siteUrl).href,
    cache_age: 300,
    html: frameOf(
      { ...card, title: card.title.toWellFormed() },
      { width: String(width), height: String(height) },
    ),
    width,
    height,
  } as const;
}

/** The same as XML. */
export function oEmbedXml(answer: ReturnType<typeof oEmbed>): string {
  const fields = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escaped(xmlText(String(value)))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join("")}</oembed>`;
}

/** Which claim an address of the site is the page of, as the path has it, and the language it names; null when it is none. */
export function claimAt(
  address: string,
  siteUrl: string,
): { slug: string; language: Language | null } | null {
  const url = URL.parse(address);
  if (url === null || url.host !== new URL(siteUrl).host || !/^https?:$/.test(url.protocol)) return null;
  const inOne = languageInPath(url.pathname);
  const slug = /^\/(?:embed\/)?claims\/([^/]+)$/.exec(inOne?.rest ?? url.pathname)?.[1];
  return slug === undefined ? null : { slug, language: inOne?.language ?? null };
}
