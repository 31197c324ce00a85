import { expect, test } from "vitest";
import { type PlacedPart, rowsOf, stretchesOf } from "./read-items.ts";

const paragraph = (isKept: boolean) => ({ type: "paragraph", text: "Words.", isKept }) as const;
const item = (isKept: boolean) => ({ type: "list-item", text: "Words.", isKept }) as const;
const cell = (row: number, column: number, { table = 1, isKept = true } = {}) =>
  ({
    type: "table-cell",
    text: `${row}.${column}`,
    isKept,
    cell: { table, row, column, isHeader: false },
  }) as const;

const placed = (...parts: Omit<PlacedPart, "index">[]): PlacedPart[] =>
  parts.map((part, index) => ({ ...part, index }));

const shape = (parts: PlacedPart[]) =>
  stretchesOf(parts).map(
    ({ isKept, items }) =>
      `${isKept ? "kept" : "out"}: ${items.map((one) => `${one.kind} ${one.parts.length}`).join(", ")}`,
  );

test("blocks left out one after the other make one stretch", () => {
  const parts = placed(paragraph(false), paragraph(false), paragraph(true), paragraph(false));
  expect(shape(parts)).toEqual(["out: block 1, block 1", "kept: block 1", "out: block 1"]);
});

test("the items of a list stand together, but not those left out with those that are not", () => {
  expect(shape(placed(item(true), item(true), item(false), paragraph(true)))).toEqual([
    "kept: list 2",
    "out: list 1",
    "kept: block 1",
  ]);
});

test("a table stays whole, and two tables stay two", () => {
  const parts = placed(
    cell(1, 1),
    cell(1, 2, { isKept: false }),
    cell(1, 1, { table: 2, isKept: false }),
    paragraph(true),
  );
  expect(shape(parts)).toEqual(["kept: table 2", "out: table 1", "kept: block 1"]);
});

test("a cell without a place is a block like others", () => {
  expect(shape(placed({ type: "table-cell", text: "Alone", isKept: true }))).toEqual(["kept: block 1"]);
});

test("every cell stands in its row and column, with gaps where there is none", () => {
  const rows = rowsOf(placed(cell(1, 2), cell(1, 3), cell(3, 1), cell(2, 1)));
  expect(rows.map((row) => row.map(({ part, gap }) => [gap, part.text]))).toEqual([
    [
      [1, "1.2"],
      [0, "1.3"],
    ],
    [[0, "2.1"]],
    [[0, "3.1"]],
  ]);
});

test("a row as wide as anybody likes is no more than its cells", () => {
  expect(rowsOf(placed(cell(1, 1_000_000)))[0]?.length).toBe(1);
});
