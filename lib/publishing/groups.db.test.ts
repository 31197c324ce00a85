import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeClaim } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { makeUnratedClaim } from "#lib/testing/unrated-claim.ts";
import { listChanges, listPart } from "./changes.ts";
import { correctClaim, withdrawClaim } from "./commands.ts";
import { countRatings, getGroup, listGroup, listTopics } from "./groups.ts";
import type { Group } from "./values.ts";

beforeEach(resetDb);

const TAXES: Group = { kind: "topic", slug: "taxes" };
const ANA: Group = { kind: "claimant", slug: "ana-silva" };
const noon = new Date("2026-03-02T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

// Who made the claim is named as another voice: a person would have to be asked for a reply first.
const said = { topics: ["Taxes", "Budget"], claimantName: "Ana Silva", claimantKind: "other" } as const;
type Options = Omit<NonNullable<Parameters<typeof makeClaim>[0]>, "topics">;
const makeSaid = (options: Options = {}) => makeClaim({ ...said, topics: [...said.topics], ...options });

const statements = async (group: Group) =>
  (await listGroup(group, { cursor: null })).items.map(({ statement }) => statement);

test("a topic and a claimant are there once a check under them stands, and only while it does", async () => {
  for (const state of ["draft", "queued", "ready", "withdrawn", "dismissed"] as const)
    await makeSaid({ state });
  for (const group of [TAXES, ANA]) {
    expect(await getGroup(group)).toBeNull();
    expect(await statements(group)).toEqual([]);
  }
  expect(await listTopics(10)).toEqual([]);
  expect(await listPart("topics", { part: 1, size: 10 })).toEqual([]);

  const { id, editor } = await makeSaid({ state: "published", statement: "Taxes fell." });
  expect(await getGroup(TAXES)).toEqual({ ...TAXES, name: "Taxes", claimantKind: null });
  expect(await getGroup(ANA)).toEqual({ ...ANA, name: "Ana Silva", claimantKind: "other" });
  expect(await statements(TAXES)).toEqual(["Taxes fell."]);
  expect(await statements(ANA)).toEqual(["Taxes fell."]);
  expect(await listTopics(10)).toEqual([
    { slug: "budget", name: "Budget", count: 1 },
    { slug: "taxes", name: "Taxes", count: 1 },
  ]);
  expect((await listPart("claimants", { part: 1, size: 10 })).map(({ path }) => path)).toEqual([
    "/claimants/ana-silva",
  ]);

  await withdrawClaim({ actor: editor, claimId: id, reason: "It was wrong.", now: new Date() });
  expect(await getGroup(TAXES)).toBeNull();
  expect(await getGroup(ANA)).toBeNull();
});

test("what stands under a topic is what readers were told: the desk's other topics wait for a correction", async () => {
  const { id, editor, ratings } = await makeSaid({ state: "published" });
  await db.claimTopic.deleteMany({ where: { claimId: id } });
  expect(await statements(TAXES)).toHaveLength(1);
  await correctClaim({
    actor: editor,
    claimId: id,
    version: 1,
    type: "update",
    reason: "It is not about taxes.",
    statement: "Taxes fell.",
    ratingId: ratings.true ?? "",
    conclusion: "They did.",
    rationale: "See the law.",
    now: new Date(),
  });
  expect(await getGroup(TAXES)).toBeNull();
  expect(await statements(ANA)).toEqual(["Taxes fell."]);
});

test("the list goes on page by page, newest first, each claim once", async () => {
  for (let minute = 0; minute < 5; minute += 1) {
    await makeSaid({ state: "published", statement: `Claim ${minute}`, now: minutes(minute) });
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listGroup>> = await listGroup(TAXES, { cursor, take: 2 });
    seen.push(...page.items.map(({ statement }) => statement));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toEqual(["Claim 4", "Claim 3", "Claim 2", "Claim 1", "Claim 0"]);
  expect(await listGroup(TAXES, { cursor: "nonsense", take: 1 })).toMatchObject({
    items: [{ statement: "Claim 4" }],
  });
});

test("verdicts are counted by their words, from true to false, withdrawn ones not", async () => {
  await makeSaid({ state: "published", firstRating: "false" });
  await makeSaid({ state: "published", firstRating: "true" });
  await makeSaid({ state: "published", firstRating: "true" });
  await makeSaid({ state: "withdrawn", firstRating: "true" });
  expect(await countRatings(TAXES)).toEqual([
    { tone: "true", label: "True", isRated: true, count: 2 },
    { tone: "false", label: "False", isRated: true, count: 1 },
  ]);
});

test("what was checked without a rating is counted as that, and offered as no verdict of the list", async () => {
  await makeSaid({ state: "published", firstRating: "false" });
  const unrated = await makeUnratedClaim({ topics: ["Taxes"] });
  expect(await countRatings(TAXES)).toEqual([
    { tone: "false", label: "False", isRated: true, count: 1 },
    { tone: "unverified", label: "Checked", isRated: false, count: 1 },
  ]);
  const listed = await db.$queryRaw<{ marks: string[] }[]>`
    SELECT marks FROM listed_claims WHERE claim_id = ${unrated.id}::uuid`;
  expect(listed.flatMap(({ marks }) => marks).filter((mark) => mark.startsWith("verdict:"))).toEqual([]);
});

test("a name may change and the address stays", async () => {
  await makeSaid({ state: "published", statement: "Taxes fell." });
  await db.topic.updateMany({ where: { slug: "taxes" }, data: { name: "Tax", nameKey: "tax" } });
  expect(await getGroup(TAXES)).toMatchObject({ name: "Tax" });
  expect(await statements(TAXES)).toEqual(["Taxes fell."]);
});

test("a feed of a topic tells of withdrawn checks as the one of all does, and of no other topic's", async () => {
  await makeSaid({ state: "published", statement: "Taxes fell.", now: minutes(0) });
  await makeSaid({ state: "withdrawn", statement: "Taxes rose.", now: minutes(1) });
  await makeClaim({ topics: ["Rain"], state: "published", now: minutes(2) });
  const changes = await listChanges(10, TAXES);
  expect(changes).toMatchObject([
    { claim: null, reason: "The source was withdrawn." },
    { claim: { statement: "Taxes fell." } },
  ]);
  expect(JSON.stringify(changes)).not.toContain("Taxes rose.");
});

test.each(["nothing", "", "\0", "\ud800", "taxes/", "TAXES"])("there is no topic “%s”", async (slug) => {
  await makeSaid({ state: "published" });
  expect(await getGroup({ kind: "topic", slug })).toBeNull();
});
