import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleBlocks, type BlockPart } from "./blocks.ts";
import {
  blockAt,
  type CaretMove,
  type CaretText,
  type CaretUnit,
  caretAt,
  caretOver,
  chosenBy,
  moveCaret,
  towardSide,
  unitAt,
} from "./caret.ts";
import { isBoundary } from "./graphemes.ts";
import { listWords } from "./sentences.ts";
import { trimSpan } from "./spans.ts";

function article(parts: readonly (string | BlockPart)[], direction: "ltr" | "rtl" = "ltr"): CaretText {
  const blocks = parts.map(
    (part): BlockPart => (typeof part === "string" ? { type: "paragraph", text: part } : part),
  );
  return { ...assembleBlocks(blocks), language: "en", direction };
}

const ENGLISH = article([
  "It cost €10m. Nobody paid!",
  { type: "table-cell", text: "Café 👩‍👩‍👧 2024", cell: { table: 1, row: 1, column: 1, isHeader: false } },
  { type: "caption", text: "* * *" },
  "The end.",
]);

const later = (by: CaretUnit): CaretMove => ({ by, toward: "later" });
const earlier = (by: CaretUnit): CaretMove => ({ by, toward: "earlier" });

/** What the caret passes or chooses from the beginning on, one piece for each step. */
function pieces(text: CaretText, move: CaretMove, isExtending: boolean): string[] {
  let caret = caretAt(text, move.toward === "later" ? 0 : text.text.length);
  const found: string[] = [];
  for (let steps = 0; caret !== null && steps < 1_000; steps += 1) {
    const next = moveCaret(text, caret, move, isExtending);
    if (next.head === caret.head) return found;
    found.push(text.text.slice(Math.min(caret.head, next.head), Math.max(caret.head, next.head)));
    caret = next;
  }
  throw new Error("The caret does not come to an end");
}

describe("a caret", () => {
  test("goes by what a reader calls a character, and from one block into the next", () => {
    const text = article(["e\u0301👩‍👩‍👧", "🇩🇪x"]);
    expect(pieces(text, later("character"), false)).toEqual(["e\u0301", "👩‍👩‍👧", "\n\n", "🇩🇪", "x"]);
    expect(pieces(text, earlier("character"), false)).toEqual(["x", "🇩🇪", "\n\n", "👩‍👩‍👧", "e\u0301"]);
  });

  test("goes to where each word begins, through every kind of block", () => {
    expect(pieces(ENGLISH, later("word"), false)).toEqual([
      "It ",
      "cost €",
      "10m. ",
      "Nobody ",
      "paid!\n\n",
      "Café 👩‍👩‍👧 ",
      "2024\n\n",
      "* * *\n\n",
      "The ",
      "end.",
    ]);
  });

  test("chooses to where each word ends, punctuation at the end of a block on its own", () => {
    expect(pieces(ENGLISH, later("word"), true)).toEqual([
      "It",
      " cost",
      " €10m",
      ". Nobody",
      " paid",
      "!",
      "\n\nCafé",
      " 👩‍👩‍👧 2024",
      "\n\n* * *",
      "\n\nThe",
      " end",
      ".",
    ]);
  });

  test("goes by sentence and by block", () => {
    expect(pieces(ENGLISH, later("sentence"), false).slice(0, 2)).toEqual([
      "It cost €10m. ",
      "Nobody paid!\n\n",
    ]);
    expect(pieces(ENGLISH, later("sentence"), true).slice(0, 2)).toEqual(["It cost €10m.", " Nobody paid!"]);
    expect(pieces(ENGLISH, earlier("block"), false)[0]).toBe("The end.");
    expect(pieces(ENGLISH, later("text"), true)).toEqual([ENGLISH.text]);
    expect(pieces(ENGLISH, earlier("text"), false)).toEqual([ENGLISH.text]);
  });

  test("goes the way an arrow points: by the direction of the block it stands in", () => {
    const mixed = article(["abc", { type: "quote", text: "שלום", direction: "rtl" }]);
    expect(towardSide(mixed, 0, "right")).toBe("later");
    expect(towardSide(mixed, mixed.text.indexOf("ש"), "right")).toBe("earlier");
    expect(towardSide(article(["שלום"], "rtl"), 0, "left")).toBe("later");
  });

  test("stands nowhere in a text without words, and beside a place where none may stand", () => {
    expect(caretAt(article([]), 0)).toBeNull();
    const text = article(["a👩‍👩‍👧", "b"]);
    expect(caretAt(text, 3)?.head).toBe(text.text.indexOf("\n"));
    expect(caretAt(text, text.text.indexOf("\n") + 1)?.head).toBe(text.text.length - 1);
    expect(caretAt(text, -5)?.head).toBe(0);
    expect(caretAt(text, 1_000)?.head).toBe(text.text.length);
    expect(caretOver(text, { start: 0, end: 1 })).toEqual({ anchor: 0, head: 1 });
  });

  test("knows what it stands at", () => {
    const at = ENGLISH.text.indexOf("body");
    const said = (by: "character" | "word" | "sentence" | "block") => {
      const span = unitAt(ENGLISH, at, by);
      return span && ENGLISH.text.slice(span.start, span.end);
    };
    expect([said("character"), said("word"), said("sentence")]).toEqual(["b", "Nobody", "Nobody paid!"]);
    expect(said("block")).toBe("It cost €10m. Nobody paid!");
    expect(unitAt(ENGLISH, ENGLISH.blocks[0]?.end ?? 0, "word")).toBeNull();
  });
});

