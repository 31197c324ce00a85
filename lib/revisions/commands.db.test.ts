import { beforeEach, describe, expect, test } from "vitest";
import { createClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { confirmPassage, detachPassage } from "#lib/passages/commands.ts";
import { getPublished, getPublishedArticle } from "#lib/publishing/queries.ts";
import { claimOn, makeArticle, makeClaim, makeMember, revise } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { getRevision, listRevisions } from "./queries.ts";

beforeEach(resetDb);

const noon = new Date("2026-03-02T12:00:00Z");

const TEXT =
  "The bridge over the river cost ten million euros, the council says.\n\n" +
  "It opened in May after two years of delays, and carries forty thousand cars on an ordinary day.\n\n" +
  "The mayor said on Tuesday that it had paid for itself already, which the auditors of the region deny.";
const COST = "The bridge over the river cost ten million euros";
const PAID = "it had paid for itself already";

async function current(claimId: string) {
  return db.passage.findMany({ where: { claimId, isCurrent: true }, orderBy: { createdAt: "asc" } });
}

describe("a new text", () => {
  test("is the next revision, with its passages and one event; the one before stays as it was", async () => {
    const article = await makeArticle({ text: TEXT });
    const claim = await makeClaim({ article, words: PAID });
    const actor = await makeMember();
    const added = await revise(article.id, `An opening line was added here.\n\n${TEXT}`, { actor });

    expect(added).toMatchObject({ number: 2, counts: { exact: 1, lost: 0 } });
    const [passage] = await current(claim.id);
    const text = (await getRevision({ articleId: article.id, number: 2 }))?.text ?? "";
    expect(text.slice(passage?.startOffset ?? 0, passage?.endOffset ?? 0)).toBe(PAID);
    expect(passage).toMatchObject({ revisionId: added?.id, outcome: "exact", score: 1, repair: null });
    const first = await getRevision({ articleId: article.id, number: 1 });
    expect(first).toMatchObject({ text: TEXT, passages: [{ start: TEXT.indexOf(PAID), outcome: "exact" }] });
    expect(passage?.previousId).toBe(first?.passages[0]?.id);
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "article.revised" } });
    expect(event).toMatchObject({ actorId: actor.id, data: { number: 2, exact: 1, reworded: 0 } });
  });

  test("that is the same text is none", async () => {
    const article = await makeArticle({ text: TEXT });
    await makeClaim({ article, words: PAID });
    expect(await revise(article.id, TEXT)).toBeNull();
    expect(await db.revision.count({ where: { articleId: article.id } })).toBe(1);
    expect(await db.auditEvent.count({ where: { action: "article.revised" } })).toBe(0);
  });

  test("leaves reworded, doubled and deleted words to a person, and says which is which", async () => {
    const article = await makeArticle({ text: TEXT });
    const reworded = await makeClaim({ article, words: COST });
    const lost = await makeClaim({ article, words: PAID });
    const changed = TEXT.replace("ten million euros", "twelve million euros").replace(
      "The mayor said on Tuesday that it had paid for itself already, which the auditors of the region deny.",
      "Nobody was there to answer questions when this newspaper called.",
    );
    await revise(article.id, changed);
    const [one] = await current(reworded.id);
    expect(one).toMatchObject({ outcome: "reworded", chosenQuote: COST, repair: null });
    expect(one?.quote).toBe(COST.replace("ten", "twelve"));
    expect(one?.score).toBeLessThan(1);
    const [two] = await current(lost.id);
    expect(two).toMatchObject({ outcome: "lost", startOffset: null, endOffset: null, quote: PAID });
  });

  test("that brings the old words back finds them again by itself", async () => {
    const article = await makeArticle({ text: TEXT });
    const claim = await makeClaim({ article, words: COST });
    await revise(article.id, TEXT.replace("ten million euros", "twelve million euros"));
    expect((await current(claim.id))[0]?.outcome).toBe("reworded");
    await revise(article.id, TEXT);
    expect((await current(claim.id))[0]).toMatchObject({ outcome: "exact", quote: COST, chosenQuote: COST });

    const gone = TEXT.split("\n\n").slice(1).join("\n\n");
    await revise(article.id, gone);
    expect((await current(claim.id))[0]?.outcome).toBe("lost");
    await revise(article.id, TEXT);
    expect((await current(claim.id))[0]).toMatchObject({ outcome: "moved", quote: COST });
  });

  test("keeps what a person confirmed as the words to look for, and out what they took out", async () => {
    const article = await makeArticle({ text: TEXT });
    const actor = await makeMember({ role: "editor" });
    const claim = await makeClaim({ article, words: COST });
    const out = await makeClaim({ article, words: PAID });
    const twelve = TEXT.replace("ten million euros", "twelve million euros").replace(
      PAID,
      "it was a bargain",
    );
    await revise(article.id, twelve);
    const [reworded] = await current(claim.id);
    const [other] = await current(out.id);
    await confirmPassage({ actor, passageId: reworded?.id ?? "", now: noon });
    await detachPassage({ actor, passageId: other?.id ?? "", now: noon });

    await revise(article.id, `${twelve}\n\nA line more.`);
    expect((await current(claim.id))[0]).toMatchObject({ outcome: "exact", repair: null });
    expect((await current(out.id))[0]).toMatchObject({ repair: "detached", startOffset: null });
    await revise(article.id, TEXT);
    expect((await current(out.id))[0]).toMatchObject({ repair: "detached", startOffset: null });
  });

  test("makes one of two passages of a claim that come together", async () => {
    const article = await makeArticle({ text: `${TEXT}\n\nAgain: ${COST}, the council says.` });
    const claim = await makeClaim({ article, words: COST });
    const again = article.text.lastIndexOf(COST);
    const first = await db.passage.findFirstOrThrow({ where: { claimId: claim.id } });
    const { id: _, candidates: __, beforeRepair: ___, ...copy } = first;
    await db.passage.create({
      data: { ...copy, startOffset: again, endOffset: again + COST.length, prefix: "Again: " },
    });
    await revise(article.id, TEXT);
    const places = (await current(claim.id)).filter(({ startOffset }) => startOffset !== null);
    expect(places).toHaveLength(1);
  });

  test("of two added at once, both are there, one after the other", async () => {
    const article = await makeArticle({ text: TEXT });
    await makeClaim({ article, words: PAID });
    const made = await Promise.all(
      ["One more line.", "Another line."].map((line) => revise(article.id, `${TEXT}\n\n${line}`)),
    );
    expect(made.map((added) => added?.number).toSorted()).toEqual([2, 3]);
    expect(await db.passage.count({ where: { isCurrent: true } })).toBe(1);
  });

  test("added while somebody makes a claim in the old one: the claim follows or is refused, never left behind", async () => {
    const actor = await makeMember();
    for (let round = 0; round < 5; round += 1) {
      const article = await makeArticle({ text: TEXT, actor });
      const [, made] = await Promise.allSettled([
        revise(article.id, `${TEXT}\n\nA line more.`, { actor }),
        createClaim({ actor, ...claimOn(article, PAID) }),
      ]);
      if (made.status === "rejected") {
        expect(made.reason).toMatchObject({ reason: "already_changed" });
        continue;
      }
      const [passage] = await current(made.value.id);
      expect(await db.revision.findUniqueOrThrow({ where: { id: passage?.revisionId ?? "" } })).toMatchObject(
        {
          number: 2,
        },
      );
    }
  });

  test("without its event is not there", async () => {
    const article = await makeArticle({ text: TEXT });
    const claim = await makeClaim({ article, words: PAID });
    const actor = { ...(await makeMember()), name: "cannot be stored: \u0000" };
    await expect(revise(article.id, `${TEXT}\n\nMore.`, { actor })).rejects.toThrow();
    expect(await db.revision.count({ where: { articleId: article.id } })).toBe(1);
    expect(await current(claim.id)).toHaveLength(1);
  });
});

