import type { Block } from "./blocks.ts";
import { boundaryAfter, boundaryBefore } from "./graphemes.ts";
import { listSentences, listWords } from "./sentences.ts";
import type { Span } from "./spans.ts";

/** A revision's text as a caret walks through it. `language`: BCP 47. */
export type CaretText = {
  text: string;
  blocks: readonly Block[];
  language: string;
  direction: "ltr" | "rtl";
};

/**
 * A caret: `head` is where it stands, `anchor` where the words it chooses begin or end; equal while it chooses none.
 * Both are places a caret may stand at: between two whole characters of a block, or at an edge of one. UTF-16 code
 * units.
 */
export type Caret = { anchor: number; head: number };

/** What a caret goes by at once. */
export type CaretUnit = "character" | "word" | "sentence" | "block" | "text";

/** `later`: along the text, whatever way it is written. */
export type CaretMove = { by: CaretUnit; toward: "earlier" | "later" };

/** Puts a caret at `offset`, or at the nearest place after it where one may stand. Null in a text without words. */
export function caretAt(text: CaretText, offset: number): Caret | null {
  const place = placeNear(text, offset);
  return place === null ? null : { anchor: place, head: place };
}

/** A caret that has chosen `span`, with its head at the end. */
export function caretOver(text: CaretText, span: Span): Caret | null {
  const anchor = placeNear(text, span.start);
  const head = placeNear(text, span.end);
  return anchor === null || head === null ? null : { anchor, head };
}

/**
 * The caret one step on. It stays at the ends of the text. Going on without choosing, a word, sentence or block leads
 * to the beginning of the next, so that what comes is read out whole; `extends` moves the head alone and goes to the
 * end of it, so that what is chosen is whole.
 */
export function moveCaret(text: CaretText, caret: Caret, move: CaretMove, isExtending: boolean): Caret {
  const head = isExtending ? reach(text, caret.head, move) : step(text, caret.head, move);
  return isExtending ? { anchor: caret.anchor, head } : { anchor: head, head };
}

/** The words a caret has chosen, as they stand between anchor and head; null while it chooses none. */
export function chosenBy({ anchor, head }: Caret): Span | null {
  if (anchor === head) return null;
  return { start: Math.min(anchor, head), end: Math.max(anchor, head) };
}

/** The way along the text an arrow to that side points: by the direction of the block the caret stands in. */
export function towardSide(text: CaretText, at: number, side: "left" | "right"): CaretMove["toward"] {
  const direction = blockAt(text, at)?.direction ?? text.direction;
  return (direction === "rtl") === (side === "left") ? "later" : "earlier";
}

/** What begins at or lies around a place, as it is read out: null at the end of a block and between words. */
export function unitAt(text: CaretText, at: number, by: Exclude<CaretUnit, "text">): Span | null {
  const block = blockAt(text, at);
  if (block === undefined || at >= block.end) return null;
  if (by === "block") return { start: block.start, end: block.end };
  if (by === "character") return { start: at, end: boundaryAfter(text.text, at + 1) };
  return unitsOf(text, block, by).find(({ end }) => end > at) ?? null;
}

/** The block a place lies in or at an edge of. */
export function blockAt({ blocks }: CaretText, at: number): Block | undefined {
  return blocks[indexOfBlock(blocks, at)];
}

/** Of the last block that begins at or before `at`, the first one before all. */
function indexOfBlock(blocks: readonly Block[], at: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function placeNear(text: CaretText, offset: number): number | null {
  const index = indexOfBlock(text.blocks, offset);
  const block = text.blocks[index];
  if (block === undefined) return null;
  // Between two blocks: the next one's beginning.
  if (offset > block.end) return text.blocks[index + 1]?.start ?? block.end;
  return boundaryAfter(text.text, Math.max(block.start, offset));
}

/** Where a caret that chooses nothing goes. */
function step(text: CaretText, at: number, { by, toward }: CaretMove): number {
  if (by === "character") return nextCharacter(text, at, toward);
  const starts = (block: Block) => startsOf(text, block, by);
  if (toward === "later") {
    return firstIn(text, at, (block) => starts(block).find((start) => start > at)) ?? endOfText(text);
  }
  return lastIn(text, at, (block) => starts(block).findLast((start) => start < at)) ?? startOfText(text);
}

/** Where the head of one that chooses goes. */
function reach(text: CaretText, at: number, move: CaretMove): number {
  const { by, toward } = move;
  if (by === "character" || by === "text" || toward === "earlier") return step(text, at, move);
  const ends = (block: Block) => [...unitsOf(text, block, by).map(({ end }) => end), block.end];
  return firstIn(text, at, (block) => ends(block).find((end) => end > at)) ?? endOfText(text);
}

function nextCharacter({ text, blocks }: CaretText, at: number, toward: CaretMove["toward"]): number {
  const index = indexOfBlock(blocks, at);
  const block = blocks[index];
  if (block === undefined) return at;
  if (toward === "later") {
    return at < block.end ? boundaryAfter(text, at + 1) : (blocks[index + 1]?.start ?? at);
  }
  return at > block.start ? boundaryBefore(text, at - 1) : (blocks[index - 1]?.end ?? at);
}

function unitsOf({ text, language }: CaretText, block: Block, by: CaretUnit): Span[] {
  const tongue = block.language ?? language;
  switch (by) {
    case "word":
      return listWords(text, block, tongue).map((word) => wholeCharacters(text, block, word));
    case "sentence":
      return listSentences(text, [block], tongue);
    case "block":
      return [block];
    default:
      return [];
  }
}

/** Where units of a block begin. Of a block that has none (a row of asterisks) its beginning counts. */
function startsOf(text: CaretText, block: Block, by: CaretUnit): number[] {
  if (by === "text") return [];
  const units = unitsOf(text, block, by);
  return units.length === 0 ? [block.start] : units.map(({ start }) => start);
}

function wholeCharacters(text: string, block: Block, { start, end }: Span): Span {
  return {
    start: Math.max(block.start, boundaryBefore(text, start)),
    end: Math.min(block.end, boundaryAfter(text, end)),
  };
}

function firstIn(
  { blocks }: CaretText,
  at: number,
  find: (block: Block) => number | undefined,
): number | null {
  for (let index = indexOfBlock(blocks, at); index < blocks.length; index += 1) {
    const block = blocks[index];
    const found = block && find(block);
    if (found !== undefined) return found;
  }
  return null;
}

function lastIn(
  { blocks }: CaretText,
  at: number,
  find: (block: Block) => number | undefined,
): number | null {
  for (let index = indexOfBlock(blocks, at); index >= 0; index -= 1) {
    const block = blocks[index];
    const found = block && find(block);
    if (found !== undefined) return found;
  }
  return null;
}

function startOfText({ blocks }: CaretText): number {
  return blocks[0]?.start ?? 0;
}

function endOfText({ blocks }: CaretText): number {
  return blocks.at(-1)?.end ?? 0;
}
