import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FEATURES, type FeatureKey, OBJECTIONS, REASONS } from "./features.ts";
import { featuresOf, scoreSentence } from "./score.ts";
import { INNOCENT_CASES, LADDERS, REASON_CASES } from "./score-cases.ts";

const scoresOf = (language: string, sentences: string[]) =>
  sentences.map((text) => scoreSentence(text, language).score);

describe("scoreSentence", () => {
  test.each(LADDERS)(
    "$language: each worse sentence scores lower: $sentences.0",
    ({ language, sentences }) => {
      const scores = scoresOf(language, sentences);
      expect(scores).toEqual([...new Set(scores)].sort((a, b) => b - a));
    },
  );

  test.each(REASON_CASES)("$language: $text shows $has", ({ language, text, has }) => {
    expect(scoreSentence(text, language).reasons).toEqual(expect.arrayContaining(has));
  });

  test.each(INNOCENT_CASES)("$language: $text has no $hasNot", ({ language, text, hasNot }) => {
    const counts = featuresOf(text, language);
    expect(hasNot.filter((key) => counts[key] > 0)).toEqual([]);
  });

  test("is finite for whatever stands in a text, in any language", () => {
    const languages = fc.constantFrom("en", "EN-us", "de", "fr", "es", "ja", "und", "", "no language!");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), languages, (text, language) => {
        const { score, reasons } = scoreSentence(text, language);
        expect(Number.isFinite(score)).toBe(true);
        expect(new Set(reasons).size).toBe(reasons.length);
      }),
    );
  });

  test("names the heaviest reason first", () => {
    expect(scoreSentence("They lost 3 million dollars because of him.", "en").reasons[0]).toBe("number");
  });

  test("counts the same sentence the same each time", () => {
    const text = "In 2020 only 3 of 10 voted.";
    expect(scoresOf("en", [text, text, text])).toEqual(Array(3).fill(scoreSentence(text, "en").score));
  });

  test("takes a thousand repetitions without hanging", () => {
    const text = `${"a".repeat(20_000)} ${"A ".repeat(5_000)}${'"'.repeat(5_000)}${"1,".repeat(5_000)}`;
    expect(Number.isFinite(scoreSentence(text, "en").score)).toBe(true);
  });
});

test("every reason speaks for a claim and every objection against it", () => {
  expect(REASONS.filter((key) => FEATURES[key].weight <= 0)).toEqual([]);
  expect(OBJECTIONS.filter((key) => FEATURES[key].weight >= 0)).toEqual([]);
  const keys: FeatureKey[] = [...REASONS, ...OBJECTIONS];
  expect(Object.keys(FEATURES).sort()).toEqual(keys.sort());
});
