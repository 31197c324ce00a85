import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { correctClaim } from "#lib/publishing/commands.ts";
import { getPublished, getPublishedArticle } from "#lib/publishing/queries.ts";
import { makeArticle, makeClaim, makeMember, revise } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { confirmPassage, detachPassage, placePassage } from "./commands.ts";
import { countRepairs, listRepairs } from "./queries.ts";

beforeEach(resetDb);

const noon = new Date("2026-03-02T12:00:00Z");
const WORDS = "The bridge over the river cost ten million euros";
const TEXT =
  `${WORDS}, the council says.\n\n` +
  "It opened in May after two years of delays, and carries forty thousand cars on an ordinary day.";
const REWORDED = TEXT.replace("ten million euros", "twelve million euros");
const GONE =
  "It opened in May after two years of delays, and carries forty thousand cars on an ordinary day.";

/** A claim whose article has changed to `after`, and its passage there. */
async function changed(
  after: string,
  options: { state?: "draft" | "published"; origin?: "own" | "external" } = {},
) {
  const article = await makeArticle({ text: TEXT, origin: options.origin ?? "external" });
  const claim = await makeClaim({ article, words: WORDS, state: options.state ?? "draft" });
  await revise(article.id, after, { now: noon });
  const passage = await db.passage.findFirstOrThrow({ where: { claimId: claim.id, isCurrent: true } });
  return { article, claim, passageId: passage.id };
}

const read = (id: string) => db.passage.findUniqueOrThrow({ where: { id } });

describe("confirming", () => {
  test("makes the reworded words the claim's, with who said so, and one event", async () => {
    const { claim, passageId } = await changed(REWORDED);
    const actor = await makeMember({ role: "editor" });
    await confirmPassage({ actor, passageId, now: noon });
    const after = WORDS.replace("ten", "twelve");
    expect(await read(passageId)).toMatchObject({
      repair: "confirmed",
      repairedById: actor.id,
      repairedAt: noon,
      outcome: "reworded",
      chosenQuote: after,
    });
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "passage.confirmed" } });
    expect(event).toMatchObject({
      claimId: claim.id,
      data: { number: 1, revision: 2, before: WORDS, after },
    });
  });

  test("is not for what has no place, nor twice", async () => {
    const lost = await changed(GONE);
    const actor = await makeMember({ role: "editor" });
    const nothing = confirmPassage({ actor, passageId: lost.passageId, now: noon });
    await expect(nothing).rejects.toMatchObject({ reason: "passage_repaired" });

    const { passageId } = await changed(REWORDED);
    const both = await Promise.allSettled([1, 2].map(() => confirmPassage({ actor, passageId, now: noon })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { action: "passage.confirmed" } })).toBe(1);
  });
});

describe("choosing a place", () => {
  test("takes the text's own words there, trimmed", async () => {
    const { passageId } = await changed(GONE);
    const actor = await makeMember({ role: "editor" });
    const start = GONE.indexOf("forty thousand cars");
    await placePassage({ actor, passageId, start: start - 1, end: start + 19, now: noon });
    expect(await read(passageId)).toMatchObject({
      repair: "placed",
      startOffset: start,
      endOffset: start + 19,
      quote: "forty thousand cars",
      chosenQuote: "forty thousand cars",
    });
  });

  test("refuses what lies outside the text, is too much, or has this claim already", async () => {
    const { article, claim, passageId } = await changed(GONE);
    const actor = await makeMember({ role: "editor" });
    const place = (start: number, end: number) => placePassage({ actor, passageId, start, end, now: noon });
    await expect(place(0, GONE.length + 1)).rejects.toMatchObject({ reason: "passage_outside_text" });
    await expect(place(0, 100_000)).rejects.toMatchObject({ reason: "passage_too_long" });
    const { revisionId } = await read(passageId);
    const words = { quote: "It opened", chosenQuote: "It opened", prefix: "", suffix: "" };
    await db.passage.create({
      data: { claimId: claim.id, revisionId, startOffset: 0, endOffset: 9, ...words },
    });
    await expect(place(0, 9)).rejects.toMatchObject({ reason: "passage_there" });
    expect(await countRepairs({ articleId: article.id })).toEqual({ all: 1, published: 0 });
  });

  test("is for the newest text, and for what did not follow by itself", async () => {
    const { article, passageId } = await changed(GONE);
    const actor = await makeMember({ role: "editor" });
    await revise(article.id, `${GONE}\n\nA line more.`);
    const old = placePassage({ actor, passageId, start: 0, end: 9, now: noon });
    await expect(old).rejects.toMatchObject({ reason: "already_changed" });

    const followed = await changed(`${TEXT}\n\nA line more.`);
    const exact = placePassage({ actor, passageId: followed.passageId, start: 0, end: 9, now: noon });
    await expect(exact).rejects.toMatchObject({ reason: "passage_repaired" });
  });
});

test("detaching takes the claim out of the text and keeps its words", async () => {
  const { passageId } = await changed(REWORDED);
  await detachPassage({ actor: await makeMember({ role: "editor" }), passageId, now: noon });
  expect(await read(passageId)).toMatchObject({ repair: "detached", startOffset: null, chosenQuote: WORDS });
  expect(await countRepairs()).toEqual({ all: 0, published: 0 });
});

