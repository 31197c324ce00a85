import { expect, test } from "vitest";
import { assembleBlocks, type BlockPart } from "#lib/anchoring/blocks.ts";
import { type Adjustment, adjustWords } from "./adjust-words.ts";

const parts: BlockPart[] = [
  { type: "paragraph", text: "“Moscow agreed,” he said." },
  { type: "paragraph", text: "Nobody else did." },
];
const article = { ...assembleBlocks(parts), language: "en" };

const cases: { chosen: string; adjustment: Adjustment; words: string | null }[] = [
  { chosen: "agreed", adjustment: { edge: "start", by: "earlier" }, words: "Moscow agreed" },
  { chosen: "Moscow agreed", adjustment: { edge: "start", by: "earlier" }, words: "“Moscow agreed" },
  { chosen: "“Moscow agreed", adjustment: { edge: "start", by: "earlier" }, words: null },
  { chosen: "Moscow agreed", adjustment: { edge: "start", by: "later" }, words: "agreed" },
  { chosen: "agreed", adjustment: { edge: "start", by: "later" }, words: null },
  { chosen: "agreed", adjustment: { edge: "end", by: "later" }, words: "agreed,” he" },
  { chosen: "he said", adjustment: { edge: "end", by: "later" }, words: "he said." },
  { chosen: "he said.", adjustment: { edge: "end", by: "later" }, words: null },
  { chosen: "he said.", adjustment: { edge: "end", by: "earlier" }, words: "he said" },
  { chosen: "he said", adjustment: { edge: "end", by: "earlier" }, words: "he" },
  { chosen: "he", adjustment: { edge: "end", by: "earlier" }, words: null },
];

test.each(cases)("“$chosen”, $adjustment.edge $adjustment.by: $words", ({ chosen, adjustment, words }) => {
  const start = article.text.indexOf(chosen);
  const adjusted = adjustWords(article, { start, end: start + chosen.length }, adjustment);
  expect(adjusted && article.text.slice(adjusted.start, adjusted.end)).toBe(words);
});

test("words over two blocks grow within them", () => {
  const start = article.text.indexOf("he said");
  const end = article.text.indexOf(" else");
  expect(adjustWords(article, { start, end }, { edge: "end", by: "later" })?.end).toBe(end + " else".length);
});
