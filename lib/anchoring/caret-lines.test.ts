import { describe, expect, test } from "vitest";
import { assembleBlocks, type BlockPart } from "./blocks.ts";
import type { CaretText } from "./caret.ts";
import { type CaretPlace, lineEdge, lineMove } from "./caret-lines.ts";

/** Pixels: each character is ten wide and twenty high. */
const WIDE = 10;
const HIGH = 20;

function article(parts: readonly BlockPart[]): CaretText {
  return { ...assembleBlocks(parts), language: "en", direction: "ltr" };
}

const paragraph = (text: string): BlockPart => ({ type: "paragraph", text });
const cell = (text: string, row: number, column: number): BlockPart => ({
  type: "table-cell",
  text,
  cell: { table: 1, row, column, isHeader: false },
});

/** Lines of `columns` characters; cells of a row beside each other, a hundred pixels apart. */
function laidOut({ blocks }: CaretText, columns: number) {
  let top = 0;
  const places = new Map<number, CaretPlace>();
  for (const [index, block] of blocks.entries()) {
    const { cell: at } = block;
    const before = blocks[index - 1];
    const isBeside = at && before?.cell?.row === at.row;
    if (isBeside) top -= (linesOf(before, columns) + 1) * HIGH;
    for (let offset = block.start; offset <= block.end; offset += 1) {
      const line = Math.min(Math.floor((offset - block.start) / columns), linesOf(block, columns) - 1);
      const y = top + line * HIGH;
      const x = ((at?.column ?? 1) - 1) * 100 + (offset - block.start - line * columns) * WIDE;
      places.set(offset, { x, top: y, bottom: y + HIGH });
    }
    top += (linesOf(block, columns) + 1) * HIGH;
  }
  return (offset: number) => places.get(offset) ?? null;
}

function linesOf({ start, end }: { start: number; end: number }, columns: number): number {
  return Math.max(1, Math.ceil((end - start) / columns));
}

describe("up and down", () => {
  const text = article([paragraph("aaaaabbbbbcc"), paragraph("ddddd")]);
  const placeAt = laidOut(text, 5);

  test("lead to what stands above and below, at the same distance from the side", () => {
    const down = (at: number) => lineMove(text, at, { toward: "later", x: 30, placeAt });
    const up = (at: number) => lineMove(text, at, { toward: "earlier", x: 30, placeAt });
    expect(down(3)).toBe(8);
    // The third line is short; the distance is kept for the one after it.
    expect(down(8)).toBe(12);
    expect(down(12)).toBe(17);
    expect(up(17)).toBe(12);
    expect(up(12)).toBe(8);
  });

  test("lead to the ends of the text from its first and its last line", () => {
    expect(lineMove(text, 17, { toward: "later", x: 30, placeAt })).toBe(text.text.length);
    expect(lineMove(text, 3, { toward: "earlier", x: 30, placeAt })).toBe(0);
    expect(lineMove(text, 3, { toward: "earlier", x: 30, placeAt: () => null })).toBe(3);
  });

  test("stay in the column of a table", () => {
    const table = article([
      cell("one", 1, 1),
      cell("two", 1, 2),
      cell("three", 2, 1),
      cell("four", 2, 2),
      paragraph("end"),
    ]);
    const inTable = laidOut(table, 5);
    const at = table.text.indexOf("two") + 1;
    const below = lineMove(table, at, { toward: "later", x: 110, placeAt: inTable });
    expect(table.text.slice(below)).toMatch(/^our/);
    expect(lineMove(table, below, { toward: "earlier", x: 110, placeAt: inTable })).toBe(at);
  });
});

test("Home and End lead to the ends of the line, not of the row", () => {
  const text = article([paragraph("aaaaabbbbbcc"), cell("one", 1, 1), cell("two", 1, 2)]);
  const placeAt = laidOut(text, 5);
  expect(lineEdge(text, 7, { toward: "earlier", placeAt })).toBe(5);
  expect(lineEdge(text, 7, { toward: "later", placeAt })).toBe(9);
  const two = text.text.indexOf("two");
  expect(lineEdge(text, two + 1, { toward: "earlier", placeAt })).toBe(two);
  expect(lineEdge(text, two - 3, { toward: "later", placeAt })).toBe(two - 2);
});
