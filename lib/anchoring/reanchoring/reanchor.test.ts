import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { editText, seededRandom } from "#lib/testing/edit-script.ts";
import { fold } from "../diff/fold.ts";
import { isBoundary } from "../graphemes.ts";
import { quoteAt, type Span, trimSpan } from "../spans.ts";
import { type Anchored, type PassageToAnchor, reanchor } from "./reanchor.ts";
import { REANCHOR_CASES } from "./reanchor-cases.ts";

function passageAt(text: string, span: Span): PassageToAnchor {
  return { id: `${span.start}-${span.end}`, ...span, ...quoteAt(text, span) };
}

function anchorOne(before: string, after: string, passage: PassageToAnchor): Anchored {
  const [anchored, another] = reanchor({ before, after, passages: [passage] });
  if (anchored === undefined || another !== undefined) throw new Error("One passage, one answer.");
  return anchored;
}

/** The text without its two bars, and the stretch between them; null without bars. */
function unbar(barred: string): { text: string; span: Span | null } {
  const [left = "", inside, right] = barred.split("|");
  if (inside === undefined || right === undefined) return { text: barred, span: null };
  return { text: left + inside + right, span: { start: left.length, end: left.length + inside.length } };
}

describe("an edit", () => {
  test.each(REANCHOR_CASES)("$outcome: $name", ({ before, after, outcome }) => {
    const older = unbar(before);
    const newer = unbar(after);
    if (older.span === null) throw new Error("The case has no passage.");
    const anchored = anchorOne(older.text, newer.text, passageAt(older.text, older.span));
    const found = "start" in anchored ? newer.text.slice(anchored.start, anchored.end) : null;
    const expected = newer.span && newer.text.slice(newer.span.start, newer.span.end);
    expect({ outcome: anchored.outcome, found }).toEqual({ outcome, found: expected });
    if ("start" in anchored) expect(anchored.start).toBe(newer.span?.start);
  });
});

describe("a passage without a place", () => {
  const unplaced = (text: string, quote: string, prefix = "", suffix = "") =>
    anchorOne("", text, { id: "a", start: null, end: null, quote, prefix, suffix });

  test("is moved to the only place with its words", () => {
    expect(unplaced("One two three.", "TWO")).toEqual({
      id: "a",
      outcome: "moved",
      start: 4,
      end: 7,
      score: 1,
    });
  });

  test("is ambiguous where nothing tells two places apart, with both offered", () => {
    const anchored = unplaced("We will see. Yes. We will see. Yes.", "We will see.");
    expect(anchored).toEqual({
      id: "a",
      outcome: "ambiguous",
      candidates: [
        { start: 0, end: 12, score: 1 },
        { start: 18, end: 30, score: 1 },
      ],
    });
  });

  test("is moved to the one of several places that has its surroundings", () => {
    const text = "The cat said: we will see. Later on the dog said: we will see.";
    const anchored = unplaced(text, "we will see", "on the dog said: ", ".");
    expect(anchored).toMatchObject({ outcome: "moved", start: text.lastIndexOf("we") });
  });

  test("is offered five of many places at most", () => {
    const anchored = unplaced("na ".repeat(50), "na");
    expect(anchored.outcome === "ambiguous" && anchored.candidates).toHaveLength(5);
  });

  test("is reworded where nearly its words stand", () => {
    const text = "Some years later, as he faced the firing squad, he remembered.";
    const anchored = unplaced(text, "Many years later, as he faced the firing squad");
    expect(anchored).toMatchObject({ outcome: "reworded", start: 0, end: 46 });
  });

  test("is lost where nothing is like it, or it has no words", () => {
    for (const quote of ["colourless green ideas sleep", "", " \n", "\u200b"]) {
      expect(unplaced("One two three four five six.", quote)).toMatchObject({ outcome: "lost" });
    }
    expect(unplaced("", "words")).toEqual({ id: "a", outcome: "lost", candidates: [] });
  });
});

test("a reworded place that still waits for a person keeps waiting when the text stays, and is exact once restored", () => {
  const before = "The money was not found in a box.";
  const passage = { ...passageAt(before, { start: 10, end: 23 }), quote: "was found" };
  expect(anchorOne(before, before, passage)).toMatchObject({ outcome: "reworded", start: 10, end: 23 });
  expect(anchorOne(before, "The money was found in a box.", passage)).toMatchObject({
    outcome: "exact",
    start: 10,
    end: 19,
  });
});

test("a deleted quote is not taken to where its words stand for another passage", () => {
  const before = "The New York Times wrote it.\n\nLater The New York Times denied it.\n\nNobody read both.";
  const after = "Somebody wrote it.\n\nLater The New York Times denied it.\n\nNobody read both.";
  expect(anchorOne(before, after, passageAt(before, { start: 0, end: 18 }))).toMatchObject({
    outcome: "ambiguous",
    candidates: [{ start: after.indexOf("The New York Times"), score: 1 }],
  });
});

