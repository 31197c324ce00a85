import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, csvOf } from "./csv.ts";

const table = (rows: Cell[][]) => ({
  columns: [{ label: "Topic" }, { label: "All" }],
  rows,
});

const lines = (rows: Cell[][]) => csvOf(table(rows)).slice(1).split("\r\n").slice(1, -1);

test("a file begins with a byte order mark and its columns' names, and ends with a line's end", () => {
  expect(csvOf(table([["Tax", 3]]))).toBe("\uFEFFTopic,All\r\nTax,3\r\n");
});

describe("a cell", () => {
  test.each([
    ["with a comma", "Tax, health", '"Tax, health"'],
    ["with quotes", 'The "tax"', '"The ""tax"""'],
    ["of two lines", "a\nb", '"a\nb"'],
    ["that is a formula", '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ["that begins with a plus", "+1", "'+1"],
    ["that begins with a minus", "-1", "'-1"],
    ["that begins with an at", "@SUM(A1)", "'@SUM(A1)"],
    ["that begins with a tab", "\t=1", "'\t=1"],
    ["that begins with a carriage return", "\r=1", `"'\r'=1"`],
    ["that is a formula behind spaces", "  =1", "'  =1"],
    ["that is a formula in full width", "＝1", "'＝1"],
    ["that is one behind a semicolon", "Tax; =1+1;x", "Tax; '=1+1;x"],
    ["that is one in a second line", "Tax,\n+1", `"Tax,\n'+1"`],
    ["that has signs among its words", "a;b, 3 - 2 = 1; c", '"a;b, 3 - 2 = 1; c"'],
    ["that is a name", "O’Neill-Smith", "O’Neill-Smith"],
  ])("%s is harmless and whole", (_, cell, written) => {
    expect(lines([[cell, 1]])[0]).toBe(`${written},1`);
  });

  test("that is a number stays one, below nought too, and without a value is empty", () => {
    expect(lines([["x", -0.25]])[0]).toBe("x,-0.25");
    expect(lines([["x", null]])[0]).toBe("x,");
  });

  test("never begins a formula and comes back as it was, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", maxLength: 12 }), (text) => {
        const written = csvOf(table([[text, 1]])).slice("\uFEFFTopic,All\r\n".length, -"\r\n".length);
        const field = written.slice(0, -",1".length);
        const read = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        expect(read).not.toMatch(/^[=+\-@\t\r]/);
        // Nor where each semicolon and each line's end begins a cell.
        expect(written).not.toMatch(/[;\r\n]\s*[=+\-@]/);
        expect(read.replaceAll("'", "")).toBe(text.replaceAll("'", ""));
      }),
    );
  });
});

test("a cell of white space without end holds up nobody", () => {
  const csv = csvOf({ columns: [{ label: "a" }], rows: [[`;${" ".repeat(300_000)}x`]] });
  expect(csv).toHaveLength("\uFEFFa\r\n;x\r\n".length + 300_000);
});
