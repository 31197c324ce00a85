import { expect, test } from "vitest";
import { claimsFromText, claimsToText } from "./claims-as-text.ts";
import type { DeskClaim } from "./desk-claim.ts";

const CLAIM: DeskClaim = {
  id: "019a0000-0000-7000-8000-000000000001",
  number: 1,
  statement: "The bridge cost “ten million” euros </script> 🌉.",
  state: "in_review",
  tone: null,
  ratingLabel: null,
  claimantName: "Ana",
  claimantKind: "person",
  saidOn: "2026-01-20",
  saidWhere: null,
  topics: ["bridges"],
  sourceCount: 2,
  passages: [{ id: "p", revisionId: "r", start: 0, end: 10, needsRepair: false }],
  repairCount: 0,
  duplicateOf: null,
  authorId: "a",
  authorName: "Robin",
  version: 3,
  lease: { holderId: "b", holderName: "Riley", expiresAt: new Date("2026-01-20T10:00:00.123Z") },
  submittedAt: new Date("2026-01-20T09:00:00.001Z"),
  updatedAt: new Date("2026-01-20T09:30:00.999Z"),
  canEdit: false,
  canDelete: false,
};

const PLACE = { id: "p", revisionId: "r", start: 0, end: 10, needsRepair: false };

test.each([
  ["none", []],
  ["one", [CLAIM]],
  ["with and without what may be missing", [CLAIM, { ...CLAIM, lease: null, submittedAt: null }, CLAIM]],
  [
    "with no passages, one and several",
    [
      { ...CLAIM, passages: [] },
      CLAIM,
      { ...CLAIM, topics: [], passages: [PLACE, { ...PLACE, id: "q", start: 12, end: 20 }] },
    ],
  ],
])("claims come out of their text as they went in, instants too: %s", (_, claims) => {
  expect(claimsFromText(claimsToText(claims))).toEqual(claims);
});

test("no two claims share a list", () => {
  const [first, second] = claimsFromText(claimsToText([CLAIM, CLAIM]));
  expect(first?.topics).not.toBe(second?.topics);
});
