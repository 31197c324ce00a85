import fc from "fast-check";
import { expect, test } from "vitest";
import { lastThat, shortened } from "./fit.ts";

const atMost = (most: number) => async (text: string) => text.length <= most;

test.each([
  ["Taxes fell twice.", "en", 100, "Taxes fell twice."],
  ["Taxes fell twice.", "en", 13, "Taxes fell…"],
  ["Taxes fell, twice.", "en", 13, "Taxes fell…"],
  ["Unbelievable", "en", 6, "Unbel…"],
  // Seven code units are one family.
  ["👨‍👩‍👧👨‍👩‍👧", "en", 12, "👨‍👩‍👧…"],
  ["失业率在2024年降至4.2%", "zh", 7, "失业率在…"],
  ["อัตราการว่างงานลดลง", "th", 16, "อัตราการว่างงาน…"],
  ["", "en", 0, ""],
])("“%s” (%s) in %d is “%s”", async (text, language, most, expected) => {
  expect(await shortened(text, language, atMost(most))).toBe(expected);
});

test("what fits in no way is one grapheme", async () => {
  expect(await shortened("Taxes", "en", async () => false)).toBe("T…");
});

test("the last that holds is found in few tries", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(500), fc.nat(500), async (length, most) => {
      const values = Array.from({ length }, (_, at) => at);
      let tries = 0;
      const found = await lastThat(values, async (value) => {
        tries += 1;
        return value < most;
      });
      expect(found).toBe(Math.min(length, most) === 0 ? null : Math.min(length, most) - 1);
      expect(tries).toBeLessThanOrEqual(9);
    }),
  );
});