test("answers come in the order of the passages", () => {
  const before = "one two three four five six";
  const passages = [24, 0, 8].map((start) => passageAt(before, { start, end: start + 3 }));
  const answers = reanchor({ before, after: `zero ${before}`, passages });
  expect(answers.map(({ id }) => id)).toEqual(["24-27", "0-3", "8-11"]);
});

const TEXTS = [
  "The dog barked. “It’s so”, he said – twice.\n\nThe dog barked. 5 % of 1,000 is 50 … or not?",
  "出国前后关注点大不同。\n\nイヌは肉をくわえていました。サン\u3099 그는 서울에서 왔다",
  "قال الوزير إن الأسعارَ ارتفعت\n\nהוא אמר שהמחירים עלו",
  "เขากล่าวว่าราคาสูงขึ้นมากในปีนี้ ຄຳ नमस्ते दुनिया क्षत्रिय",
  "👩‍👩‍👧 🇩🇪🇫🇷 👍🏽 1️⃣ cafe\u0301 İstanbul ΟΔΟΣ parlia\u00admentary 𝐀𠮷 a\u200bb\r\nc",
];
const anyText = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "é", "e\u0301", "-", "漢"), maxLength: 60 }),
);
const anySpan = fc.record({ start: fc.nat(90), length: fc.integer({ min: 1, max: 60 }) });

function spanIn(text: string, { start, length }: { start: number; length: number }): Span | null {
  const from = text.length === 0 ? 0 : start % text.length;
  const span = trimSpan(text, { start: from, end: from + length });
  return span !== null && fold(text.slice(span.start, span.end)) !== "" ? span : null;
}

