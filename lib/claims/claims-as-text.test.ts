import { expect, test } from "vitest";
import { claimsFromText, claimsToText } from "./claims-as-text.ts";
import type { DeskClaim } from "./desk-claim.ts";

const CLAIM: DeskClaim = {
  id: "019a0000-0000-7000-8000-000000000001",
  slug: "the-bridge",
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
  passages: [{ id: "p", revisionId: "r", start: 0, end: 10, quote: "The bridge", needsRepair: false }],
  repairCount: 0,
  authorId: "a",
  authorName: "Robin",
  version: 3,
  lease: { holderId: "b", holderName: "Riley", expiresAt: new Date("2026-01-20T10:00:00.123Z") },
  submittedAt: new Date("2026-01-20T09:00:00.001Z"),
  updatedAt: new Date("2026-01-20T09:30:00.999Z"),
  canEdit: false,
  canDelete: false,
};

test("claims come out of their text as they went in, instants too", () => {
  const claims = [CLAIM, { ...CLAIM, lease: null, submittedAt: null }];
  expect(claimsFromText(claimsToText(claims))).toEqual(claims);
});
