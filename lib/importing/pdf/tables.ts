import type { Cell } from "#lib/anchoring/blocks.ts";
import { fullness } from "./columns.ts";
import type { Line } from "./lines.ts";
import type { Segment } from "./segments.ts";

/** A cell's words with its place; `table` is numbered by the caller. */
type TableCell = { text: string; cell: Cell };

/** In sizes of the type: rows further apart than this belong to different tables. */
const FURTHEST_ROW = 3;
/** A cell's words may go on for this many lines before the next row. */
const MOST_WRAPPED = 4;
/** How full of words rows are, from 0 to 1, and how narrow their gaps, when they are no rows but stretched text. */
const FULLEST = 0.72;
const FULLEST_OF_TWO = 0.5;
const WIDEST_STRETCHED = 2.2;
/** More rows than a page has: the columns are found anew for each. */
const MOST_LINES = 300;

/** How many of the lines from `from` on are rows of a table: 0 when fewer than two. */
export function tableLength(lines: readonly Line[], from: number): number {
  let rows = 0;
  let end = from;
  const last = Math.min(lines.length, from + MOST_LINES);
  for (let at = from; at < last && at - end <= MOST_WRAPPED; at += 1) {
    const line = lines[at];
    const previous = lines[at - 1];
    if (line === undefined) break;
    if (at > from && previous && line.baseline - previous.baseline > FURTHEST_ROW * line.size) break;
    if (line.cells.length < 2) {
      if (at === from || isFullWidth(line, lines.slice(from, end))) break;
      continue;
    }
    if (columnsOf(lines.slice(from, at + 1)).length < 2) break;
    rows += 1;
    end = at + 1;
  }
  return rows >= 2 && !isJustified(lines.slice(from, end)) ? end - from : 0;
}

/** Text stretched to the width of its column has wide gaps too, but few, and not that wide. */
function isJustified(lines: readonly Line[]): boolean {
  const rows = lines.map((line) => line.cells).filter((cells) => cells.length > 1);
  const gaps = rows.flatMap((cells) =>
    cells.slice(1).map((cell, index) => (cell.left - (cells[index]?.right ?? cell.left)) / cell.size),
  );
  const meanGap = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const meanFullness = rows.reduce((sum, cells) => sum + fullness(cells), 0) / rows.length;
  return meanFullness > (rows.length === 2 ? FULLEST_OF_TWO : FULLEST) && meanGap < WIDEST_STRETCHED;
}

/** The cells of such lines, row by row. A line without a first cell goes on with the row above. */
export function readTable(lines: readonly Line[], table: number): TableCell[] {
  const isRtl = lines.filter((line) => line.isRtl).length * 2 > lines.length;
  const columns = isRtl ? columnsOf(lines).toReversed() : columnsOf(lines);
  const [first, second] = lines;
  const hasHeader = first !== undefined && second !== undefined && first.font !== second.font;
  return rowsOfText(lines, columns).flatMap((row, r) =>
    columns.flatMap((_, c) => {
      const text = row[c];
      if (text === undefined) return [];
      return [{ text, cell: { table, row: r + 1, column: c + 1, isHeader: hasHeader && r === 0 } }];
    }),
  );
}

function rowsOfText(lines: readonly Line[], columns: readonly Column[]): string[][] {
  const rows: string[][] = [];
  for (const line of lines) {
    const places = line.cells.map((cell) => columns.findIndex((column) => touches(column, cell)));
    const isWrapped = rows.length > 0 && line.cells.length === 1 && places[0] !== 0;
    if (!isWrapped) rows.push([]);
    const row = rows.at(-1) ?? [];
    for (const [index, { text }] of line.cells.entries()) {
      const place = places[index] ?? 0;
      row[place] = row[place] === undefined ? text : `${row[place]} ${text}`;
    }
  }
  return rows;
}

type Column = { left: number; right: number };

/** Where cells stand one under the other, left to right. Lines of one part say nothing about columns. */
function columnsOf(lines: readonly Line[]): Column[] {
  const columns: Column[] = [];
  const cells = lines.flatMap((line) => (line.cells.length > 1 ? line.cells : []));
  for (const { left, right } of cells.toSorted((a, b) => a.left - b.left)) {
    const column = columns.at(-1);
    if (column && left < column.right) column.right = Math.max(column.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

function touches(column: Column, { left, right }: Segment): boolean {
  return left < column.right && right > column.left;
}

/** Whether a line is wider than any cell so far: the text after the table. */
function isFullWidth(line: Line, rows: readonly Line[]): boolean {
  return columnsOf(rows).filter((column) => touches(column, line)).length !== 1;
}