const word = fc.constantFrom(
  "claim",
  "e\u0301te\u0301",
  "10.5%",
  "👩‍👩‍👧",
  "שלום",
  "العربية",
  "日本語",
  "ภาษาไทย",
  "?!",
  "* *",
  "a\u0308\u0323",
  "don’t",
  "\n",
);
const anyArticle = fc
  .array(
    fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" ")),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => article(parts));
const unit = fc.constantFrom<CaretUnit>("character", "word", "sentence", "block", "text");
const anyMove = fc.record({
  by: unit,
  toward: fc.constantFrom<CaretMove["toward"]>("earlier", "later"),
  isExtending: fc.boolean(),
});

function isPlace(text: CaretText, at: number): boolean {
  const block = blockAt(text, at);
  return block !== undefined && at >= block.start && at <= block.end && isBoundary(text.text, at);
}

describe("whatever the text and the keys", () => {
  test("a caret stands between whole characters of a block, and chooses nothing outside the text", () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(), fc.array(anyMove, { maxLength: 20 }), (text, from, moves) => {
        let caret = caretAt(text, from % (text.text.length + 1));
        for (const { isExtending, ...move } of moves) {
          caret &&= moveCaret(text, caret, move, isExtending);
          expect(caret && isPlace(text, caret.head) && isPlace(text, caret.anchor)).toBe(true);
          const span = caret && chosenBy(caret);
          if (span)
            expect(span.start >= 0 && span.start < span.end && span.end <= text.text.length).toBe(true);
          const kept = span && trimSpan(text.text, span);
          if (kept) expect(kept.start >= 0 && kept.end <= text.text.length).toBe(true);
        }
      }),
    );
  });

  test("as many characters back as forth lead to where it began", () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(), fc.nat({ max: 40 }), (text, from, count) => {
        const begin = caretAt(text, from % (text.text.length + 1));
        if (begin === null) return;
        let caret = begin;
        let moved = 0;
        for (let steps = 0; steps < count; steps += 1) {
          const next = moveCaret(text, caret, later("character"), false);
          if (next.head !== caret.head) moved += 1;
          caret = next;
        }
        for (let steps = 0; steps < moved; steps += 1)
          caret = moveCaret(text, caret, earlier("character"), false);
        expect(caret).toEqual(begin);
      }),
    );
  });

  test("no word is passed over, forth or back, and each is chosen to its end", () => {
    fc.assert(
      fc.property(anyArticle, (text) => {
        const words = text.blocks.flatMap((block) => listWords(text.text, block, text.language));
        const visited = (move: CaretMove, isExtending: boolean) => {
          const heads = new Set<number>();
          let caret = caretAt(text, move.toward === "later" ? 0 : text.text.length);
          while (caret && !heads.has(caret.head)) {
            heads.add(caret.head);
            caret = moveCaret(text, caret, move, isExtending);
          }
          return heads;
        };
        const forth = visited(later("word"), false);
        const back = visited(earlier("word"), false);
        const ends = visited(later("word"), true);
        for (const { start, end } of words) {
          if (isBoundary(text.text, start)) expect(forth.has(start) && back.has(start)).toBe(true);
          if (isBoundary(text.text, end)) expect(ends.has(end)).toBe(true);
        }
      }),
    );
  });

  test("what is chosen step by step is all that lies between, without a gap", () => {
    fc.assert(
      fc.property(anyArticle, unit, (text, by) => {
        expect(pieces(text, later(by), true).join("")).toBe(text.text);
        expect(pieces(text, earlier(by), true).toReversed().join("")).toBe(text.text);
      }),
    );
  });
});
