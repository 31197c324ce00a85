import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldStatement } from "./fold.ts";
import { letterGroups, likeness } from "./likeness.ts";

const alike = (one: string, other: string) => likeness(letterGroups(one), letterGroups(other));

describe("foldStatement", () => {
  test.each([
    ["ÉCOLE", "ecole"],
    ["Ｆｕｌｌ　ｗｉｄｔｈ", "full width"],
    ["ارتَفَعَت إلى أعلى", "ارتفعت الي اعلي"],
    ["٤٢ ۴۲ ४२ 𝟜𝟚", "42 42 42 42"],
    ["がんばって", "がんばって"],
    ["ﬁnance", "finance"],
  ])("makes “%s” “%s”", (statement, folded) => {
    expect(foldStatement(statement)).toBe(folded);
  });
});

describe("likeness", () => {
  test("is 1 for the same words in another order, and 0 for nothing", () => {
    expect(alike("Prices rose in March.", "in march PRICES rose")).toBe(1);
    expect(alike("", "")).toBe(0);
    expect(alike("…", "Prices rose")).toBe(0);
  });

  test("puts a reworded statement before one of the same subject, and that before another", () => {
    const said = "Unemployment rose by four percent last year in Spain.";
    const order = [
      "Last year unemployment in Spain rose by 4 percent.",
      "Unemployment in Spain is a question of the year.",
      "The moon landing was filmed in a studio.",
    ].map((other) => alike(said, other));
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(new Set(order).size).toBe(3);
  });

  test("knows one character of a script without spaces, and letters beyond the first plane", () => {
    expect(alike("水", "水")).toBe(1);
    expect(alike("𐐨𐐩𐐪", "𐐨𐐩𐐪")).toBe(1);
    expect(alike("𐐨𐐩𐐪", "𐐫𐐬𐐭")).toBe(0);
  });

  test("is the same both ways, from 0 to 1, and 1 for itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
        const value = alike(one, other);
        expect(value).toBe(alike(other, one));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(alike(one, one)).toBe(letterGroups(one).size === 0 ? 0 : 1);
      }),
    );
  });
});
