import { expect, test } from "vitest";
import { TONES } from "#lib/publishing/values.ts";
import { DEFAULT_SCALE } from "./presets.ts";

const { ratings } = DEFAULT_SCALE;

test("the default scale has one rating of every look, under its own key and label", () => {
  expect(ratings.map(({ tone }) => tone)).toEqual(TONES);
  expect(new Set(ratings.map(({ key }) => key)).size).toBe(ratings.length);
  expect(new Set(ratings.map(({ label }) => label)).size).toBe(ratings.length);
});

test("bigger is truer, from 5 to 1, and what is unproven stands outside the order", () => {
  expect(ratings.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1, null]);
});

test("every definition is one sentence", () => {
  for (const { definition } of ratings) expect(definition).toMatch(/^[A-Z][^.]+\.$/);
});
