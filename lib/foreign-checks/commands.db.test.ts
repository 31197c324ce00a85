import { beforeEach, describe, expect, test } from "vitest";
import { verifyChains } from "#lib/audit/verify.ts";
import { listCheckedBefore } from "#lib/claims/queries.ts";
import { db } from "#lib/db/client.ts";
import { getPublished } from "#lib/publishing/queries.ts";
import { makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { importArchive, importForeignChecks } from "./commands.ts";
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
  const actor = await makeMember({ role: "admin" });
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

test("only admins bring them in at the desk", async () => {
  const actor = await makeMember({ role: "editor" });
  await expect(importForeignChecks({ actor, text, isDry: true, now })).rejects.toMatchObject({
    reason: "not_allowed",
  });
});

describe("the newsroom's own archive", () => {
  const own = (statement: string, label: string, more: object = {}) => ({
    ...of(statement, `https://old.example/${encodeURIComponent(statement)}`),
    reviewRating: { alternateName: label },
    reviewBody: "It was not so.",
    itemReviewed: {
      author: { name: "A Minister" },
      datePublished: "2024-06-20",
      appearance: [{ url: "https://speech.example/1", name: "A speech" }],
    },
    ...more,
  });
  const file = JSON.stringify([
    own("The bridge cost ten million", "FALSE"),
    own("The tunnel cost nothing", "Pants on Fire"),
    own("The road was free", "Odd"),
    own("The river is long", "True", { datePublished: undefined }),
  ]);

  test("is published as it was, with its day and where, and once", async () => {
    await makeNewsroom();
    const actor = await makeMember({ role: "editor", name: "Edda" });
    const given = { actor, text: file, ratings: new Map([["pants on fire", "false"]]), now };
    const expected = ["new", "new", "unknown_rating", "no_day"];
    expect(outcomes(await importArchive({ ...given, isDry: true }))).toEqual(expected);
    expect(await db.publication.count()).toBe(0);
    expect(outcomes(await importArchive({ ...given, isDry: false }))).toEqual(expected);
    const again = await importArchive({ ...given, isDry: false });
    expect(outcomes(again)).toEqual(["known", "known", "unknown_rating", "no_day"]);
    const { slug } = await db.publication.findFirstOrThrow({
      where: { statement: "The bridge cost ten million" },
    });
    const published = await getPublished(slug);
    expect(published).toMatchObject({
      publishedAt: new Date("2024-06-22T00:00:00Z"),
      claim: {
        ...{ conclusion: "It was not so.", saidOn: "2024-06-20", claimant: { name: "A Minister" } },
        rating: { label: "False" },
        article: { title: "A speech", sourceUrl: "https://speech.example/1" },
        rationale: expect.stringContaining("<https://old.example/The%20bridge%20cost%20ten%20million>"),
      },
    });
    expect((await verifyChains()).findings).toEqual([]);
    expect(await listForeignAlike("The bridge cost ten million")).toEqual([]);
    expect(await listCheckedBefore({ statement: "The bridge cost ten million" })).toHaveLength(1);
  });

  test("is an editor's to publish", async () => {
    await makeNewsroom();
    const actor = await makeMember({ role: "reviewer" });
    const given = { actor, text: file, ratings: new Map(), isDry: true, now };
    await expect(importArchive(given)).rejects.toMatchObject({ reason: "not_allowed" });
  });
});
