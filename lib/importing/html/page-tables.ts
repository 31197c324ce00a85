import type { Cell } from "#lib/anchoring/blocks.ts";
import { elementsOf, isElement, type PageElement, rawTextOf, textOf } from "./page-tree.ts";

/** Wider tables, and cells spanning more, are read as if they were so wide. */
const MOST_COLUMNS = 200;
/** Cells with more text on average lay a page out. UTF-16 code units. */
const LONGEST_CELLS = 300;

/** The cells of a table with where they stand; null for one that only lays the page out. */
export function cellsOf(table: PageElement, number: number): Map<PageElement, Cell> | null {
  const rows = rowsOf(table);
  return isData(table, rows) ? placeCells(rows, number) : null;
}

function rowsOf(table: PageElement): PageElement[][] {
  const groups = table.children.filter(isElement);
  const rows = groups.flatMap((child) =>
    child.tag === "tr"
      ? [child]
      : /^(?:thead|tbody|tfoot)$/.test(child.tag)
        ? child.children.filter(isElement).filter(({ tag }) => tag === "tr")
        : [],
  );
  return rows
    .map((row) => row.children.filter(isElement).filter(({ tag }) => tag === "td" || tag === "th"))
    .filter((cells) => cells.length > 0);
}

/** HTML 4.9.1 lists signs of a table that is one; Readability and screen readers go by much the same. */
function isData(table: PageElement, rows: readonly PageElement[][]): boolean {
  const role = table.attributes.get("role");
  if (role === "presentation" || role === "none") return false;
  const cells = rows.flat();
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2 || rows.length < 2) return false;
  const inside = elementsOf(table);
  if (inside.some(({ tag }) => tag === "table")) return false;
  if (role === "table" || role === "grid") return true;
  if (inside.some(({ tag }) => /^(?:th|thead|caption|colgroup)$/.test(tag))) return true;
  if (table.attributes.get("datatable") === "0") return false;
  return (
    textOf(table).length <= cells.length * LONGEST_CELLS && !inside.some(({ tag }) => /^h[1-6]$/.test(tag))
  );
}

function placeCells(rows: readonly PageElement[][], table: number): Map<PageElement, Cell> {
  const placed = new Map<PageElement, Cell>();
  /** Of each column, the last row that a cell from above reaches into. */
  const taken: number[] = [];
  rows.forEach((cells, index) => {
    const row = index + 1;
    let column = 1;
    for (const cell of cells) {
      while ((taken[column] ?? 0) >= row && column < MOST_COLUMNS) column += 1;
      placed.set(cell, { table, row, column, isHeader: cell.tag === "th" || isInHead(cell) });
      const last = Math.min(MOST_COLUMNS, column + spanOf(cell, "colspan") - 1);
      for (let at = column; at <= last; at += 1) taken[at] = row + spanOf(cell, "rowspan") - 1;
      column = Math.min(MOST_COLUMNS, last + 1);
    }
  });
  return placed;
}

function isInHead(cell: PageElement): boolean {
  return cell.parent?.parent?.tag === "thead" && rawTextOf(cell).trim() !== "";
}

function spanOf(cell: PageElement, name: "colspan" | "rowspan"): number {
  const span = Number.parseInt(cell.attributes.get(name) ?? "1", 10);
  return span >= 1 ? Math.min(span, 1_000) : 1;
}
