import { describe, expect, test } from "vitest";
import { choiceKey, choicesMade, isStalled, withChoices } from "./rules.ts";
import type { ReadPart } from "./schema.ts";

const part = (text: string, isKept = true): ReadPart => ({ type: "paragraph", text, isKept });
const NONE = { leftOut: [], broughtBack: [] };

describe("what a person decided about a block", () => {
  const parts = [part("Headline"), part("Our newsletter"), part("A caption", false)];

  test("is kept where it differs from the reader's proposal, and done again in the next text", () => {
    const choices = choicesMade(parts, new Set([0, 2]), NONE);
    expect(choices).toEqual({ leftOut: ["Our newsletter"], broughtBack: ["A caption"] });
    const next = [part("Headline"), part("New first"), part("Our  newsletter"), part("A caption", false)];
    expect(withChoices(next, choices).map(({ isKept }) => isKept)).toEqual([true, true, false, true]);
  });

  test("is not kept of blocks that read alike, of which one stays", () => {
    const cells = [part("12"), part("7"), part("12")];
    expect(choicesMade(cells, new Set([0, 1]), NONE)).toEqual(NONE);
    expect(choicesMade(cells, new Set([1]), NONE)).toEqual({ leftOut: ["12"], broughtBack: [] });
  });

  test("outlives a text without the block, and can be taken back", () => {
    const before = { leftOut: ["Our newsletter"], broughtBack: [] };
    expect(choicesMade([part("Headline")], new Set([0]), before)).toEqual(before);
    expect(choicesMade(parts, new Set([0, 1]), before)).toEqual(NONE);
  });

  test("holds for a block whose end was edited", () => {
    const long = "A very long paragraph about the budget. ".repeat(10);
    expect(choiceKey(part(`${long} One.`))).toBe(choiceKey(part(`${long} Two.`)));
  });
});

test("an import is given up after three minutes", () => {
  const begun = new Date("2026-03-02T12:00:00Z");
  const reading = { state: "reading", createdAt: begun } as const;
  expect(isStalled(reading, new Date("2026-03-02T12:03:00Z"))).toBe(false);
  expect(isStalled(reading, new Date("2026-03-02T12:03:01Z"))).toBe(true);
  expect(isStalled({ ...reading, state: "ready" }, new Date("2026-03-02T12:03:01Z"))).toBe(false);
});
