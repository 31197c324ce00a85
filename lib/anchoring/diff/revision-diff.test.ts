import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleBlocks, type BlockPart, type TextWithBlocks } from "../blocks.ts";
import { type DiffRow, diffRevisions, inOneText, type Run } from "./revision-diff.ts";
import { matchWords } from "./word-diff.ts";

const paragraphs = (...texts: string[]) => assembleBlocks(texts.map((text) => ({ type: "paragraph", text })));
const diff = (before: TextWithBlocks, after: TextWithBlocks) =>
  diffRevisions(before, after, matchWords(before.text, after.text));
const kinds = (rows: readonly DiffRow[]) => rows.map(({ kind }) => kind);
const places = (rows: readonly DiffRow[]) => rows.map(({ before, after }) => [before, after]);
/** "kept -taken out- +put in+ ~from elsewhere~" */
const written = (runs: readonly Run[], { text }: TextWithBlocks) => {
  const signs = { same: "", removed: "-", added: "+", moved: "~" };
  return runs.map(({ start, end, kind }) => signs[kind] + text.slice(start, end) + signs[kind]).join("");
};

const KAY = "The mayor opened the new bridge on Monday in front of four hundred people.";
const ELL = "It had cost the town eleven million crowns, twice what was planned in 2019.";
const EMM = "Nobody from the opposition came; they called the bridge a monument to vanity.";

describe("one paragraph", () => {
  test("a word that was replaced is taken out and put in between words that stayed", () => {
    const [before, after] = [paragraphs(KAY, ELL), paragraphs(KAY, ELL.replace("eleven", "twelve"))];
    const [same, changed, ...none] = diff(before, after);
    expect(none).toEqual([]);
    expect(same?.kind).toBe("same");
    expect(changed?.kind).toBe("changed");
    expect(written(changed?.beforeRuns ?? [], before)).toBe(
      "It had cost the town -eleven -million crowns, twice what was planned in 2019.",
    );
    expect(written(changed?.afterRuns ?? [], after)).toBe(
      "It had cost the town +twelve +million crowns, twice what was planned in 2019.",
    );
  });

  test.each([
    ["It cost 1.4 % of it.", "It cost 2.4 % of it.", "It cost +2.4 +% of it."],
    ["It cost $1 billion then.", "It cost $1.2 billion then.", "It cost +$1.2 +billion then."],
    ["That was all of it in 2019.", "That was all of it in 2020.", "That was all of it in +2020.+"],
    ["They said so, in part, then.", "They said so; in part, then.", "They said so+; +in part, then."],
  ])("numbers change as a whole: %s %s", (was, is, told) => {
    const after = paragraphs(is);
    expect(written(diff(paragraphs(was), after)[0]?.afterRuns ?? [], after)).toBe(told);
  });

  test("in one text, what was taken out stands before what was put in", () => {
    const [before, after] = [paragraphs(ELL), paragraphs(`Yes. ${ELL.replace("eleven", "twelve")}`)];
    const [row] = diff(before, after);
    const text =
      row &&
      inOneText(row).map(({ side, run }) => {
        const from = side === "before" ? before : after;
        return `${run.kind}: ${from.text.slice(run.start, run.end)}`;
      });
    expect(text).toEqual([
      "added: Yes. ",
      "same: It had cost the town ",
      "removed: eleven ",
      "added: twelve ",
      "same: million crowns, twice what was planned in 2019.",
    ]);
  });

  test("quotation marks, dashes and white space alone are no change", () => {
    const rows = diff(
      paragraphs("“It is over,” she said — twice."),
      paragraphs('"It is over,"  she said – twice.'),
    );
    expect(kinds(rows)).toEqual(["same"]);
  });

  test("a paragraph that became a heading has changed, though its words are the same", () => {
    const heading = assembleBlocks([{ type: "heading", level: 2, text: KAY }]);
    const [row] = diff(paragraphs(KAY), heading);
    expect(row?.kind).toBe("changed");
    expect(row?.afterRuns.map(({ kind }) => kind)).toEqual(["same"]);
  });
});

