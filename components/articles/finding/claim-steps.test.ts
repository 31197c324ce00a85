import { expect, test } from "vitest";
import { type StepBy, stepFrom } from "./claim-steps.ts";

/** In reading order: a draft, one that is dismissed, one with a verdict, one in review. */
const CLAIMS = [
  { id: "a", state: "draft", tone: null },
  { id: "b", state: "dismissed", tone: null },
  { id: "c", state: "ready", tone: "true" },
  { id: "d", state: "in_review", tone: null },
] as const;

test.each<[string | null, StepBy, boolean, string | undefined]>([
  [null, 1, false, "a"],
  [null, -1, false, "d"],
  ["a", 1, false, "b"],
  ["c", -1, false, "b"],
  ["d", 1, false, undefined],
  ["a", -1, false, undefined],
  [null, 1, true, "a"],
  [null, -1, true, "d"],
  ["a", 1, true, "d"],
  ["d", -1, true, "a"],
  ["c", 1, true, "d"],
  ["c", -1, true, "a"],
  ["d", 1, true, undefined],
  ["a claim that is not shown", 1, false, "a"],
])("from %s by %i, only unresolved %s, one comes to %s", (activeId, by, onlyUnresolved, expected) => {
  expect(stepFrom(CLAIMS, { activeId, by, onlyUnresolved })?.id).toBe(expected);
});

test("there is nowhere to go among no claims", () => {
  expect(stepFrom([], { activeId: null, by: 1, onlyUnresolved: false })).toBeUndefined();
});
