import { expect, test } from "vitest";
import { snoozeClaimInput } from "#lib/assignments/schema.ts";
import { bulkActsOf } from "./rules.ts";
import { bulkChoice, bulkInput, undoBulkInput } from "./schema.ts";

test.each([
  ["reporter", []],
  ["reviewer", ["snooze", "release"]],
  ["editor", ["publish", "assign", "snooze", "release"]],
  ["admin", ["publish", "assign", "snooze", "release"]],
] as const)("a %s may do to several claims: %j", (role, acts) => {
  expect(bulkActsOf({ role })).toEqual(acts);
});

const ID = "019c0000-0000-7000-8000-00000000000";

test("an address chooses each claim once, leaves out what is none, and at most a hundred", () => {
  const claim = [`${ID}1`, `${ID}1`.toUpperCase(), "nonsense", `${ID}2`];
  expect(bulkChoice({ do: "publish", claim })).toEqual({
    act: "publish",
    claimIds: [`${ID}1`, `${ID}2`],
    left: 0,
  });
  expect(bulkChoice({ do: "delete", claim: `${ID}1` })).toMatchObject({ act: null, claimIds: [`${ID}1`] });
  const many = Array.from({ length: 103 }, (_, at) => ID.slice(0, -3) + String(at).padStart(4, "0"));
  expect(bulkChoice({ do: "snooze", claim: many })).toMatchObject({ claimIds: many.slice(0, 100), left: 3 });
});

test("what is sent names each claim with what was seen of it", () => {
  expect(bulkInput.parse({ act: "publish", claims: `${ID}1.17 ${ID}2.4` })).toMatchObject({
    claims: [
      { claimId: `${ID}1`, seen: "17" },
      { claimId: `${ID}2`, seen: "4" },
    ],
  });
  for (const claims of ["", `${ID}1`, `${ID}1.-3`, "x.3", Array(101).fill(`${ID}1.1`).join(" ")]) {
    expect(bulkInput.safeParse({ act: "publish", claims }).success).toBe(false);
  }
  expect(bulkInput.safeParse({ act: "assign", claims: `${ID}1.1` }).success).toBe(false);
});

test("what is to be put back was kept for a member, or until an instant; anything else is no choice", () => {
  const undo = (act: string, before: unknown) =>
    undoBulkInput.safeParse({ act, items: JSON.stringify([{ claimId: `${ID}1`, seen: "17", before }]) });
  expect(undo("assign", `${ID}9`).data).toEqual({
    act: "assign",
    items: [{ claimId: `${ID}1`, seen: "17", before: `${ID}9` }],
  });
  expect(undo("assign", null).success).toBe(true);
  expect(undo("snooze", "2026-11-30T23:00:00.000Z").success).toBe(true);
  expect(undo("snooze", null).success).toBe(true);
  for (const before of ["", "tomorrow", "0", "2026-11-30", "2026-02-30T00:00:00.000Z", `${ID}9`, 1, {}])
    expect(undo("snooze", before).success, String(before)).toBe(false);
  for (const before of ["", "somebody", "2026-11-30T23:00:00.000Z", 1, []])
    expect(undo("assign", before).success, String(before)).toBe(false);
  expect(undo("publish", null).success).toBe(false);
});

test.each(["0001-01-01", "1969-12-31", "9999-12-31", "2026-02-30", ""])(
  "%j is no day to put claims aside until",
  (until) => {
    expect(bulkInput.safeParse({ act: "snooze", claims: `${ID}1.1`, until }).success).toBe(false);
    expect(snoozeClaimInput.safeParse({ claimId: `${ID}1`, until }).success).toBe(false);
  },
);
