import fc from "fast-check";
import { expect, test } from "vitest";
import { nearStretch, type Stretch, topIn } from "./near-stretch.ts";

/** Blocks of 100 code units, each 50 pixels high. */
const starts = [0, 100, 200, 300, 400];
const place = (index: number) => ({ top: index * 50, bottom: index * 50 + 50 });
const between = (from: number, to: number) => nearStretch(starts, place, { from, to, length: 500 });

test("the blocks that show between two heights", () => {
  expect(between(60, 120)).toEqual({
    start: 100,
    end: 300,
    lines: [
      { at: 100, top: 50 },
      { at: 200, top: 100 },
      { at: 300, top: 150 },
    ],
  });
});

test("one that only touches them is not among them", () => {
  expect(between(50, 100)).toMatchObject({ start: 100, end: 200 });
});

test.each([
  ["all", -1_000, 1_000, 0, Number.POSITIVE_INFINITY],
  ["the end", 220, 1_000, 400, Number.POSITIVE_INFINITY],
  ["above the text", -200, -100, 0, 0],
  ["below the text", 300, 400, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
])("%s", (_, from, to, start, end) => {
  expect(between(from, to)).toMatchObject({ start, end });
});

test("a text without blocks", () => {
  const nothing = nearStretch([], place, { from: 0, to: 100, length: 0 });
  expect(nothing.lines).toEqual([]);
  expect(topIn(nothing, 0)).toBeNull();
});

test("an offset stands as far down its block as it is into its words", () => {
  const stretch = between(60, 160);
  expect([100, 150, 250].map((offset) => topIn(stretch, offset))).toEqual([50, 75, 125]);
  expect([99, 400].map((offset) => topIn(stretch, offset))).toEqual([null, null]);
});

test("in the text's last block too", () => {
  expect(topIn(between(220, 1_000), 450)).toBe(225);
});

test("it asks for few places, and finds the same as looking at each", () => {
  const heights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(heights, fc.integer({ min: -500, max: 90_000 }), (all, from) => {
      const tops = all.map((_, index) => all.slice(0, index).reduce((sum, each) => sum + each, 0));
      const at = (index: number) => ({
        top: tops[index] ?? 0,
        bottom: (tops[index] ?? 0) + (all[index] ?? 0),
      });
      const window = { from, to: from + 2_700, length: all.length };
      let asked = 0;
      const found: Stretch = nearStretch(
        [...all.keys()],
        (index) => {
          asked += 1;
          return at(index);
        },
        window,
      );
      const near = [...all.keys()].filter((index) => at(index).bottom > from && at(index).top < window.to);
      expect(found.lines.slice(0, -1).map((line) => line.at)).toEqual(near);
      expect(asked).toBeLessThanOrEqual(near.length + 1 + 2 * Math.ceil(Math.log2(all.length + 1)));
    }),
  );
});
