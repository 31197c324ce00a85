import type { ReadPart } from "#lib/imports/schema.ts";

/** A block of what was read, with its place in it: what the form sends. */
export type PlacedPart = ReadPart & { index: number };

/** What is drawn as one: the items of a list, the cells of a table, any other block by itself. */
export type ReadItem = { kind: "block" | "list" | "table"; parts: [PlacedPart, ...PlacedPart[]] };

/** Items that follow one another, all of them in the article or all of them left out by the reader. */
export type ReadStretch = { isKept: boolean; items: ReadItem[] };

/** Puts blocks together for drawing. A table stays whole, even one of whose cells some are left out. */
export function stretchesOf(parts: readonly PlacedPart[]): ReadStretch[] {
  const stretches: ReadStretch[] = [];
  for (const item of itemsOf(parts)) {
    const isKept = item.parts.some((part) => part.isKept);
    const last = stretches.at(-1);
    if (last?.isKept === isKept) last.items.push(item);
    else stretches.push({ isKept, items: [item] });
  }
  return stretches;
}

function itemsOf(parts: readonly PlacedPart[]): ReadItem[] {
  const items: ReadItem[] = [];
  for (const part of parts) {
    const last = items.at(-1);
    if (last && goesOn(last, part)) last.parts.push(part);
    else items.push({ kind: kindOf(part), parts: [part] });
  }
  return items;
}

function kindOf({ type, cell }: PlacedPart): ReadItem["kind"] {
  if (type === "list-item") return "list";
  return type === "table-cell" && cell ? "table" : "block";
}

function goesOn({ kind, parts: [first] }: ReadItem, part: PlacedPart): boolean {
  if (kind === "list") return part.type === "list-item" && part.isKept === first.isKept;
  return kind === "table" && part.cell?.table === first.cell?.table;
}

/** A cell with the columns left empty before it: where there is nothing, or another cell reaches over. */
export type RowCell = { part: PlacedPart; gap: number };

/** The rows of a table from the top, each cell in its column. */
export function rowsOf(cells: readonly PlacedPart[]): RowCell[][] {
  const rows = new Map<number, { cells: RowCell[]; width: number }>();
  for (const part of cells) {
    const { row: at = 1, column = 1 } = part.cell ?? {};
    const row = rows.get(at) ?? { cells: [], width: 0 };
    rows.set(at, row);
    const gap = Math.max(0, column - 1 - row.width);
    row.cells.push({ part, gap });
    row.width += gap + 1;
  }
  return [...rows.entries()].toSorted(([a], [b]) => a - b).map(([, row]) => row.cells);
}
