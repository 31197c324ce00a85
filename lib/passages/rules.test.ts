import { describe, expect, test } from "vitest";
import type { Role } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
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
  const refusal = (
    outcome: AnchorOutcome,
    state: ClaimState,
    role: Role,
    isAuthor = false,
    isCurrent = true,
  ) =>
    repairRefusal(
      { outcome, repair: null, isCurrent },
      { state, authorId: isAuthor ? "me" : "somebody" },
      { id: "me", role },
    )?.reason ?? null;

  test.each<[AnchorOutcome, ClaimState, Role, boolean, string | null]>([
    ["reworded", "draft", "reporter", true, null],
    ["reworded", "draft", "reporter", false, "not_yours"],
    ["reworded", "draft", "editor", false, null],
    ["lost", "queued", "reporter", true, "not_allowed"],
    ["lost", "ready", "reviewer", true, "not_allowed"],
    ["lost", "ready", "editor", false, null],
    ["lost", "published", "reviewer", false, "not_allowed"],
    ["lost", "published", "editor", false, null],
    ["ambiguous", "withdrawn", "reporter", true, "not_allowed"],
    ["exact", "draft", "admin", true, "passage_repaired"],
    ["moved", "published", "editor", false, "passage_repaired"],
  ])("%s, of a claim that is %s, by a %s (author: %s): %s", (outcome, state, role, isAuthor, reason) => {
    expect(refusal(outcome, state, role, isAuthor)).toBe(reason);
  });

  test("is for the newest text only", () => {
    expect(refusal("lost", "draft", "editor", true, false)).toBe("already_changed");
  });
});
