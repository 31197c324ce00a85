import type { BlockType, Cell } from "#lib/anchoring/blocks.ts";
import { isBlockTag } from "./block-tags.ts";
import { elementsOf, type PageElement, textOf } from "./page-tree.ts";

/** What the words of an element become. `isFlat`: all its words are one block, inner blocks its lines. */
export type Nature = {
  type: BlockType;
  level?: number;
  cell?: Cell;
  isFlat: boolean;
  isPre: boolean;
  /** Lists around it. */
  lists: number;
};

export const PLAIN: Nature = { type: "paragraph", isFlat: false, isPre: false, lists: 0 };

/** Whether an element begins and ends a block. */
export function isBlock({ tag, attributes }: PageElement): boolean {
  if (isBlockTag(tag)) return true;
  const style = attributes.get("style");
  return style !== undefined && /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table)\b/i.test(style);
}

const EMBED =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|fb-(?:post|video|comment)|bluesky-embed|tiktok-embed|reddit-(?:card|embed-bq)|mastodon-embed|text-post-media|telegram-post|imgur-embed-pub|truth-embed)(?=\s|$)/i;
const PULL_QUOTE = /(?:^|[\s_-])(?:pull-?quotes?|block-?quotes?|quote-?text)(?=$|[\s_-])/i;
const CAPTION =
  /(?:^|[\s_-])(?:(?:fig|photo|image|picture|media|img|video|embed|lead|gallery)?-?caption|(?:photo|image|picture|media|img|embed)-?credits?|photographer)(?=$|[\s_-])/i;

/** Longer texts are no caption, whatever the class name says. UTF-16 code units. */
const LONGEST_CAPTION = 1_000;

/** What an element makes of the words inside it, `around` being what they would be without it. */
export function natureOf(element: PageElement, around: Nature): Nature {
  if (around.isFlat) return element.tag === "pre" ? { ...around, isPre: true } : around;
  const { tag } = element;
  const name = spacedName(element.attributes.get("class") ?? "");
  const level = headingLevel(element);
  if (level !== null) return { ...around, type: "heading", level };
  if (EMBED.test(name)) return { ...PLAIN, type: "embed", isFlat: true };
  if (tag === "pre" || tag === "listing" || tag === "xmp")
    return { ...PLAIN, type: "preformatted", isPre: true };
  if (tag === "figcaption" || tag === "caption") return { ...PLAIN, type: "caption" };
  if (tag === "ul" || tag === "ol" || tag === "menu" || tag === "dir") {
    return { ...around, lists: around.lists + 1 };
  }
  if (tag === "li") return { ...around, type: "list-item", level: Math.max(1, around.lists) };
  if (tag === "dt" || tag === "dd") {
    return { ...around, type: "list-item", level: around.lists + (tag === "dt" ? 1 : 2) };
  }
  if (tag === "blockquote") return { ...around, type: "quote" };
  if (name !== "" && (around.type === "paragraph" || around.type === "list-item"))
    return natureOfName(element, name, around);
  return around;
}

/** imageEmbedCaption as image-Embed-Caption. */
function spacedName(name: string): string {
  return name.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1-");
}

/** Whether an element is called a pull quote: words of the article set apart. */
export function isPullQuote({ attributes }: PageElement): boolean {
  return PULL_QUOTE.test(spacedName(attributes.get("class") ?? ""));
}

function natureOfName(element: PageElement, name: string, around: Nature): Nature {
  if (CAPTION.test(name) && !holdsBlocks(element) && textOf(element).length <= LONGEST_CAPTION) {
    return { ...around, type: "caption" };
  }
  if (PULL_QUOTE.test(name) && textOf(element).length <= LONGEST_CAPTION) return { ...around, type: "quote" };
  return around;
}

function holdsBlocks(element: PageElement): boolean {
  return elementsOf(element).some(
    ({ tag }) => tag === "article" || tag === "section" || /^h[1-6]$/.test(tag) || tag === "li",
  );
}

function headingLevel({ tag, attributes }: PageElement): number | null {
  if (/^h[1-6]$/.test(tag)) return Number(tag.slice(1));
  if (attributes.get("role") !== "heading") return null;
  const level = Number(attributes.get("aria-level") ?? "2");
  return Number.isInteger(level) && level >= 1 && level <= 6 ? level : 2;
}