describe("several paragraphs", () => {
  test("one that was put in and one that was taken out stand where they belong", () => {
    const rows = diff(paragraphs(KAY, ELL), paragraphs(KAY, EMM));
    expect(kinds(rows)).toEqual(["same", "removed", "added"]);
    expect(places(rows)).toEqual([
      [0, 0],
      [1, null],
      [null, 1],
    ]);
  });

  test("one that was taken out at the very beginning comes first", () => {
    expect(kinds(diff(paragraphs(EMM, KAY, ELL), paragraphs(KAY, ELL)))).toEqual(["removed", "same", "same"]);
  });

  test("one that stands elsewhere now has moved, and says what changed in it besides", () => {
    const short = "A short aside that moved.";
    const [old, now] = [paragraphs(short, KAY, ELL), paragraphs(KAY, ELL, short.replace("short", "brief"))];
    const rows = diff(old, now);
    expect(kinds(rows)).toEqual(["same", "same", "moved"]);
    expect(places(rows)).toEqual([
      [1, 0],
      [2, 1],
      [0, 2],
    ]);
    expect(written(rows[2]?.afterRuns ?? [], now)).toBe("A +brief +aside that moved.");
  });

  test("the larger part of one that was cut in two goes on, the smaller has moved", () => {
    const [before, after] = [
      paragraphs(`${KAY} ${EMM} Yes, really.`),
      paragraphs(`${KAY} ${EMM}`, "Yes, really."),
    ];
    const rows = diff(before, after);
    expect(places(rows)).toEqual([
      [0, 0],
      [null, 1],
    ]);
    expect(written(rows[0]?.beforeRuns ?? [], before)).toBe(`${KAY} ${EMM} ~Yes, really.~`);
    expect(written(rows[1]?.afterRuns ?? [], after)).toBe("~Yes, really.~");
  });

  test("a paragraph put in at the end leaves the full stop of the one before where it is", () => {
    const [before, after] = [paragraphs(KAY, ELL), paragraphs(KAY, ELL, EMM)];
    const rows = diff(before, after);
    expect(kinds(rows)).toEqual(["same", "same", "added"]);
    expect(written(rows[2]?.afterRuns ?? [], after)).toBe(`+${EMM}+`);
  });

  test("a full stop that was matched with another one far away stays with the words before it", () => {
    const [before, after] = [paragraphs("It rained.", KAY), paragraphs("It rained.", KAY, "It rained.")];
    const match = (from: number, to: number, afterFrom: number, isMoved = false) => ({
      beforeStart: from,
      beforeEnd: to,
      afterStart: afterFrom,
      afterEnd: afterFrom + to - from,
      isMoved,
    });
    const [stop, end] = [before.text.indexOf("."), before.text.length - 1];
    const matches = [
      match(0, stop, 0),
      match(stop, stop + 1, after.text.length - 1, true),
      match(12, end, 12),
      match(end, end + 1, after.text.indexOf(".")),
    ];
    const rows = diffRevisions(before, after, matches);
    expect(kinds(rows)).toEqual(["same", "same", "added"]);
    expect(written(rows[2]?.afterRuns ?? [], after)).toBe("+It rained.+");
  });

  test("equal words at both ends of a block stay, though only its middle was matched", () => {
    const before = paragraphs("Then she said it twice in one evening, laughing.");
    const after = paragraphs("Then he said it twice in one evening, crying.");
    const words = "it twice in one evening";
    const [from, at] = [before.text.indexOf(words), after.text.indexOf(words)];
    const middle = {
      beforeStart: from,
      beforeEnd: from + words.length,
      afterStart: at,
      afterEnd: at + words.length,
    };
    const [row] = diffRevisions(before, after, [{ ...middle, isMoved: false }]);
    expect(written(row?.afterRuns ?? [], after)).toBe("Then +he +said it twice in one evening, +crying+.");
  });

  test("a cell with another number is the same cell, changed", () => {
    const cells = (...texts: string[]) => assembleBlocks(texts.map((text) => ({ type: "table-cell", text })));
    const rows = diff(cells("Year", "Cost", "2019", "11"), cells("Year", "Cost", "2020", "11"));
    expect(kinds(rows)).toEqual(["same", "same", "changed", "same"]);
  });

  test("a text that has nothing in common with the older one replaces it", () => {
    expect(kinds(diff(paragraphs(KAY, ELL), paragraphs("Prosím, přihlaste se.")))).toEqual([
      "removed",
      "removed",
      "added",
    ]);
  });
});

describe("any two texts", () => {
  const word = fc.constantFrom(
    "the",
    "bridge",
    "Bridge",
    "“over”",
    "2019",
    "—",
    "e\u0301t\u00e9",
    "👩‍🚒",
    "\u200b",
    "橋を",
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
  const part: fc.Arbitrary<BlockPart> = fc.record({
    type: fc.constantFrom("paragraph", "heading", "table-cell", "caption"),
    text: fc.oneof({ weight: 4, arbitrary: sentence }, fc.string({ unit: "grapheme", minLength: 1 })),
  });
  const parts = fc
    .array(part, { minLength: 1, maxLength: 8 })
    .map((list) => list.map((each) => ({ ...each, text: each.text.replaceAll(/[\r\n]/g, " ") })));
  /** The second keeps, drops, repeats and reorders blocks of the first. */
  const edited = fc
    .tuple(parts, parts, fc.array(fc.nat(15), { maxLength: 12 }))
    .map(([old, fresh, order]) => {
      const pool = [...old, ...fresh];
      return [assembleBlocks(old), assembleBlocks(order.flatMap((at) => pool[at] ?? []))] as const;
    });

  const rebuilt = (rows: readonly DiffRow[], side: "before" | "after", { text }: TextWithBlocks) =>
    rows
      .filter((row) => row[side] !== null)
      .toSorted((a, b) => Number(a[side]) - Number(b[side]))
      .map((row) => row[`${side}Runs`].map(({ start, end }) => text.slice(start, end)).join(""))
      .join("\n\n");

  test("can be put together again from the runs, each block once", () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        const rows = diff(before, after);
        expect(rebuilt(rows, "before", before)).toBe(before.text);
        expect(rebuilt(rows, "after", after)).toBe(after.text);
        const newer = rows.flatMap((row) => row.after ?? []);
        expect(newer).toEqual(after.blocks.map((_, index) => index));
      }),
    );
  });

  test("share as many stretches in the one as in the other, and one text of both holds them once", () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        for (const row of diff(before, after)) {
          const same = (runs: readonly Run[]) => runs.filter(({ kind }) => kind === "same").length;
          expect(same(row.beforeRuns)).toBe(same(row.afterRuns));
          const one = inOneText(row);
          expect(one.filter(({ side }) => side === "after").map(({ run }) => run)).toEqual(row.afterRuns);
          expect(one).toHaveLength(row.beforeRuns.length + row.afterRuns.length - same(row.afterRuns));
        }
      }),
    );
  });

  test("that are one text have changed nowhere", () => {
    fc.assert(
      fc.property(parts.map(assembleBlocks), (text) => {
        for (const row of diff(text, text)) {
          expect(row.kind).toBe("same");
          expect(row.before).toBe(row.after);
          expect([...row.beforeRuns, ...row.afterRuns].every(({ kind }) => kind === "same")).toBe(true);
        }
      }),
    );
  });
});
