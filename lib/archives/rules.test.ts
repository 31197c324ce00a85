import { expect, test } from "vitest";
import { archiveRefusal, isForgotten, nextQuestionAt, nextTryAt } from "./rules.ts";

const now = new Date("2026-03-02T12:00:00Z");
const MINUTE = 60_000;
const minutes = (at: Date | null) => at && (at.getTime() - now.getTime()) / MINUTE;

test.each([
  [1, 2],
  [2, 8],
  [3, 32],
  [4, 128],
  [5, 512],
  [6, null],
])("after %i tries that failed, the next comes after %j minutes", (tries, after) => {
  expect(minutes(nextTryAt(tries, now))).toBe(after);
});

test.each([
  [0, 1],
  [4, 2],
  [12, 6],
  [300, 10],
])("what was submitted %i minutes ago is asked about after %i", (age, after) => {
  expect(minutes(nextQuestionAt(new Date(now.getTime() - age * MINUTE), now))).toBe(after);
});

test("what was submitted this morning is forgotten by now, what was an hour ago is not", () => {
  expect(isForgotten(new Date(now.getTime() - 361 * MINUTE), now)).toBe(true);
  expect(isForgotten(new Date(now.getTime() - 60 * MINUTE), now)).toBe(false);
});

test.each([
  ["nobody asked yet", {}, "reporter", undefined],
  ["it failed", { state: "failed" }, "reporter", undefined],
  ["it waits", { state: "waiting" }, "admin", "archiving_begun"],
  ["it is submitted", { state: "submitted" }, "admin", "archiving_begun"],
  ["it is archived", { state: "archived" }, "admin", "archiving_begun"],
  ["it is confidential", { isCitedInPublic: false }, "admin", "archiving_confidential"],
  ["no archive is set up", { isOn: false }, "admin", "archiving_off"],
  ["the role is unknown", {}, "intern", "not_allowed"],
] as const)("a copy is archived or not when %s", (_, more, role, reason) => {
  const copy = { isOn: true, isCitedInPublic: true, state: null, ...more };
  expect(archiveRefusal(copy, { role: role as "reporter" })?.reason).toBe(reason);
});
