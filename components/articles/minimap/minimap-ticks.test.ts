import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tone } from "#lib/publishing/values.ts";
import { type BlockPlace, depthOf, nearestTo, pathOf, SLOT, ticksOf } from "./minimap-ticks.ts";

/** A heading of one line, a paragraph of ten lines, and one below them. */
const BLOCKS: readonly BlockPlace[] = [
  { start: 0, end: 10, top: 0, height: 30 },
  { start: 12, end: 112, top: 50, height: 300 },
  { start: 114, end: 214, top: 370, height: 300 },
];

function claim(id: string, tone: Tone | null, ...starts: number[]) {
  const passages = starts.map((start) => ({ start, end: start + 5 }));
  return { id, tone, passages } as unknown as Parameters<typeof ticksOf>[0][number];
}

test.each([
  [0, 0],
  [5, 15],
  [10, 30],
  [11, 30],
  [12, 50],
  [62, 200],
  [112, 350],
  [114, 370],
  [214, 670],
  [9_999, 670],
])("offset %i is about %i pixels down", (offset, depth) => {
  expect(depthOf(offset, BLOCKS)).toBe(depth);
});

test("of a text without blocks nothing is known", () => {
  expect(depthOf(3, [])).toBeNull();
  expect(ticksOf([claim("a", null, 3)], { blocks: [], scale: 1 })).toEqual(new Map());
  expect(nearestTo(5, [claim("a", null, 3)], [])).toBeNull();
});

test("further on in the text is never higher up, and within it", () => {
  fc.assert(
    fc.property(fc.nat(214), fc.nat(214), (one, other) => {
      const [a, b] = [depthOf(Math.min(one, other), BLOCKS), depthOf(Math.max(one, other), BLOCKS)];
      expect(a).toBeLessThanOrEqual(b ?? -1);
      expect(b).toBeLessThanOrEqual(670);
    }),
  );
});

const whole = (top: number) => ({ top, left: 0, width: 10 });

describe("ticks", () => {
  const at = (...claims: Parameters<typeof ticksOf>[0][number][]) =>
    Object.fromEntries(ticksOf(claims, { blocks: BLOCKS, scale: 0.5 }));

  test("stand where the passages are, each claim in its tone", () => {
    expect(at(claim("a", null, 12, 62), claim("b", "true", 114), claim("lost", "false"))).toEqual({
      pending: [whole(24), whole(100)],
      true: [whole(184)],
    });
  });

  test("of claims close together are one, shared by their tones", () => {
    expect(at(claim("a", null, 62), claim("b", null, 63))).toEqual({ pending: [whole(100)] });
    const [pending, fake] = [claim("a", null, 62, 63, 62), claim("b", "false", 62)];
    expect(at(pending, fake)).toEqual({
      false: [{ top: 100, left: 0, width: 3 }],
      pending: [{ top: 100, left: 3, width: 7 }],
    });
  });

  test("fill their width and no more, whatever shares them", () => {
    const tones = ["true", "mostly_true", "mixed", "misleading", "false", "unverified", null] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tones), { minLength: 1, maxLength: 40 }), (given) => {
        const parts = Object.values(at(...given.map((tone, n) => claim(`${n}`, tone, 62)))).flat();
        expect(parts.reduce((sum, { width }) => sum + width, 0)).toBe(10);
      }),
    );
  });

  test("are no more than there is room for, however many claims there are", () => {
    const many = Array.from({ length: 5_000 }, (_, n) => claim(`${n}`, n % 2 ? "mixed" : null, n % 214));
    const tops = Object.values(at(...many)).flatMap((ticks) => ticks.map(({ top }) => top));
    expect(new Set(tops).size).toBeLessThanOrEqual(Math.ceil(670 / 2 / SLOT) + 1);
    expect(tops.length).toBeLessThanOrEqual(2 * new Set(tops).size);
  });

  test("of one tone are one path", () => {
    expect(pathOf("true", [whole(0), whole(24)])).toBe("M2 0h10v2.5h-10zM2 24h10v2.5h-10z");
    expect(pathOf("true", [{ top: 8, left: 3, width: 7 }])).toBe("M5 8h7v3h-7z");
    expect(pathOf("pending", [])).toBe("");
  });
});

test.each([
  [0, "a"],
  [140, "a"],
  [190, "b"],
  [300, "c"],
  [9_999, "c"],
])("the claim nearest to %i pixels is %s", (depth, id) => {
  const claims = [claim("a", null, 0, 32), claim("b", null, 62), claim("lost", null), claim("c", null, 114)];
  expect(nearestTo(depth, claims, BLOCKS)?.id).toBe(id);
});
