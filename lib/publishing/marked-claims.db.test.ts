import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeNewsroom, revise } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { withdrawClaim } from "./commands.ts";
import { getMarkedClaim, listMarkedClaims } from "./marked-claims.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const slugOf = async (id: string) =>
  (await db.claim.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug;

/** Characters of two code units each, and what would end a script, before the words. */
const TEXT =
  "𝒳𝒴 👩‍👩‍👧\u2028</script> all of it. NATO was founded in 1949 in Washington. Rain fell.\n\nAnother paragraph that nobody checked.";

test("places count code points, and what stands around the words is what readers are shown", async () => {
  const article = await makeArticle({ text: TEXT });
  const { text } = await db.revision.findFirstOrThrow({ select: { text: true } });
  const claim = await makeClaim({ article, words: "NATO was founded in 1949", state: "published" });
  const [place] = (await getMarkedClaim(await slugOf(claim.id)))?.places ?? [];
  const points = Array.from(text);
  expect(points.slice(place?.start, place?.end).join("")).toBe("NATO was founded in 1949");
  expect(place?.end).toBeLessThan(text.indexOf(" in Washington"));
  expect(place).toMatchObject({ exact: "NATO was founded in 1949", isShown: true });
  expect(text).toContain(`${place?.prefix}NATO was founded in 1949${place?.suffix}`);
  expect(place?.suffix).toBe(" in Washington. Rain fell.");
});

test("claims stand in the order of the text, each where its words are now or, when they are gone, were", async () => {
  const article = await makeArticle({ text: "Twelve states signed it. Rain fell. The bridge is long." });
  const late = await makeClaim({ article, words: "The bridge is long", state: "published" });
  const early = await makeClaim({ article, words: "Twelve states signed it", state: "published" });
  const slugs = [await slugOf(early.id), await slugOf(late.id)];
  const all = () => listMarkedClaims(article.id);
  expect((await all()).map(({ slug }) => slug)).toEqual(slugs);

  await revise(article.id, "Yesterday it snowed on the whole of it. Rain fell. The bridge is long.");
  const found = new Map((await all()).map(({ slug, places }) => [slug, places[0]]));
  expect(found.get(slugs[0] ?? "")).toMatchObject({
    exact: "Twelve states signed it",
    isShown: false,
    start: 0,
  });
  expect(found.get(slugs[1] ?? "")).toMatchObject({ exact: "The bridge is long", isShown: true });
});

test("nothing is told of a claim that is not published, nor of one that was withdrawn", async () => {
  const article = await makeArticle({ text: "Twelve states signed it. Rain fell. The bridge is long." });
  const ready = await makeClaim({ article, words: "The bridge is long", state: "ready" });
  const gone = await makeClaim({ article, words: "Rain fell", state: "published" });
  await withdrawClaim({ actor: gone.editor, claimId: gone.id, reason: "It did not.", now: new Date() });
  expect(await listMarkedClaims(article.id)).toEqual([]);
  for (const { id } of [ready, gone]) expect(await getMarkedClaim(await slugOf(id))).toBeNull();
});
