import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { makeUnratedClaim } from "#lib/testing/unrated-claim.ts";
import { correctClaim, withdrawClaim } from "./commands.ts";
import { getFormerVerdict } from "./former-verdict.ts";
import { getPublished } from "./queries.ts";

beforeEach(resetDb);

const noon = new Date("2026-03-02T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

/** Rated true, then false, then with better words. */
async function correctedTwice() {
  const claim = await makeClaim({ state: "published", statement: "Taxes fell.", now: noon });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { slug: true } });
  const correct = (version: number, type: "verdict_changed" | "typo", conclusion: string) =>
    correctClaim({
      ...{ actor: claim.editor, claimId: claim.id, version, type, conclusion },
      reason: "We asked again.",
      statement: "Taxes fell.",
      ratingId: claim.ratings.false ?? "",
      rationale: "See the law.[^1]",
      now: minutes(version),
    });
  await correct(1, "verdict_changed", "They rose.");
  await correct(2, "typo", "They rose a lot.");
  return { ...claim, slug };
}

test("what stood before each correction can be read, with how long it stood", async () => {
  const { slug, first } = await correctedTwice();
  expect(await getFormerVerdict(slug, 1)).toMatchObject({
    number: 1,
    rating: { label: "True" },
    conclusion: `Concluded by ${first.name}.`,
    from: noon,
    until: minutes(1),
  });
  expect(await getFormerVerdict(slug, 2)).toMatchObject({
    rating: { label: "False" },
    conclusion: "They rose.",
    from: minutes(1),
    until: minutes(2),
  });
  const record = await getPublished(slug);
  expect(record?.corrections.map(({ version }) => version)).toEqual([3, 2]);
});

test("of the copy it stood in there is the verdict alone: who was named and cited then may not be now", async () => {
  const { slug, id, author } = await correctedTwice();
  await db.publication.updateMany({
    where: { claimId: id, number: 1 },
    data: { content: await withSource(id, "A source that was taken out") },
  });
  const text = JSON.stringify(await getFormerVerdict(slug, 1));
  expect(text).not.toContain("A source that was taken out");
  expect(text).not.toContain(author.name);
  expect(text).toContain("The treaty");
});

async function withSource(claimId: string, title: string) {
  const { content } = await db.publication.findFirstOrThrow({
    where: { claimId, number: 1 },
    select: { content: true },
  });
  const copy = content as { evidence: { title: string }[] };
  return { ...copy, evidence: copy.evidence.map((item) => ({ ...item, title })) };
}

test("the verdict that stands, numbers nobody gave, and withdrawn checks have none", async () => {
  const { slug, id, editor } = await correctedTwice();
  for (const number of [3, 4, 999_999, 0]) expect(await getFormerVerdict(slug, number)).toBeNull();
  expect(await getFormerVerdict("nothing", 1)).toBeNull();
  await withdrawClaim({ actor: editor, claimId: id, reason: "It was wrong.", now: minutes(3) });
  for (const number of [1, 2, 3]) expect(await getFormerVerdict(slug, number)).toBeNull();
});

test("whether the verdict was changed since, or kept, is what the corrections say", async () => {
  const { slug } = await correctedTwice();
  expect(await getFormerVerdict(slug, 1)).toMatchObject({ since: "changed" });
  expect(await getFormerVerdict(slug, 2)).toMatchObject({ since: "kept" });
});

test("without ratings the conclusion is the verdict", async () => {
  const claim = await makeUnratedClaim({ now: noon });
  const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id }, select: { slug: true } });
  const correct = (version: number, conclusion: string, rationale: string) =>
    correctClaim({
      ...{ actor: claim.editor, claimId: claim.id, version, type: "update", conclusion, rationale },
      ...{ reason: "We asked again.", statement: "It rained.", ratingId: claim.ratings.checked ?? "" },
      now: minutes(version),
    });
  await correct(1, "They rose.", "See the law.");
  await correct(2, "They rose.", "See the law, and the books.");
  expect(await getFormerVerdict(slug, 1)).toMatchObject({ since: "reworded" });
  expect(await getFormerVerdict(slug, 2)).toMatchObject({ since: "kept" });
});
