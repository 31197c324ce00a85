import { boundaryAfter, boundaryBefore, isBoundary } from "./graphemes.ts";
import type { Span } from "./spans.ts";

export const BLOCK_TYPES = [
  "paragraph",
  "heading",
  "quote",
  "list-item",
  "caption",
  "table-cell",
  "preformatted",
  "embed",
] as const;

export type BlockType = (typeof BLOCK_TYPES)[number];

/** A stretch of words with a meaning of its own. Offsets as those of the block it stands in. */
export type InlineMark =
  | { type: "em" | "strong" | "code"; start: number; end: number }
  | { type: "link"; start: number; end: number; href: string };

/** Where a cell stands: which table of the article, its row and column, all from 1; whether it heads them. */
export type Cell = { table: number; row: number; column: number; isHeader: boolean };

/** What is known of a block besides its words. Each is left out where it says nothing new. */
export type BlockNature = {
  /** 1–6 of a heading, depth from 1 of a list item. */
  level?: number | undefined;
  /** BCP 47, where it differs from the article's. */
  language?: string | undefined;
  /** Where it differs from the article's. */
  direction?: "ltr" | "rtl" | undefined;
  /** Of a table cell. */
  cell?: Cell | undefined;
};

/**
 * One block of a revision. Offsets are UTF-16 code units of the revision's whole text, end exclusive. All that
 * is shown stands in the text, a quote's author and a photograph's credit too.
 */
export type Block = BlockNature & { type: BlockType; start: number; end: number; marks: InlineMark[] };

export type TextWithBlocks = { text: string; blocks: Block[] };

/** A block on its own: the offsets of its marks count from its own first character. */
export type BlockPart = BlockNature & { type: BlockType; text: string; marks?: readonly InlineMark[] };

/** What stands between two blocks in a revision's text. */
export const BLOCK_SEPARATOR = "\n\n";

/** Joins parts to one text. Parts without text are left out; marks are snapped outwards to whole characters. */
export function assembleBlocks(parts: readonly BlockPart[]): TextWithBlocks {
  const filled = parts.filter((part) => part.text !== "");
  let start = 0;
  const blocks = filled.map((part): Block => {
    const block = placeBlock(part, start);
    start = block.end + BLOCK_SEPARATOR.length;
    return block;
  });
  return { text: filled.map((part) => part.text).join(BLOCK_SEPARATOR), blocks };
}

function placeBlock({ type, text, marks = [], ...nature }: BlockPart, start: number): Block {
  const placed = marks.flatMap((mark): InlineMark[] => {
    const from = boundaryBefore(text, Math.max(0, mark.start));
    const to = boundaryAfter(text, Math.min(text.length, mark.end));
    return from < to ? [{ ...mark, start: start + from, end: start + to }] : [];
  });
  return {
    ...natureOf(nature),
    type,
    start,
    end: start + text.length,
    marks: placed.toSorted(outermostFirst),
  };
}

/** Only what is said, and nothing else that came along. */
function natureOf({ level, language, direction, cell }: BlockNature): BlockNature {
  return {
    ...(level !== undefined && { level }),
    ...(language !== undefined && { language }),
    ...(direction !== undefined && { direction }),
    ...(cell !== undefined && { cell }),
  };
}

/** Order of nested things in reading order: what starts earlier first, the longer of two starting together. */
export function outermostFirst(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** What is wrong with `blocks` as the structure of `text`, one sentence each. Empty when all is well. */
export function blockProblems(text: string, blocks: readonly Block[]): string[] {
  const problems = blocks.flatMap((block, index) => problemsOfBlock(text, block, index));
  if (text.includes("\r")) problems.push("The text contains a carriage return.");
  if (text !== "" && blocks.length === 0) problems.push("The text has no blocks.");
  for (const [index, block] of blocks.entries()) {
    const previous = blocks[index - 1];
    const expected = previous === undefined ? 0 : previous.end + BLOCK_SEPARATOR.length;
    const separator = previous === undefined ? "" : text.slice(previous.end, block.start);
    if (block.start !== expected || (previous !== undefined && separator !== BLOCK_SEPARATOR)) {
      problems.push(`Block ${index} does not follow the one before it after a blank line.`);
    }
  }
  const last = blocks.at(-1);
  if (last !== undefined && last.end !== text.length) {
    problems.push("The last block does not end where the text ends.");
  }
  return problems;
}

function problemsOfBlock(text: string, block: Block, index: number): string[] {
  const problems: string[] = [];
  if (!isStretch(block)) problems.push(`Block ${index} is empty or its offsets are not whole numbers.`);
  for (const mark of block.marks) {
    if (!isStretch(mark) || mark.start < block.start || mark.end > block.end) {
      problems.push(`A mark of block ${index} is empty or stands outside it.`);
    } else if (!isBoundary(text, mark.start) || !isBoundary(text, mark.end)) {
      problems.push(`A mark of block ${index} splits a character.`);
    }
  }
  return problems;
}

function isStretch({ start, end }: Span): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start < end;
}
