import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Counted } from "./agreement.ts";
import { binomial } from "./bootstrap.ts";
import { cohenKappa, type Pair } from "./cohen.ts";
import { krippendorffAlpha, type Metric, type Ratings } from "./krippendorff.ts";
import { randomFrom } from "./random.ts";

/** Each item by itself. */
const each = <Said>(items: readonly Said[]): Counted<Said>[] => items.map((said) => ({ said, count: 1 }));

/** Table of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), C: 4 observers, 12 units. */
const OBSERVERS = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];

const units = (observers: readonly string[]): Counted<Ratings>[] =>
  each(
    [...(observers[0] ?? "")].map((_, at) =>
      observers.flatMap((ratings) => (ratings[at] === "." ? [] : [Number(ratings[at]) - 1])),
    ),
  );

describe("Krippendorff's alpha", () => {
  test("is what its author works out", () => {
    expect(krippendorffAlpha(units(OBSERVERS), "nominal")?.value).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(units(OBSERVERS), "ordinal")?.value).toBeCloseTo(0.815, 3);
    expect(krippendorffAlpha(units(OBSERVERS), "nominal")?.items).toBe(11);
  });

  test("is what its author works out for two observers and two ratings (A of the same paper)", () => {
    const observers = ["1211111121", "2221121111"];
    expect(krippendorffAlpha(units(observers), "nominal")?.value).toBeCloseTo(0.095, 3);
  });

  test("holds its value in its interval, the same one each time", () => {
    const once = krippendorffAlpha(units(OBSERVERS), "nominal");
    expect(once?.low).toBeLessThan(once?.value ?? 0);
    expect(once?.high).toBeGreaterThan(once?.value ?? 1);
    expect(krippendorffAlpha(units(OBSERVERS), "nominal")).toEqual(once);
  });

  test("is the same of items counted as of each by itself", () => {
    const ratings: Ratings[] = [
      [0, 0],
      [0, 1],
      [0, 0],
      [1, 1],
      [0, 1],
      [2, 2, 1],
    ];
    const counted = [
      { said: [0, 0], count: 2 },
      { said: [0, 1], count: 2 },
      { said: [1, 1], count: 1 },
      { said: [2, 2, 1], count: 1 },
      { said: [2], count: 90 },
    ];
    const [one, other] = [krippendorffAlpha(each(ratings), "ordinal"), krippendorffAlpha(counted, "ordinal")];
    expect(other?.value).toBeCloseTo(one?.value ?? 0, 12);
    expect(other?.items).toBe(6);
  });

  test("of few who never differed leaves open that they might have", () => {
    const few = krippendorffAlpha(
      [
        { said: [0, 0], count: 3 },
        { said: [1, 1], count: 2 },
      ],
      "nominal",
    );
    const many = krippendorffAlpha(
      [
        { said: [0, 0], count: 300 },
        { said: [1, 1], count: 200 },
      ],
      "nominal",
    );
    expect(few).toMatchObject({ value: 1, high: 1 });
    expect(few?.low).toBeLessThan(0);
    expect(many?.low).toBeGreaterThan(0.98);
  });

  test("of many who hardly ever say but one thing is not told narrowly", () => {
    const found = krippendorffAlpha(
      [
        { said: [0, 0], count: 9 },
        { said: [0, 1], count: 1 },
      ],
      "nominal",
    );
    expect(found?.value).toBeLessThan(0.1);
    expect(found?.high).toBe(1);
  });

  test("takes a hundred thousand items in its stride", () => {
    const kinds = [
      { said: [0, 0], count: 60_000 },
      { said: [0, 1, 1], count: 10_000 },
      { said: [1, 1], count: 30_000 },
    ];
    const found = krippendorffAlpha(kinds, "ordinal");
    expect(found?.items).toBe(100_000);
    expect((found?.high ?? 1) - (found?.low ?? 0)).toBeLessThan(0.02);
  });

  test.each([
    ["nothing", []],
    ["one opinion each", [[0], [1]]],
    [
      "one rating only",
      [
        [2, 2],
        [2, 2],
      ],
    ],
  ])("says nothing about %s", (_, items) => {
    expect(krippendorffAlpha(each<Ratings>(items), "nominal")).toBeNull();
  });

  test("is never above 1, and 1 when all agree and only then", () => {
    const items = fc.array(fc.array(fc.nat(4), { maxLength: 4 }), { maxLength: 20 });
    fc.assert(
      fc.property(items, fc.constantFrom<Metric>("nominal", "ordinal"), (ratings, metric) => {
        const found = krippendorffAlpha(each(ratings), metric);
        if (found === null) return;
        expect(found.value).toBeLessThanOrEqual(1);
        expect(found.value === 1).toBe(ratings.every((item) => new Set(item).size < 2));
        expect(found.low <= found.value && found.value <= found.high).toBe(true);
      }),
    );
  });
});

