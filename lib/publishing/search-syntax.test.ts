import fc from "fast-check";
import { expect, test } from "vitest";
import { anyWord, piecesOf, websearch } from "./search-syntax.ts";

/** As the database would leave plain English words. */
const read = (typed: string) =>
  piecesOf(typed).map((piece) => ({
    ...piece,
    words: piece.text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim(),
  }));

test.each<[string, string, string]>([
  ["tax", '"tax"', '"tax"'],
  ["Tax cuts", '"tax" "cuts"', '"tax" or "cuts"'],
  ['"tax cuts" rich', '"tax cuts" "rich"', '"tax" or "cuts" or "rich"'],
  ["“tax cuts”", '"tax cuts"', '"tax" or "cuts"'],
  ['"tax cuts', '"tax cuts"', '"tax" or "cuts"'],
  ["tax -cuts", '"tax" -"cuts"', '"tax"'],
  ['tax -"for the rich"', '"tax" -"for the rich"', '"tax"'],
  ["--tax", '-"tax"', ""],
  ["tax or cuts", '"tax" or "cuts"', '"tax" or "cuts"'],
  ["tax | cuts", '"tax" or "cuts"', '"tax" or "cuts"'],
  ["impôt|taxe", '"imp t" or "taxe"', '"imp" or "t" or "taxe"'],
  ['"tax cuts"|-rich', '"tax cuts" or -"rich"', '"tax" or "cuts"'],
  ['"tax | cuts" || | rich |', '"tax cuts" or "rich"', '"tax" or "cuts" or "rich"'],
  ["or tax or", '"tax"', '"tax"'],
  ['"or" tax', '"or" "tax"', '"or" or "tax"'],
  ["1,000 jobs", '"1 000" "jobs"', '"1" or "000" or "jobs"'],
  ["well-known", '"well known"', '"well" or "known"'],
  ["a & b | !c <-> (d:*)", '"a" "b" or "c" "d"', '"a" or "b" or "c" or "d"'],
  ["- -- or ** ''", "", ""],
])("%j is read", (typed, all, any) => {
  expect(websearch(read(typed))).toBe(all);
  expect(anyWord(read(typed))).toBe(any);
});

test("whatever is typed, nothing but words in quotation marks comes out, and not many", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("a", "tax", '"', "“", "-", "or", " ", "!", ":*", "|", "&", "\\", "'"))
      .map((all) => all.join("")),
  );
  fc.assert(
    fc.property(typed, (words) => {
      expect(websearch(read(words))).toMatch(/^((or )?-?"[a-z0-9 ]+"( |$))*$/);
      expect(piecesOf(words).length).toBeLessThanOrEqual(16);
    }),
  );
});
