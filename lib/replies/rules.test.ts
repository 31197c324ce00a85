import { describe, expect, test } from "vitest";
import { CLAIM_STATES } from "#lib/claims/values.ts";
import { removalRefusal, standingOf } from "./rules.ts";
import { REPLY_OUTCOMES } from "./values.ts";

const now = new Date("2026-03-01T12:00:00Z");
const soon = new Date("2026-03-01T12:00:01Z");

describe("how a request stands", () => {
  test.each([
    ["no deadline was set", null, "waits"],
    ["the deadline is still to come", soon, "waits"],
    ["the deadline is this moment", now, "overdue"],
  ] as const)("nobody has answered, and %s", (_, deadlineAt, standing) => {
    expect(standingOf({ outcome: "awaiting", deadlineAt }, now)).toBe(standing);
  });

  test("whatever came of it counts, however late", () => {
    for (const outcome of REPLY_OUTCOMES.filter((known) => known !== "awaiting")) {
      expect(standingOf({ outcome, deadlineAt: now }, now)).toBe(outcome);
    }
  });
});

describe("who takes a request out of the log", () => {
  test("whoever wrote it down, until readers know of it", () => {
    for (const claimState of CLAIM_STATES) {
      const isOut = claimState === "published" || claimState === "withdrawn";
      const mine = removalRefusal({ createdById: "me", claimState }, { id: "me" });
      expect(mine?.reason, claimState).toBe(isOut ? "reply_published" : undefined);
      const others = removalRefusal({ createdById: "ana", claimState }, { id: "me" });
      expect(others, claimState).toEqual({ reason: "reply_not_yours" });
    }
  });
});
