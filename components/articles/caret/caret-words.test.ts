import { expect, test } from "vitest";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { type CaretText, moveCaret } from "#lib/anchoring/caret.ts";
import { en } from "#lib/i18n/en/words.ts";
import { wordsAfterStep, wordsAt } from "./caret-words.ts";

const texts = en.articles.caret;
const text: CaretText = {
  ...assembleBlocks([
    { type: "paragraph", text: "Nobody paid. It was free." },
    { type: "caption", text: "End" },
  ]),
  language: "en",
  direction: "ltr",
};

const at = (head: number) => ({ anchor: head, head });

test("a caret says what it stands at, as much of it as the step was large", () => {
  const said = (head: number, by: "character" | "word" | "sentence") =>
    wordsAfterStep(text, { before: at(0), after: at(head), by }, texts);
  expect(said(7, "character")).toBe("p");
  expect(said(6, "character")).toBe("space");
  expect(said(7, "word")).toBe("paid");
  expect(said(13, "sentence")).toBe("It was free.");
  expect(said(25, "word")).toBe("end of paragraph");
  expect(wordsAt(text, 3, { start: 0, end: 12 }, texts)).toBe("Nobody paid.");
});

test("a step that chooses says what it took and what it let go of", () => {
  const move = { by: "word", toward: "later" } as const;
  const one = moveCaret(text, at(0), move, true);
  const two = moveCaret(text, one, move, true);
  const said = (before: typeof one, after: typeof one) =>
    wordsAfterStep(text, { before, after, by: "word" }, texts);
  expect(said(one, two)).toBe("paid, chosen");
  expect(said(two, one)).toBe("paid, not chosen any more");
});

test("at the ends of the text it says so", () => {
  expect(wordsAfterStep(text, { before: at(0), after: at(0), by: "character" }, texts)).toBe("no further");
});