/** Pairs from a table: rows the first person's ratings, columns the second's. */
const pairs = (table: readonly (readonly number[])[]): Counted<Pair>[] =>
  table.flatMap((row, a) => row.map((count, b) => ({ said: [a, b] as const, count })));

describe("Cohen's kappa", () => {
  test("is what A. Agresti works out for two pathologists (Categorical Data Analysis, 2nd ed., 10.5)", () => {
    const found = cohenKappa(
      pairs([
        [22, 2, 2, 0],
        [5, 7, 14, 0],
        [0, 2, 36, 0],
        [0, 1, 17, 10],
      ]),
    );
    expect(found?.value).toBeCloseTo(0.493, 3);
    // He gives 0.057, of the large-sample formula; a resample of the items is not that formula.
    const error = ((found?.high ?? 0) - (found?.low ?? 0)) / 2 / 1.96;
    expect(Math.abs(error - 0.057)).toBeLessThan(0.005);
    expect(found?.items).toBe(118);
  });

  test.each([
    [
      "all agree",
      [
        [3, 0],
        [0, 4],
      ],
      1,
    ],
    [
      "as by chance",
      [
        [1, 1],
        [1, 1],
      ],
      0,
    ],
    [
      "never agree",
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
    [
      "half and half",
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
  ])("of people who %s", (_, table, expected) => {
    expect(cohenKappa(pairs(table))?.value).toBeCloseTo(expected, 10);
  });

  test("says nothing when there is nothing, or only one rating", () => {
    expect(cohenKappa([])).toBeNull();
    expect(cohenKappa(pairs([[9]]))).toBeNull();
  });

  test("does not mind who is named first, and holds its value in its interval", () => {
    const said = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(said, (all) => {
        const one = cohenKappa(each<Pair>(all));
        const other = cohenKappa(each(all.map(([a, b]): Pair => [b, a])));
        expect(one === null).toBe(other === null);
        expect(one?.value ?? 0).toBeCloseTo(other?.value ?? 0, 9);
        if (one) expect(one.low <= one.value && one.value <= one.high).toBe(true);
      }),
    );
  });
});

describe("drawing with replacement", () => {
  test.each([
    [1, 0.3],
    [40, 0.5],
    [40, 0.9],
    [1_000, 0.01],
    [100_000, 0.2],
    [100_000, 0.999],
  ])("%d times at a chance of %d has the mean and the spread it must have", (trials, chance) => {
    const random = randomFrom(7);
    const drawn = Array.from({ length: 4_000 }, () => binomial(trials, chance, random));
    const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
    const expected = trials * chance * (1 - chance);
    expect(Math.abs(mean - trials * chance)).toBeLessThan(5 * Math.sqrt(expected / drawn.length));
    expect(variance / expected).toBeGreaterThan(0.85);
    expect(variance / expected).toBeLessThan(1.15);
    expect(drawn.every((one) => Number.isInteger(one) && one >= 0 && one <= trials)).toBe(true);
  });
});
