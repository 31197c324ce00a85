import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { importForeignChecks } from "./commands.ts";
import { listForeignAlike } from "./queries.ts";

beforeEach(resetDb);

const now = new Date("2026-03-01T10:00:00Z");
const of = (statement: string, url: string) => ({
  "@type": "ClaimReview",
  claimReviewed: statement,
  url,
  author: { name: "Checks" },
  reviewRating: { alternateName: "False" },
  datePublished: "2024-06-22",
});
const text = JSON.stringify([
  of("NATO was founded in the year 1949 in Washington", "https://checks.example/nato"),
  of("The moon is made of green cheese", "https://checks.example/moon"),
  of("", "https://checks.example/nothing"),
]);
const outcomes = (rows: { outcome: string }[]) => rows.map(({ outcome }) => outcome);

test("checks of others are taken over once, after a look at what would be made", async () => {
  const actor = await makeMember({ role: "editor" });
  const given = { actor, text, now };
  expect(outcomes(await importForeignChecks({ ...given, isDry: true }))).toEqual(["new", "new", "no_claim"]);
  expect(await db.foreignCheck.count()).toBe(0);
  const both = await Promise.all([1, 2].map(() => importForeignChecks({ ...given, isDry: false })));
  expect(both.map(outcomes).toSorted()).toEqual([
    ["known", "known", "no_claim"],
    ["new", "new", "no_claim"],
  ]);
  expect(await db.foreignCheck.count()).toBe(2);
  expect(
    await db.auditEvent.findMany({ where: { action: "checks.imported" }, select: { data: true } }),
  ).toMatchObject([{ data: { count: 2 } }]);
});

test("they are found by what a claim says, and not by what it is about", async () => {
  await importForeignChecks({ actor: null, text, isDry: false, now });
  expect(await listForeignAlike("NATO was founded in 1949 in Washington")).toMatchObject([
    {
      url: "https://checks.example/nato",
      publisher: "Checks",
      ratingLabel: "False",
      checkedOn: "2024-06-22",
    },
  ]);
  expect(await listForeignAlike("NATO has thirty-two members")).toEqual([]);
  expect(await listForeignAlike("\0")).toEqual([]);
});

test("only editors bring them in at the desk", async () => {
  const actor = await makeMember({ role: "reviewer" });
  await expect(importForeignChecks({ actor, text, isDry: true, now })).rejects.toMatchObject({
    reason: "not_allowed",
  });
});
