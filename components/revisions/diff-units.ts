import type { Block } from "#lib/anchoring/blocks.ts";
import type { DiffRow } from "#lib/anchoring/diff/revision-diff.ts";

/** The blocks of two texts that are compared. */
export type TwoTexts = { before: readonly Block[]; after: readonly Block[] };

/** `movedUp`: it stood further down in the older text; `movedDown`: further up. */
export type UnitKind = "same" | "changed" | "added" | "removed" | "movedUp" | "movedDown";

/** What is drawn as one: a block, or the cells of a table. `change`: its place among the changes from 1, null for none. */
export type DiffUnit = { rows: DiffRow[]; isTable: boolean; kind: UnitKind; change: number | null };

/** Puts the cells of a table together and counts the changes. */
export function unitsOf(rows: readonly DiffRow[], blocks: TwoTexts): DiffUnit[] {
  const groups: { rows: DiffRow[]; kinds: Set<UnitKind>; table: number | null }[] = [];
  let passed = -1;
  for (const row of rows) {
    const table = tableOf(row, blocks);
    const kind = row.kind === "moved" ? ((row.before ?? 0) > passed ? "movedUp" : "movedDown") : row.kind;
    if (kind === "same" || kind === "changed") passed = row.before ?? passed;
    const last = groups.at(-1);
    if (table !== null && last?.table === table) {
      last.rows.push(row);
      last.kinds.add(kind);
    } else groups.push({ rows: [row], kinds: new Set([kind]), table });
  }
  let changes = 0;
  return groups.map(({ rows, kinds, table }) => {
    const [only = "same", ...others] = kinds;
    const kind = others.length === 0 ? only : "changed";
    if (kind !== "same") changes += 1;
    return { rows, isTable: table !== null, kind, change: kind === "same" ? null : changes };
  });
}

/** The table a row is a cell of, 0 where the article does not number its tables; null when it is none. */
function tableOf({ before, after }: DiffRow, blocks: TwoTexts): number | null {
  const present = [blocks.before[before ?? -1], blocks.after[after ?? -1]].filter(
    (block) => block !== undefined,
  );
  if (!present.every(({ type }) => type === "table-cell")) return null;
  return present.at(-1)?.cell?.table ?? 0;
}

/** Units in reading order that are shown, or folded away, together. */
export type DiffStretch = { isFolded: boolean; units: DiffUnit[] };

/** So many unchanged units in a row are still read; of more, only those beside a change. */
const MOST_OPEN = 3;

/** Folds long stretches without a change, but for the unit beside each change. */
export function foldUnits(units: readonly DiffUnit[]): DiffStretch[] {
  const stretches: DiffUnit[][] = [];
  for (const unit of units) {
    const last = stretches.at(-1);
    if (last?.[0] && (last[0].change === null) === (unit.change === null)) last.push(unit);
    else stretches.push([unit]);
  }
  return stretches.flatMap((stretch, index): DiffStretch[] => {
    const isShown = stretch[0]?.change !== null || stretch.length <= MOST_OPEN;
    if (isShown) return [{ isFolded: false, units: stretch }];
    const from = index === 0 ? 0 : 1;
    const to = index === stretches.length - 1 ? stretch.length : stretch.length - 1;
    return [
      { isFolded: false, units: stretch.slice(0, from) },
      { isFolded: true, units: stretch.slice(from, to) },
      { isFolded: false, units: stretch.slice(to) },
    ].filter((part) => part.units.length > 0);
  });
}

/** The element of a change. */
export const changeId = (change: number) => `change-${change}`;
