import { isPullQuote } from "./block-nature.ts";
import { frameKind } from "./boilerplate.ts";
import type { DraftPart } from "./draft-part.ts";
import { isFrameText } from "./frame-text.ts";
import { likeness } from "./headline.ts";
import type { PageElement } from "./page-tree.ts";

/** A shorter block is not taken for prose. UTF-16 code units. */
const SHORTEST_PROSE = 80;
/** The region of the article is the smallest element with this share of its prose. */
const REGION_SHARE = 0.9;
/** What is named like the frame of a page but holds more of the prose is no frame. */
const FRAME_SHARE = 0.3;
/** What is only often a frame holds no more prose than a note about the author does. UTF-16 code units. */
const MOST_PROSE = 600;

/** Which parts are the article's. `title`: the article's, which is not kept a second time in its text. */
export function chooseKept(parts: readonly DraftPart[], title: string | null): boolean[] {
  const readable = parts.map(({ kept, text }) => kept * 2 > text.length);
  const prose = proseByElement(parts.filter((part, index) => readable[index] && isProse(part)));
  const region = regionOf(prose);
  const judge = new Judge(prose, region);
  const kept = parts.map((part, index) => judge.isKept(part, readable[index] ?? false));
  const firstKept = kept.indexOf(true);
  parts.slice(0, firstKept).forEach((part, index) => {
    if (judge.isLeadCaption(part)) kept[index] = true;
  });
  dropTitle(parts, kept, title);
  dropRepeatedCaptions(parts, kept);
  dropLooseHeadings(parts, kept);
  return kept.includes(true) ? kept : readable.includes(true) ? readable : parts.map(() => true);
}

function isProse({ type, text, linked }: DraftPart): boolean {
  return (
    type !== "caption" && type !== "heading" && text.length >= SHORTEST_PROSE && linked * 2 < text.length
  );
}

/** How many characters of prose stand in each element. */
function proseByElement(parts: readonly DraftPart[]): Map<PageElement, number> {
  const prose = new Map<PageElement, number>();
  for (const { element, text } of parts) {
    for (let at: PageElement | null = element; at !== null; at = at.parent) {
      prose.set(at, (prose.get(at) ?? 0) + text.length);
    }
  }
  return prose;
}

/** Of the elements with nearly all prose, the innermost: they stand in one another, the last met is deepest. */
function regionOf(prose: ReadonlyMap<PageElement, number>): PageElement | null {
  const most = Math.max(0, ...prose.values());
  const holders = [...prose]
    .filter(([, length]) => length >= most * REGION_SHARE)
    .map(([element]) => element);
  return holders.find((holder) => !holders.some((other) => other.parent === holder)) ?? null;
}

class Judge {
  readonly #prose: ReadonlyMap<PageElement, number>;
  readonly #region: PageElement | null;
  readonly #total: number;
  readonly #frames = new Map<PageElement, boolean>();

  constructor(prose: ReadonlyMap<PageElement, number>, region: PageElement | null) {
    this.#prose = prose;
    this.#region = region;
    this.#total = region === null ? 0 : (prose.get(region) ?? 0);
  }

  isKept(part: DraftPart, isReadable: boolean): boolean {
    if (part.type === "embed") return isInside(part.element, this.#region);
    if (this.#isFramed(part.element) || isFrameText(part)) return false;
    if (!isInside(part.element, this.#region)) return isReadable && isProse(part);
    if (part.linked >= part.text.length * 0.9 && part.type !== "table-cell") return false;
    return isReadable || isRestored(part);
  }

  /** The caption of a picture above the article's text, in the element that holds both. */
  isLeadCaption({ type, element, text, linked }: DraftPart): boolean {
    if (type !== "caption" || linked * 2 > text.length || this.#isFramed(element)) return false;
    return isInside(element, storyAround(this.#region));
  }

  #isFramed(element: PageElement): boolean {
    const known = this.#frames.get(element);
    if (known !== undefined) return known;
    const isFramed = this.#isFrame(element) || (element.parent !== null && this.#isFramed(element.parent));
    this.#frames.set(element, isFramed);
    return isFramed;
  }

  #isFrame(element: PageElement): boolean {
    const prose = this.#prose.get(element) ?? 0;
    if (element === this.#region || prose > this.#total * FRAME_SHARE || isPullQuote(element)) return false;
    const kind = frameKind(element);
    return kind === "always" || (kind === "often" && prose <= MOST_PROSE);
  }
}

/** The innermost article or main element around the region, else its parent. */
function storyAround(region: PageElement | null): PageElement | null {
  for (let at = region; at !== null; at = at.parent) {
    if (at.tag === "article" || at.tag === "main") return at;
  }
  return region?.parent?.tag === "body" ? region : (region?.parent ?? null);
}

function isInside(element: PageElement, outer: PageElement | null): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** What Readability takes away from the middle of articles although it is theirs. */
function isRestored(part: DraftPart): boolean {
  return part.type === "caption" || part.type === "table-cell" || part.type === "quote";
}

function dropTitle(parts: readonly DraftPart[], kept: boolean[], title: string | null): void {
  if (title === null) return;
  const index = parts.findIndex(
    ({ type, level, text }) => type === "heading" && (level ?? 2) <= 2 && likeness(text, title) > 0.75,
  );
  if (index !== -1) kept[index] = false;
}

/** Galleries print the caption of the picture in view a second time. */
function dropRepeatedCaptions(parts: readonly DraftPart[], kept: boolean[]): void {
  const seen = new Set<string>();
  parts.forEach(({ type, text }, index) => {
    if (type !== "caption" || !kept[index]) return;
    if (seen.has(text)) kept[index] = false;
    seen.add(text);
  });
}

/** A heading with nothing under it leads away from the article. */
function dropLooseHeadings(parts: readonly DraftPart[], kept: boolean[]): void {
  let isFollowed = false;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    if (!kept[index]) continue;
    if (parts[index]?.type !== "heading") isFollowed = true;
    else if (!isFollowed) kept[index] = false;
  }
}
