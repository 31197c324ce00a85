import { beforeEach, expect, test } from "vitest";
import { correctClaim, publishClaim } from "#lib/publishing/commands.ts";
import { makeClaim, makeEvidence, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { makeUnratedClaim } from "#lib/testing/unrated-claim.ts";
import { getPackTotals, listPack } from "./pack.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const MARCH = { since: new Date("2026-03-01T00:00:00Z"), until: new Date("2026-04-01T00:00:00Z") };

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

test("holds what was published in the days asked for, a part at a time, newest first", async () => {
  for (const at of [0, 1, 2]) {
    await makeClaim({ state: "published", statement: `Claim ${at}`, now: minutes(at) });
  }
  await makeClaim({ state: "published", statement: "Later", now: MARCH.until });
  const first = await listPack(MARCH, { cursor: null, take: 2 });
  expect(first.items.map(({ claim }) => claim?.statement)).toEqual(["Claim 2", "Claim 1"]);
  const rest = await listPack(MARCH, { cursor: first.next, take: 2 });
  expect(rest.items.map(({ claim }) => claim?.statement)).toEqual(["Claim 0"]);
  expect(rest.next).toBeNull();
  expect(await getPackTotals(MARCH)).toEqual({ checks: 3, withdrawn: 0, corrections: 0 });
});

test("holds nothing that readers do not get: no drafts, no confidential source, no words of a withdrawn check", async () => {
  for (const state of ["draft", "queued", "second_review", "adjudication", "ready", "dismissed"] as const) {
    await makeClaim({ state, statement: "SECRET claim", now: noon });
  }
  const claim = await makeClaim({ state: "ready", statement: "Open", now: noon });
  await makeEvidence({
    actor: claim.editor,
    claimId: claim.id,
    title: "SECRET source",
    note: "SECRET note",
    visibility: "confidential",
  });
  const whole = { overrideItem: null, overrideReason: null };
  await publishClaim({ actor: claim.editor, claimId: claim.id, ...whole, now: noon });
  await makeClaim({ state: "withdrawn", statement: "SECRET withdrawn", now: minutes(1) });
  const { items } = await listPack(MARCH, { cursor: null, take: 10 });
  expect(items).toMatchObject([
    { claim: null, withdrawn: { reason: "The source was withdrawn." }, corrections: [] },
    { claim: { statement: "Open", confidentialSources: 1, opinions: 2 }, withdrawn: null },
  ]);
  expect(JSON.stringify(items)).not.toContain("SECRET");
  expect(await getPackTotals(MARCH)).toEqual({ checks: 2, withdrawn: 1, corrections: 1 });
});

test("tells a corrected check once, as it stands now, with its corrections", async () => {
  const claim = await makeClaim({ state: "published", statement: "It was ten.", now: noon });
  await correctClaim({
    actor: await makeMember({ role: "editor" }),
    claimId: claim.id,
    version: 1,
    type: "typo",
    reason: "A letter was missing.",
    statement: "It was twelve.",
    ratingId: claim.ratings.true ?? "",
    conclusion: "Twelve.",
    rationale: "The treaty says so.",
    now: new Date("2026-05-01T00:00:00Z"),
  });
  const { items } = await listPack(MARCH, { cursor: null, take: 10 });
  expect(items).toMatchObject([
    {
      claim: { statement: "It was twelve." },
      corrections: [{ type: "typo", reason: "A letter was missing." }],
    },
  ]);
  expect(await getPackTotals(MARCH)).toEqual({ checks: 1, withdrawn: 0, corrections: 1 });
});

test("a check of a newsroom that gives no ratings has none", async () => {
  const claim = await makeUnratedClaim({ now: noon });
  const { items } = await listPack(MARCH, { cursor: null, take: 10 });
  expect(items).toMatchObject([
    {
      claim: {
        rating: { label: null, tone: null, scale: expect.stringContaining("without a rating") },
        conclusion: `Concluded by ${claim.first.name}.`,
      },
    },
  ]);
});
