import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { matchWords } from "./word-diff.ts";

function runs(before: string, after: string): [string, string, boolean][] {
  return matchWords(before, after).map((match) => [
    before.slice(match.beforeStart, match.beforeEnd),
    after.slice(match.afterStart, match.afterEnd),
    match.isMoved,
  ]);
}

describe("the runs of words in both texts", () => {
  test("go round what was put in, taken out and replaced", () => {
    expect(runs("The cat sat on the old mat today.", "The big cat sat on a mat today.")).toEqual([
      ["The", "The", false],
      ["cat sat on", "cat sat on", false],
      ["mat today.", "mat today.", false],
    ]);
  });

  test("keep retyped signs and other letters of the same word", () => {
    expect(runs("He said “no” – twice.", 'he said "NO" - twice.')).toEqual([
      ["He said “no” – twice.", 'he said "NO" - twice.', false],
    ]);
  });

  test("tell a paragraph that moved from those that stayed", () => {
    const [long, short, last] = ["One two three four five six seven.", "Eight nine ten eleven.", "The end."];
    expect(runs(`${long}\n\n${short}\n\n${last}`, `${short}\n\n${long}\n\n${last}`)).toEqual([
      [long, long, false],
      [short, short, true],
      [last, last, false],
    ]);
  });

  test("do not mix two lines much alike of which one is gone", () => {
    const tail = "ut labore et dolore magna aliqua ut enim ad minim veniam";
    const [first, second] = [`Lorem ${tail} one.`, `Tempor ${tail} two.`];
    const kept = `Lorem ${tail} won.`;
    const [match] = matchWords(
      `Start here.\n\n${first}\n\n${second}\n\nStop.`,
      `Start here.\n\n${kept}\n\nStop.`,
    );
    const words = runs(`Start here.\n\n${first}\n\n${second}\n\nStop.`, `Start here.\n\n${kept}\n\nStop.`);
    expect(match?.beforeStart).toBe(0);
    expect(words).toContainEqual([`Start here.\n\nLorem ${tail}`, `Start here.\n\nLorem ${tail}`, false]);
  });

  test("of texts without a word in common, or without words, are none", () => {
    expect(runs("one two", "three")).toEqual([]);
    expect(runs("", "three")).toEqual([]);
    expect(runs(" ", "")).toEqual([]);
  });

  test("are found where every word stands thousands of times", () => {
    const long = "na ".repeat(6_000);
    const found = runs(`one ${long} two`, `uno na ${long} due`);
    const words = found.reduce((sum, [own]) => sum + own.split(" ").length, 0);
    expect(words).toBeGreaterThan(5_500);
  });
});

const line = fc
  .array(fc.constantFrom("a", "b", "c", "d", "E", "“", ".", "漢字"), { maxLength: 12 })
  .map((words) => words.join(" "));
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join("\n\n"));

test("runs are the same words, in the older text's order, no word twice", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const matches = matchWords(before, after);
      let last = 0;
      const taken = new Set<number>();
      for (const { beforeStart, beforeEnd, afterStart, afterEnd } of matches) {
        expect(beforeStart).toBeGreaterThanOrEqual(last);
        last = beforeEnd;
        const bare = (words: string) => fold(words).replaceAll(" ", "");
        expect(bare(before.slice(beforeStart, beforeEnd))).toBe(bare(after.slice(afterStart, afterEnd)));
        for (let at = afterStart; at < afterEnd; at += 1) {
          expect(taken.has(at)).toBe(false);
          taken.add(at);
        }
      }
      const inPlace = matches.filter(({ isMoved }) => !isMoved).map(({ afterStart }) => afterStart);
      expect(inPlace).toEqual(inPlace.toSorted((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

test("a text and itself are one run", () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(matchWords(same, same).length).toBe(/[^\s]/.test(same) ? 1 : 0);
    }),
  );
});
