import { expect, test } from "vitest";
import { assembleBlocks, blockProblems } from "#lib/anchoring/blocks.ts";
import { excerptsOf } from "./excerpts.ts";

const { text, blocks } = assembleBlocks([
  { type: "heading", text: "A heading", level: 2 },
  {
    type: "paragraph",
    text: "First sentence. Second one. Third.",
    marks: [{ type: "strong", start: 0, end: 34 }],
  },
  { type: "quote", text: "Somebody said so." },
  { type: "paragraph", text: "The end." },
]);
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const parts = (...words: string[]) => excerptsOf({ text, blocks, spans: words.map(spanOf) });

test("nothing but the words asked for leaves the text", () => {
  const [only, another] = parts("Second one.");
  expect(another).toBeUndefined();
  expect(only?.text).toBe("Second one.");
  expect(only?.offset).toBe(text.indexOf("Second one."));
});

test("blocks and marks are cut to the part and count from its start", () => {
  const [only] = parts("Second one.");
  expect(only?.blocks).toEqual([
    { type: "paragraph", start: 0, end: 11, marks: [{ type: "strong", start: 0, end: 11 }] },
  ]);
});

test("parts that overlap or follow one another are one, even across blocks", () => {
  expect(parts("First sentence. Second", "Second one.").map((part) => part.text)).toEqual([
    "First sentence. Second one.",
  ]);
  expect(parts("Third.", "Somebody said so.").map((part) => part.text)).toEqual([
    "Third.\n\nSomebody said so.",
  ]);
});

test("a part inside another does not shorten it", () => {
  expect(parts("First sentence. Second one.", "First").map((part) => part.text)).toEqual([
    "First sentence. Second one.",
  ]);
});

test("parts apart stay apart, in reading order, each a sound text of its own", () => {
  const all = parts("The end.", "A heading");
  expect(all.map((part) => part.text)).toEqual(["A heading", "The end."]);
  for (const part of all) expect(blockProblems(part.text, part.blocks)).toEqual([]);
  const across = parts("Third.\n\nSomebody");
  for (const part of across) expect(blockProblems(part.text, part.blocks)).toEqual([]);
});

test("without spans there is nothing", () => {
  expect(parts()).toEqual([]);
});