describe("of a published claim", () => {
  test("is an editor's to say", async () => {
    const { passageId } = await changed(REWORDED, { state: "published" });
    const [reviewer, editor] = await Promise.all([
      makeMember({ role: "reviewer" }),
      makeMember({ role: "editor" }),
    ]);
    const refused = confirmPassage({ actor: reviewer, passageId, now: noon });
    await expect(refused).rejects.toMatchObject({ reason: "not_allowed" });
    expect(await countRepairs()).toEqual({ all: 1, published: 1 });
    await confirmPassage({ actor: editor, passageId, now: noon });
    expect(await countRepairs()).toEqual({ all: 0, published: 0 });
  });

  test("no correction goes out before it is said; a correction then shows the words as they are", async () => {
    const { article, claim, passageId } = await changed(REWORDED, { state: "published", origin: "own" });
    const marked = async () => (await getPublishedArticle(article.slug, "2026-03-02"))?.claims[0]?.passages;
    const { slug, statement } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    const { ratingId, conclusion, rationale } = await db.verdict.findFirstOrThrow({
      where: { claimId: claim.id },
    });
    const words = { statement, ratingId, conclusion, rationale };
    const correct = (version: number) =>
      correctClaim({
        actor: claim.editor,
        claimId: claim.id,
        version,
        type: "update",
        reason: "It changed.",
        ...words,
        now: noon,
      });
    await expect(correct(1)).rejects.toMatchObject({ reason: "passage_needs_repair" });

    await confirmPassage({ actor: claim.editor, passageId, now: noon });
    expect(await getPublished(slug)).toMatchObject({ articleChangedAt: noon });
    expect(await marked()).toEqual([]);
    await correct(1);
    expect(await marked()).toHaveLength(1);
    expect(await getPublished(slug)).toMatchObject({
      number: 2,
      articleChangedAt: null,
      claim: { passages: [{ revision: 2, quote: WORDS.replace("ten", "twelve"), isGone: false }] },
    });
  });

  test("whose old words come back after others were confirmed says what was checked again", async () => {
    const { article, claim, passageId } = await changed(REWORDED, { state: "published", origin: "own" });
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    await confirmPassage({ actor: claim.editor, passageId, now: noon });
    expect(await getPublished(slug)).toMatchObject({ articleChangedAt: noon });
    await revise(article.id, TEXT, { now: noon });
    expect(await getPublished(slug)).toMatchObject({ articleChangedAt: null });
    const page = await getPublishedArticle(article.slug, "2026-03-02");
    expect(page?.claims[0]?.passages).toMatchObject([{ start: 0, quote: WORDS }]);
  });

  test("whose words are gone keeps them as they were, and says that they are gone", async () => {
    const { claim, passageId } = await changed(GONE, { state: "published" });
    const { slug, statement } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    const { ratingId, conclusion, rationale } = await db.verdict.findFirstOrThrow({
      where: { claimId: claim.id },
    });
    await detachPassage({ actor: claim.editor, passageId, now: noon });
    const words = { statement, ratingId, conclusion, rationale };
    await correctClaim({
      actor: claim.editor,
      claimId: claim.id,
      version: 1,
      type: "update",
      reason: "It is gone.",
      ...words,
      now: noon,
    });
    expect(await getPublished(slug)).toMatchObject({
      articleChangedAt: noon,
      claim: { passages: [{ revision: 1, quote: WORDS, isGone: true }] },
    });
  });
});

describe("the repair list", () => {
  test("shows the words as they were and the place offered, each in its sentence", async () => {
    const { article, claim, passageId } = await changed(REWORDED);
    const { items } = await listRepairs({ articleId: article.id });
    expect(items).toMatchObject([
      {
        passageId,
        outcome: "reworded",
        changedAt: noon,
        claim: { id: claim.id, number: 1, state: "draft" },
        article: { id: article.id, revisionNumber: 2 },
        before: { quote: WORDS },
      },
    ]);
    const [item] = items;
    const shown = (context: { text: string; start: number; end: number } | null | undefined) =>
      context?.text.slice(context.start, context.end);
    expect(shown(item?.before.context)).toBe(WORDS);
    expect(shown(item?.place?.context)).toBe(WORDS.replace("ten", "twelve"));
  });

  test("goes page by page, oldest change first, without claims that were given up", async () => {
    const made = [];
    for (const _ of [1, 2, 3]) made.push(await changed(GONE));
    await db.claim.update({
      where: { id: made[1]?.claim.id ?? "" },
      data: {
        state: "dismissed",
        dismissedAt: noon,
        dismissalGround: "out_of_scope",
        dismissalReason: "No.",
      },
    });
    const first = await listRepairs({ take: 1 });
    const second = await listRepairs({ take: 1, cursor: first.next ?? undefined });
    expect([...first.items, ...second.items].map(({ passageId }) => passageId)).toEqual([
      made[0]?.passageId,
      made[2]?.passageId,
    ]);
    expect(second.next).toBeNull();
  });
});