describe("whatever the text", () => {
  test("a passage of a text that stayed the same, or grew at its ends, is exact", () => {
    fc.assert(
      fc.property(anyText, anySpan, (text, where) => {
        const span = spanIn(text, where);
        if (span === null) return;
        const passage = passageAt(text, span);
        expect(anchorOne(text, text, passage)).toMatchObject({ outcome: "exact", ...span });
        // Nothing of what it grew by is in it: a text of one full stop would end at either of two.
        fc.pre(!/[◆◇]/u.test(text));
        const put = "◆◆◆ ◆◆◆\n\n";
        const anchored = anchorOne(text, `${put}${text}\n\n◇◇◇ ◇◇◇`, passage);
        expect(anchored).toMatchObject({ outcome: "exact", start: span.start + put.length });
      }),
      { numRuns: 300 },
    );
  });

  test("an answer never points at words that are not the quote's, nor splits a character", () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.array(anySpan, { maxLength: 5 }),
        fc.boolean(),
        (before, other, wheres, isNew) => {
          const after = isNew ? other : before.slice(3) + other.slice(0, 20) + before.slice(0, 3);
          const passages = wheres.flatMap((where) => {
            const span = spanIn(before, where);
            return span === null ? [] : [passageAt(before, span)];
          });
          const unplaced = passages.map((passage) => ({ ...passage, start: null, end: null }));
          const all = [...passages, ...unplaced];
          const answers = reanchor({ before, after, passages: all });
          expect(answers).toEqual(reanchor({ before, after, passages: all }));
          for (const [index, answer] of answers.entries()) check(after, all[index]?.quote ?? "", answer);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function check(after: string, quote: string, answer: Anchored): void {
  for (const { start, end, score } of "start" in answer ? [answer] : answer.candidates) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(after.length);
    expect(isBoundary(after, start) && isBoundary(after, end)).toBe(true);
    expect(trimSpan(after, { start, end })).toEqual({ start, end });
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
  if (answer.outcome === "exact" || answer.outcome === "moved") {
    expect(fold(after.slice(answer.start, answer.end))).toBe(fold(quote));
  }
  if (answer.outcome === "reworded")
    expect(fold(after.slice(answer.start, answer.end))).not.toBe(fold(quote));
  if (answer.outcome === "lost") expect(answer.candidates.length).toBeLessThanOrEqual(3);
  if (answer.outcome === "ambiguous") expect(answer.candidates.length).toBeLessThanOrEqual(5);
}

describe("a text edited with a book kept of it", () => {
  const words = "river bridge council tax water school Monday evening minister report".split(" ");
  const random = seededRandom(7);
  const sentence = () =>
    Array.from(
      { length: 12 },
      () => `${words[Math.floor(random() * words.length)]}${Math.floor(random() * 40)}`,
    ).join(" ");
  const paragraphs = Array.from({ length: 60 }, () => `${sentence()}. ${sentence()}.`);
  const before = paragraphs.join("\n\n");
  const spans = paragraphs.map((paragraph) => {
    const start = before.indexOf(paragraph);
    return { start, end: start + paragraph.indexOf(".") };
  });
  const gone = spans.filter((_, index) => index % 7 === 3);
  const { after, truthOf } = editText({
    before,
    deleted: gone,
    spares: [],
    random,
    rates: {
      words: 0.05,
      movedParagraphs: 0.2,
      deletedParagraphs: 0,
      insertedParagraphs: 0,
      retypedParagraphs: 0.2,
    },
  });
  const answers = reanchor({ before, after, passages: spans.map((span) => passageAt(before, span)) });

  test("no deleted quote is placed", () => {
    const placed = answers.filter(
      (answer, index) => gone.includes(spans[index] ?? { start: 0, end: 0 }) && "start" in answer,
    );
    expect(gone.length).toBeGreaterThan(5);
    expect(placed).toEqual([]);
  });

  test("every other quote is placed where its words went", () => {
    for (const [index, span] of spans.entries()) {
      if (gone.includes(span)) continue;
      const { image } = truthOf(span);
      const answer = answers[index];
      if (answer === undefined || image === null || !("start" in answer))
        throw new Error(`Passage ${index} is not placed.`);
      const common = Math.min(answer.end, image.end) - Math.max(answer.start, image.start);
      expect(common).toBeGreaterThan(0.8 * (image.end - image.start));
    }
  });
});

type HypothesisCases = {
  texts: Record<string, string>;
  exact: { text: string; quote: string; expectedText: string }[];
  approx: { text: string; quote: string; expectedText: string }[];
  none: { literalText: string; quote: string }[];
};
const hypothesis = readShared("corpora/anchoring/hypothesis/match-quote.json");

test.skipIf(hypothesis === null)(
  "finds the quotes of Hypothesis's test cases, and none where they have none",
  () => {
    const { texts, exact, approx, none }: HypothesisCases = JSON.parse(hypothesis ?? "{}");
    const find = (text: string, quote: string) =>
      anchorOne("", text, { id: "a", start: null, end: null, quote, prefix: "", suffix: "" });
    for (const { text: name, quote, expectedText } of [...exact, ...approx]) {
      const text = texts[name] ?? "";
      const answer = find(text, quote);
      const place = "start" in answer ? answer : answer.candidates[0];
      expect(text.slice(place?.start, place?.end)).toBe(expectedText);
    }
    for (const { literalText, quote } of none) expect(find(literalText, quote).outcome).toBe("lost");
  },
);

const ranges = readShared("corpora/anchoring/hypothesis/html-ranges.json");
const fixture = readShared("corpora/anchoring/hypothesis/html-anchoring-fixture.html");

/**
 * The ends of the ranges are steps through a tree, which we have not; their quotes are what can be ours. One of them
 * stands on the page twice more, glued to the word before it where a tag was: those are not the same words.
 */
test.skipIf(ranges === null || fixture === null)(
  "finds the quotes of Hypothesis's ranges on its page",
  () => {
    const quotes: { quote: string }[] = JSON.parse(ranges ?? "[]");
    expect(quotes).toHaveLength(14);
    const text = (fixture ?? "").replace(/<[^>]*>/g, "");
    for (const { quote } of quotes) {
      const answer = anchorOne("", text, { id: "a", start: null, end: null, quote, prefix: "", suffix: "" });
      expect(answer).toMatchObject({ outcome: "moved", start: text.indexOf(quote) });
    }
  },
);

type Baseline = {
  rows: { target: { selector: { type: string; start?: number; end?: number; exact?: string }[] }[] }[];
};
const baseline = readShared("corpora/anchoring/hypothesis/baselines/minimal.json");
const page = readShared("corpora/anchoring/hypothesis/baselines/minimal.html");

test.skipIf(baseline === null || page === null)(
  "anchors Hypothesis's baseline annotation where it stood",
  () => {
    const { rows }: Baseline = JSON.parse(baseline ?? "{}");
    const text = (page ?? "").replace(/<[^>]*>/g, "");
    for (const selectors of rows.map(({ target }) => target[0]?.selector ?? [])) {
      const position = selectors.find(({ type }) => type === "TextPositionSelector");
      const quote = selectors.find(({ type }) => type === "TextQuoteSelector")?.exact ?? "";
      const passage = { ...passageAt(text, { start: position?.start ?? 0, end: position?.end ?? 0 }), quote };
      expect(anchorOne(text, text, passage)).toMatchObject({ outcome: "exact", start: text.indexOf(quote) });
    }
  },
);

test("words that stood twice and stand once now are never said to be gone", () => {
  const twice = "The claim in that post, made in June 2025, is still online. Nobody has taken it down.";
  const before = `The wall protects 4.2 million people.\n\n${twice}\n\nBetween the two stands this.\n\n${twice}\n\nThe end of it.`;
  const after = `The wall protects 3.9 million people.\n\nBetween the two stands this.\n\n${twice}\n\nThe end of it.`;
  for (const words of [twice, "made in June 2025, is still online"]) {
    const start = before.indexOf(words);
    const answer = anchorOne(before, after, passageAt(before, { start, end: start + words.length }));
    const place = "start" in answer ? answer : answer.candidates[0];
    expect(answer.outcome).not.toBe("lost");
    expect(after.slice(place?.start, place?.end)).toBe(words);
  }
});
