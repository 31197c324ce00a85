import { describe, expect, test } from "vitest";
import type { Role } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/schema.ts";
import { isSettled, needsRepair, repairRefusal } from "./rules.ts";
import type { AnchorOutcome, Repair } from "./schema.ts";

const CASES: [AnchorOutcome, Repair | null, { needs: boolean; settled: boolean }][] = [
  ["exact", null, { needs: false, settled: true }],
  ["moved", null, { needs: false, settled: true }],
  ["reworded", null, { needs: true, settled: false }],
  ["ambiguous", null, { needs: true, settled: false }],
  ["lost", null, { needs: true, settled: false }],
  ["reworded", "confirmed", { needs: false, settled: true }],
  ["lost", "placed", { needs: false, settled: true }],
  ["ambiguous", "detached", { needs: false, settled: false }],
];

test.each(CASES)("%s, %s by a person: %j", (outcome, repair, { needs, settled }) => {
  expect(needsRepair({ outcome, repair, isCurrent: true })).toBe(needs);
  expect(isSettled({ outcome, repair })).toBe(settled);
});

test("nobody is asked about an earlier text", () => {
  expect(needsRepair({ outcome: "lost", repair: null, isCurrent: false })).toBe(false);
});

describe("saying where a passage stands", () => {
  const refusal = (outcome: AnchorOutcome, state: ClaimState, role: Role, isCurrent = true) =>
    repairRefusal({ outcome, repair: null, isCurrent }, { state }, { role })?.reason ?? null;

  test.each<[AnchorOutcome, ClaimState, Role, string | null]>([
    ["reworded", "draft", "reporter", null],
    ["lost", "queued", "reporter", null],
    ["lost", "published", "reviewer", "not_allowed"],
    ["lost", "published", "editor", null],
    ["ambiguous", "withdrawn", "reporter", "not_allowed"],
    ["exact", "draft", "admin", "passage_repaired"],
    ["moved", "published", "editor", "passage_repaired"],
  ])("%s, of a claim that is %s, by a %s: %s", (outcome, state, role, reason) => {
    expect(refusal(outcome, state, role)).toBe(reason);
  });

  test("is for the newest text only", () => {
    expect(refusal("lost", "draft", "editor", false)).toBe("already_changed");
  });
});
