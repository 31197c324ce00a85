import type { ReactNode } from "react";
import { blockAttributes } from "#components/articles/text/block-attributes.ts";
import type { Block, Cell } from "#lib/anchoring/blocks.ts";

/** A block of a table with its place in it. */
type PlacedCell = Block & { cell: Cell };

/** The cells of a run that say where they stand; null when one of them does not. */
export function placedCells(run: readonly Block[]): readonly PlacedCell[] | null {
  return run.every(isPlaced) ? run : null;
}

function isPlaced(block: Block): block is PlacedCell {
  return block.cell !== undefined;
}

/**
 * Cells as the table they came from. Empty cells have no block and no text, so the gaps are drawn anew. Wider than the
 * text, it scrolls sideways by itself, also by keys. The cells stay in the order of the text, whatever their places say.
 */
export function ArticleTable({
  cells,
  words,
  name,
}: {
  cells: readonly PlacedCell[];
  words: (block: Block) => ReactNode;
  /** What the place that scrolls is called. */
  name?: string | undefined;
}) {
  const columns = [...new Set(cells.map(({ cell }) => cell.column))].sort((a, b) => a - b);
  const places = new Map(columns.map((column, at) => [column, at]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section data-table tabIndex={0} aria-label={name}>
      <table>
        <tbody>
          {rowsOf(cells).map((row) => (
            <tr key={row[0]?.start}>
              {row.map((piece, at) => (
                <PlacedCells
                  key={piece.start}
                  gap={gapBefore(row, at, places)}
                  scope={scopeIn(row)}
                  piece={piece}
                >
                  {words(piece)}
                </PlacedCells>
              ))}
              <Gap columns={columns.length - 1 - placeOf(row.at(-1)?.cell, places)} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A cell with the empty ones before it drawn as one: a page may leave out more than anybody could draw. */
function PlacedCells({
  gap,
  scope,
  piece,
  children,
}: {
  gap: number;
  scope: "row" | "col";
  piece: PlacedCell;
  children: ReactNode;
}) {
  const attributes = blockAttributes(piece);
  return (
    <>
      <Gap columns={gap} />
      {piece.cell.isHeader ? (
        <th scope={scope} {...attributes}>
          {children}
        </th>
      ) : (
        <td {...attributes}>{children}</td>
      )}
    </>
  );
}

function Gap({ columns }: { columns: number }) {
  return columns > 0 ? <td {...(columns > 1 && { colSpan: columns })} /> : null;
}

/** Columns left empty between a cell and the one before it in its row. */
function gapBefore(row: readonly PlacedCell[], at: number, places: ReadonlyMap<number, number>): number {
  return placeOf(row[at]?.cell, places) - placeOf(row[at - 1]?.cell, places) - 1;
}

/** Which of the table's columns a cell stands in, from 0; -1 for none. */
function placeOf(cell: Cell | undefined, places: ReadonlyMap<number, number>): number {
  return (cell && places.get(cell.column)) ?? -1;
}

/** A row goes on to the right; what stands elsewhere, or where something stands already, begins another. */
function rowsOf(cells: readonly PlacedCell[]): PlacedCell[][] {
  const rows: PlacedCell[][] = [];
  for (const piece of cells) {
    const row = rows.at(-1);
    const last = row?.at(-1)?.cell;
    if (last && last.row === piece.cell.row && last.column < piece.cell.column) row?.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** A header among cells heads its row, one among headers its column. */
function scopeIn(row: readonly PlacedCell[]): "row" | "col" {
  return row.every(({ cell }) => cell.isHeader) ? "col" : "row";
}
