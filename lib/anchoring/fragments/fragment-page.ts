import { segmenterFor } from "../segmenters.ts";
import type { Span } from "../spans.ts";
import { foldCodePoint, isBlank } from "./fragment-fold.ts";

/** A text as a browser searches it for a text directive. */
export type FragmentPage = {
  text: string;
  blocks: readonly Span[];
  /** The text as terms are compared with it, with a line feed after each block: no term holds one. */
  folded: string;
  /** UTF-16 offset in the text of each code unit of `folded`, and of the end. */
  offsets: Int32Array;
  /** The words of blocks, by the block's start, as far as they were asked for. */
  words: Map<number, Intl.Segments>;
};

/** The pages of texts whose blocks are still in use: an article has many passages. */
const known = new WeakMap<readonly Span[], FragmentPage>();

/** Makes a text ready to be searched. `blocks`: in order, none within another; none at all is one. */
export function fragmentPage(text: string, blocks: readonly Span[]): FragmentPage {
  const made = known.get(blocks);
  if (made?.text === text) return made;
  const whole = blocks.length > 0 ? blocks : [{ start: 0, end: text.length }];
  const page = { text, blocks: whole, ...foldBlocks(text, whole), words: new Map() };
  known.set(blocks, page);
  return page;
}

function foldBlocks(text: string, blocks: readonly Span[]): { folded: string; offsets: Int32Array } {
  const parts: string[] = [];
  const offsets: number[] = [];
  const add = (folded: string, offset: number) => {
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(offset);
  };
  for (const { start, end } of blocks) {
    for (let at = start; at < end; ) {
      const code = text.codePointAt(at) ?? 0;
      const folded = foldCodePoint(code);
      if (folded !== " " || parts.at(-1) !== " ") add(folded, at);
      at += code > 0xffff ? 2 : 1;
    }
    add("\n", end);
  }
  offsets.push(text.length);
  return { folded: parts.join(""), offsets: Int32Array.from(offsets) };
}

/** Whether no word (in the sense of Unicode's text segmentation) goes on over `offset`. */
export function isWordBoundary(page: FragmentPage, offset: number): boolean {
  const { text } = page;
  if (offset <= 0 || offset >= text.length) return true;
  if (isBlank(text.charAt(offset)) || isBlank(text.charAt(offset - 1))) return true;
  return segmentAt(page, offset).start === offset;
}

/** The span, widened to the edges of the words that it cuts. */
export function wholeWords(page: FragmentPage, { start, end }: Span): Span {
  return { start: segmentAt(page, start).start, end: segmentAt(page, end - 1).end };
}

/** Whether a span stands in one block. */
export function isInOneBlock(page: FragmentPage, { start, end }: Span): boolean {
  return blockAt(page, start).end >= end;
}

/** The offset past so many words from `from`, in its block. */
export function forward(page: FragmentPage, from: number, words: number): number {
  const { end } = blockAt(page, from);
  let at = from;
  for (let left = words; at < end && left > 0; ) {
    const segment = segmentAt(page, at);
    at = Math.min(end, segment.end);
    if (segment.isWord) left -= 1;
  }
  return at;
}

/** The offset so many words before `from`, in the block that ends there or goes on. */
export function back(page: FragmentPage, from: number, words: number): number {
  const { start } = blockAt(page, from - 1);
  let at = from;
  for (let left = words; at > start && left > 0; ) {
    const segment = segmentAt(page, at - 1);
    at = Math.max(start, segment.start);
    if (segment.isWord) left -= 1;
  }
  return skipBlanks(page.text, at);
}

/** So many words right before `offset`, of one block; null where the text begins. */
export function wordsBefore(page: FragmentPage, offset: number, words: number): Span | null {
  let end = offset;
  while (end > 0 && isBlank(page.text.charAt(end - 1))) end -= 1;
  return end > 0 ? { start: back(page, end, words), end } : null;
}

/** The same right after it; null where the text ends. */
export function wordsAfter(page: FragmentPage, offset: number, words: number): Span | null {
  const start = skipBlanks(page.text, offset);
  return start < page.text.length ? { start, end: forward(page, start, words) } : null;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charAt(at))) at += 1;
  return at;
}

function segmentAt(page: FragmentPage, offset: number): Span & { isWord: boolean } {
  const block = blockAt(page, offset);
  let words = page.words.get(block.start);
  if (words === undefined) {
    words = segmenterFor("und", "word").segment(page.text.slice(block.start, block.end));
    page.words.set(block.start, words);
  }
  const found = words.containing(offset - block.start);
  if (found === undefined) return { start: offset, end: offset + 1, isWord: false };
  const start = block.start + found.index;
  return { start, end: start + found.segment.length, isWord: found.isWordLike === true };
}

/** The last block that begins at `offset` or before it. */
function blockAt({ text, blocks }: FragmentPage, offset: number): Span {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return blocks[low] ?? { start: 0, end: text.length };
}