describe("what readers see", () => {
  const published = (slug: string) =>
    getPublished(slug).then((record) => (record?.withdrawn ? null : record));

  test("of a published claim whose words changed is told, and taken back when they come back", async () => {
    const article = await makeArticle({ text: TEXT, origin: "own" });
    const claim = await makeClaim({ article, words: COST, state: "published" });
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    expect(await published(slug)).toMatchObject({ articleChangedAt: null });

    const twelve = TEXT.replace("ten million euros", "twelve million euros");
    await revise(article.id, twelve, { now: noon });
    expect(await published(slug)).toMatchObject({
      articleChangedAt: noon,
      claim: { passages: [{ quote: COST }] },
    });
    const page = await getPublishedArticle(article.slug, "2026-03-02");
    expect(page?.full?.text).toBe(twelve);
    expect(page?.claims).toMatchObject([{ passages: [], articleChangedAt: noon }]);

    await revise(article.id, `${TEXT}\n\nA line more.`);
    expect(await published(slug)).toMatchObject({ articleChangedAt: null });
    const after = await getPublishedArticle(article.slug, "2026-03-02");
    expect(after?.claims).toMatchObject([{ passages: [{ start: 0, quote: COST }], articleChangedAt: null }]);
  });

  test("stays where it was when only the text around the words changed", async () => {
    const article = await makeArticle({ text: TEXT, origin: "own" });
    const claim = await makeClaim({ article, words: PAID, state: "published" });
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    await revise(article.id, TEXT.replace("ten million", "twelve million"));
    expect(await published(slug)).toMatchObject({ articleChangedAt: null });
    const page = await getPublishedArticle(article.slug, "2026-03-02");
    expect(page?.claims[0]?.passages).toHaveLength(1);
  });

  test("says the day of the first change, not of the last look", async () => {
    const article = await makeArticle({ text: TEXT });
    const claim = await makeClaim({ article, words: COST, state: "published" });
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    const twelve = TEXT.replace("ten million euros", "twelve million euros");
    await revise(article.id, twelve, { now: noon });
    await revise(article.id, `${twelve}\n\nA line more.`, { now: new Date("2026-03-09T12:00:00Z") });
    expect(await published(slug)).toMatchObject({ articleChangedAt: noon });
  });
});

test("the list counts what came through which way, and what is open", async () => {
  const article = await makeArticle({ text: TEXT });
  await makeClaim({ article, words: COST });
  await makeClaim({ article, words: PAID });
  const actor = await makeMember();
  await revise(article.id, TEXT.replace("ten million euros", "twelve million euros"), { actor });
  expect(await listRevisions(article.id)).toMatchObject([
    {
      number: 2,
      createdByName: actor.name,
      outcomes: { exact: 1, reworded: 1 },
      openCount: 1,
      fetchedFrom: null,
    },
    { number: 1, outcomes: { exact: 2 }, openCount: 0 },
  ]);
});
