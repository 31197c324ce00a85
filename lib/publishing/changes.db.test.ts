import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { listChanges, listPart, listParts, listStanding } from "./changes.ts";
import { correctClaim } from "./commands.ts";

beforeEach(resetDb);

const slugOf = async (id: string) =>
  (await db.claim.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;

/** A claim that is published, one that is withdrawn, and some that are neither. */
async function desk() {
  const published = await makeClaim({ state: "published", statement: "It stands." });
  const withdrawn = await makeClaim({ state: "withdrawn", statement: "It was withdrawn." });
  for (const state of ["draft", "queued", "ready"] as const) await makeClaim({ state });
  return { published, withdrawn };
}

test("changes are of published and withdrawn claims, latest first, and of withdrawn ones without their words", async () => {
  const { published, withdrawn } = await desk();
  const changes = await listChanges(10);
  expect(changes.map(({ slug }) => slug)).toEqual([await slugOf(withdrawn.id), await slugOf(published.id)]);
  expect(changes[0]).toMatchObject({ claim: null, reason: "The source was withdrawn." });
  expect(changes[1]).toMatchObject({ claim: { statement: "It stands." }, reason: null });
  expect(JSON.stringify(changes)).not.toContain("It was withdrawn.");
});

test("a correction makes a claim the latest change, and goes with its record", async () => {
  const first = await makeClaim({ state: "published", statement: "It rains." });
  await makeClaim({ state: "published" });
  await correctClaim({
    actor: first.editor,
    claimId: first.id,
    version: 1,
    type: "update",
    reason: "We asked again.",
    statement: "It rained.",
    ratingId: first.ratings.true ?? "",
    conclusion: "It did.",
    rationale: "See the sky.",
    now: new Date(),
  });
  expect(await listChanges(1)).toMatchObject([
    { reason: "We asked again.", claim: { statement: "It rained." } },
  ]);
  const { items } = await listStanding({ cursor: null, take: 10 });
  expect(items.map(({ corrections }) => corrections.map(({ reason }) => reason))).toEqual([
    ["We asked again."],
    [],
  ]);
});

test("records come in parts, each once, and none that was withdrawn", async () => {
  await desk();
  const others = [await makeClaim({ state: "published" }), await makeClaim({ state: "published" })];
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listStanding>> = await listStanding({ cursor, take: 2 });
    seen.push(...page.items.map(({ slug }) => slug));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen).toHaveLength(3);
  expect(new Set(seen).size).toBe(3);
  expect(seen[0]).toBe(await slugOf(others[1]?.id ?? ""));
});

test("site maps list what stands, oldest first, in parts of the size asked for", async () => {
  const { published } = await desk();
  const article = await makeArticle();
  const others = [
    await makeClaim({ state: "published", article, words: "Today it has" }),
    await makeClaim({ state: "published", article }),
  ];
  const parts = await listParts("claims", 2);
  expect(parts.map(({ part }) => part)).toEqual([1, 2]);
  const paths = async (part: number) => (await listPart("claims", { part, size: 2 })).map(({ path }) => path);
  const slugs = await Promise.all([published, ...others].map(({ id }) => slugOf(id)));
  expect([...(await paths(1)), ...(await paths(2))]).toEqual(slugs.map((slug) => `/claims/${slug}`));
  expect(await paths(3)).toEqual([]);
  const articles = await listPart("articles", { part: 1, size: 10 });
  expect(articles.filter(({ path }) => path === `/articles/${article.slug}`)).toHaveLength(1);
  expect(articles).toHaveLength(2);
});

test("site maps list translations in the languages readers may choose, of what stands", async () => {
  const { published, withdrawn } = await desk();
  await db.newsroom.update({ where: { id: 1 }, data: { readerLanguages: ["fr"] } });
  const translate = async (claimId: string, language: string) => {
    const { id } = await db.publication.findFirstOrThrow({ where: { claimId, isCurrent: true } });
    const words = { statement: "Il tient.", conclusion: "Vrai.", rationale: "" };
    const { id: translatorId } = await db.member.findFirstOrThrow();
    await db.translation.create({
      data: { claimId, language, publicationId: id, translatorId, updatedAt: new Date(), ...words },
    });
  };
  await translate(published.id, "fr");
  await translate(published.id, "de");
  await translate(withdrawn.id, "fr");
  const listed = await listPart("translations", { part: 1, size: 10 });
  expect(listed.map(({ path }) => path)).toEqual([`/fr/claims/${await slugOf(published.id)}`]);
});
