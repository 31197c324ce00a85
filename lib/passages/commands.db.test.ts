import { beforeEach, describe, expect, test } from "vitest";
import type { ClaimState } from "#lib/claims/values.ts";
import { db } from "#lib/db/client.ts";
import { correctClaim } from "#lib/publishing/commands.ts";
import { getPublished, getPublishedArticle } from "#lib/publishing/queries.ts";
import { type MadeClaim, makeArticle, makeClaim, makeMember, revise } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  addPassage,
  confirmPassage,
  detachPassage,
  movePassage,
  placePassage,
  removePassage,
  undoRepair,
} from "./commands.ts";
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

describe("taking back what was said", () => {
  test("brings the passage back as it was, with one event, and it waits again", async () => {
    const { article, claim, passageId } = await changed(REWORDED);
    const actor = await makeMember({ role: "editor" });
    const before = await read(passageId);
    const start = REWORDED.indexOf("forty thousand cars");
    for (const say of [
      () => confirmPassage({ actor, passageId, now: noon }),
      () => placePassage({ actor, passageId, start, end: start + 19, now: noon }),
      () => detachPassage({ actor, passageId, now: noon }),
    ]) {
      const { repairedAt } = await say();
      expect(await countRepairs({ articleId: article.id })).toMatchObject({ all: 0 });
      await undoRepair({ actor, passageId, repairedAt, now: noon });
      expect(await read(passageId)).toEqual(before);
    }
    const events = await db.auditEvent.findMany({
      where: { action: "passage.repair_undone" },
      orderBy: { id: "asc" },
      select: { claimId: true, data: true },
    });
    const words = { number: 1, revision: 2, after: WORDS };
    expect(events).toEqual([
      { claimId: claim.id, data: { ...words, before: WORDS.replace("ten", "twelve") } },
      { claimId: claim.id, data: { ...words, before: "forty thousand cars" } },
      { claimId: claim.id, data: { ...words, before: null } },
    ]);
  });

  test("brings back what was said before, and no further", async () => {
    const { passageId } = await changed(REWORDED);
    const actor = await makeMember({ role: "editor" });
    const first = await confirmPassage({ actor, passageId, now: noon });
    const confirmed = await read(passageId);
    const second = await detachPassage({ actor, passageId, now: noon });
    expect(second.repairedAt).not.toEqual(first.repairedAt);
    const undo = ({ repairedAt }: { repairedAt: Date }) =>
      undoRepair({ actor, passageId, repairedAt, now: noon });
    await expect(undo(first)).rejects.toMatchObject({ reason: "repair_overtaken" });
    await undo(second);
    expect(await read(passageId)).toEqual({ ...confirmed, beforeRepair: null });
    await expect(undo(first)).rejects.toMatchObject({ reason: "repair_overtaken" });
  });

  test("is for the person who said it, in the text they said it of", async () => {
    const { article, passageId } = await changed(REWORDED);
    const [actor, other] = await Promise.all([
      makeMember({ role: "editor" }),
      makeMember({ role: "editor" }),
    ]);
    const { repairedAt } = await confirmPassage({ actor, passageId, now: noon });
    const others = undoRepair({ actor: other, passageId, repairedAt, now: noon });
    await expect(others).rejects.toMatchObject({ reason: "repair_overtaken" });
    await revise(article.id, `${REWORDED}\n\nA line more.`);
    const late = undoRepair({ actor, passageId, repairedAt, now: noon });
    await expect(late).rejects.toMatchObject({ reason: "already_changed" });
  });

  test("of two tries at once, or of a try and another word, one is done and the other told", async () => {
    const { passageId } = await changed(REWORDED);
    const actor = await makeMember({ role: "editor" });
    const first = await confirmPassage({ actor, passageId, now: noon });
    const undo = ({ repairedAt }: { repairedAt: Date }) =>
      undoRepair({ actor, passageId, repairedAt, now: noon });
    const both = await Promise.allSettled([undo(first), undo(first)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.auditEvent.count({ where: { action: "passage.repair_undone" } })).toBe(1);

    const again = await confirmPassage({ actor, passageId, now: noon });
    const other = await makeMember({ role: "editor" });
    await Promise.allSettled([undo(again), detachPassage({ actor: other, passageId, now: noon })]);
    // Whichever came first: the other editor's word stands.
    expect(await read(passageId)).toMatchObject({ repair: "detached", repairedById: other.id });
  });

  test("while the article gets its next text leaves nothing half done", async () => {
    const { article, claim, passageId } = await changed(REWORDED);
    const actor = await makeMember({ role: "editor" });
    const { repairedAt } = await confirmPassage({ actor, passageId, now: noon });
    const [undone] = await Promise.allSettled([
      undoRepair({ actor, passageId, repairedAt, now: noon }),
      revise(article.id, `${REWORDED}\n\nA line more.`),
    ]);
    const now = await db.passage.findFirstOrThrow({ where: { claimId: claim.id, isCurrent: true } });
    const after = WORDS.replace("ten", "twelve");
    expect(now).toMatchObject(
      undone?.status === "fulfilled"
        ? { outcome: "reworded", chosenQuote: WORDS, repair: null }
        : { outcome: "exact", chosenQuote: after, repair: null },
    );
  });

  test("of a published claim tells readers of the change again, but not once they were shown the words", async () => {
    const { claim, passageId } = await changed(REWORDED, { state: "published", origin: "own" });
    const actor = claim.editor;
    const { slug, statement } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    // After the publication, which was made by the clock.
    const soon = new Date(Date.now() + 60_000);
    const first = await confirmPassage({ actor, passageId, now: soon });
    await undoRepair({ actor, passageId, repairedAt: first.repairedAt, now: soon });
    expect(await getPublished(slug)).toMatchObject({ articleChangedAt: noon });
    expect(await countRepairs()).toEqual({ all: 1, published: 1 });

    const { repairedAt } = await confirmPassage({ actor, passageId, now: soon });
    const { ratingId, conclusion, rationale } = await db.verdict.findFirstOrThrow({
      where: { claimId: claim.id },
    });
    const words = { statement, ratingId, conclusion, rationale };
    const later = new Date(soon.getTime() + 60_000);
    const change = { version: 1, type: "update", reason: "It changed." } as const;
    await correctClaim({ actor, claimId: claim.id, ...change, ...words, now: later });
    const late = undoRepair({ actor, passageId, repairedAt, now: later });
    await expect(late).rejects.toMatchObject({ reason: "repair_overtaken" });
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

  test("finds the old words several texts back, also behind characters of two code units", async () => {
    const { article, claim } = await changed(`🌉🌉 ${TEXT}`);
    for (const lines of [1, 2, 3]) await revise(article.id, `🌉🌉 ${REWORDED}\n\n${"More. ".repeat(lines)}`);
    const { items } = await listRepairs({ articleId: article.id });
    expect(items).toHaveLength(1);
    const [item] = items;
    const { text = "", start = 0, end = 0 } = item?.before.context ?? {};
    expect(text.slice(start, end)).toBe(WORDS);
    expect(text).toContain("🌉🌉 The bridge");
    expect(item?.claim.id).toBe(claim.id);
  });

  test("reads each text once, however many passages wait and however far back their words are", async () => {
    const others = "Opened in May.";
    const { article, claim } = await changed(TEXT);
    const made = { claimId: claim.id, chosenQuote: others, quote: others, prefix: "", suffix: "" };
    for (const number of [2, 3, 4]) await revise(article.id, `${GONE}\n\n${"More. ".repeat(number)}`);
    const { revisionId } = await db.passage.findFirstOrThrow({ where: { isCurrent: true } });
    const lost = { ...made, revisionId, outcome: "lost" } as const;
    await db.passage.createMany({ data: [lost, lost, lost] });
    const read: string[][] = [];
    const counting = db.$extends({
      query: {
        revision: {
          findMany({ args, query }) {
            const { id } = args.where ?? {};
            if (typeof id === "object" && Array.isArray(id.in)) read.push(id.in);
            return query(args);
          },
        },
      },
    });
    const { items } = await listRepairs({ articleId: article.id, db: counting as unknown as typeof db });
    expect(items).toHaveLength(4);
    expect(read).toHaveLength(1);
    expect(read[0]).toHaveLength(2);
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

describe("a claim made in several places", () => {
  const now = new Date("2026-03-02T12:00:00Z");
  const WORDS = "The bridge cost ten million euros";
  const AGAIN = "Ten million euros it was";
  const TEXT = `${WORDS}, the council says.\n\n${AGAIN}, the mayor repeats.\n\nIt opened in May.`;
  const AGAIN_AT = { start: TEXT.indexOf(AGAIN), end: TEXT.indexOf(AGAIN) + AGAIN.length };

  async function made(state: ClaimState = "draft") {
    const article = await makeArticle({ text: TEXT, origin: "own" });
    const claim = await makeClaim({ article, words: WORDS, state });
    const passage = await db.passage.findFirstOrThrow({ where: { claimId: claim.id } });
    const actor = state === "draft" ? claim.author : claim.editor;
    const add = (place = AGAIN_AT, by = actor) =>
      addPassage({ actor: by, claimId: claim.id, revisionId: article.revisionId, ...place, now });
    return { article, claim, passageId: passage.id, actor, add };
  }

  const placesOf = async ({ id }: Pick<MadeClaim, "id">) => {
    const passages = await db.passage.findMany({
      where: { claimId: id, isCurrent: true },
      orderBy: { startOffset: "asc" },
    });
    return passages.map(({ quote }) => quote);
  };

  const events = (action: string) => db.auditEvent.findMany({ where: { action } });
  const reasonsOf = (results: readonly PromiseSettledResult<unknown>[]) =>
    results.flatMap((result) => (result.status === "rejected" ? [result.reason.reason] : []));

  describe("attaching more words to a claim", () => {
    test("gives it another place, trimmed, with one event, and shows the claim as changed", async () => {
      const { claim, add } = await made();
      const before = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
      const passage = await add({ start: AGAIN_AT.start - 2, end: AGAIN_AT.end });
      expect(passage).toMatchObject(AGAIN_AT);
      expect(await placesOf(claim)).toEqual([WORDS, AGAIN]);
      expect(await events("passage.added")).toMatchObject([
        { claimId: claim.id, subjectId: passage.id, data: { number: 1, revision: 1, words: AGAIN } },
      ]);
      const after = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
      expect(after.updatedAt).not.toEqual(before.updatedAt);
      // An open form for the claim's wording stays good.
      expect(after.version).toBe(before.version);
    });

    test("refuses words it has, words outside the text, too many words, and a text that has changed", async () => {
      const { article, add } = await made();
      await expect(add({ start: 0, end: WORDS.length })).rejects.toMatchObject({ reason: "passage_there" });
      await expect(add({ start: 0, end: TEXT.length + 1 })).rejects.toMatchObject({
        reason: "passage_outside_text",
      });
      await expect(add({ start: WORDS.length + 1, end: WORDS.length + 2 })).rejects.toMatchObject({
        reason: "passage_outside_text",
      });
      await expect(add({ start: 0, end: 100_000 })).rejects.toMatchObject({ reason: "passage_too_long" });
      await revise(article.id, `${TEXT}\n\nA line more.`, { now });
      await expect(add()).rejects.toMatchObject({ reason: "already_changed" });
    });

    test("of two who attach the same words at once, one is told", async () => {
      const { claim, add } = await made();
      const results = await Promise.allSettled([add(), add()]);
      expect(reasonsOf(results)).toEqual(["passage_there"]);
      expect(await placesOf(claim)).toEqual([WORDS, AGAIN]);
      expect(await events("passage.added")).toHaveLength(1);
    });

    test("stops at fifty places", async () => {
      const { article, claim, add } = await made();
      const row = { claimId: claim.id, revisionId: article.revisionId, quote: "x", chosenQuote: "x" };
      const places = Array.from({ length: 48 }, (_, start) => ({ startOffset: start, endOffset: start + 1 }));
      await db.passage.createMany({
        data: places.map((place) => ({ ...row, ...place, prefix: "", suffix: "" })),
      });
      await add();
      await expect(add({ start: 0, end: 9 })).rejects.toMatchObject({
        reason: "too_many_passages",
        values: { limit: 50 },
      });
    });
  });

  describe("choosing other words for a passage", () => {
    const seen = { fromStart: 0, fromEnd: WORDS.length };

    test("keeps the claim and its statement, and says what stood there", async () => {
      const { claim, passageId, actor } = await made();
      await movePassage({ actor, passageId, ...seen, start: 0, end: 10, now });
      expect(await placesOf(claim)).toEqual(["The bridge"]);
      const passage = await db.passage.findUniqueOrThrow({ where: { id: passageId } });
      expect(passage).toMatchObject({
        chosenQuote: "The bridge",
        prefix: "",
        outcome: "exact",
        repair: null,
      });
      expect(passage.suffix).toMatch(/^ cost ten million/);
      expect(await events("passage.moved")).toMatchObject([
        { subjectId: passageId, data: { before: WORDS, after: "The bridge" } },
      ]);
    });

    test("does nothing where it stands already, and refuses another passage's place", async () => {
      const { passageId, actor, add } = await made();
      const move = (start: number, end: number) =>
        movePassage({ actor, passageId, ...seen, start, end, now });
      await move(0, WORDS.length);
      expect(await events("passage.moved")).toEqual([]);
      await add();
      await expect(move(AGAIN_AT.start, AGAIN_AT.end)).rejects.toMatchObject({ reason: "passage_there" });
    });

    test("of two who choose at once, one is told", async () => {
      const { claim, passageId, actor } = await made();
      const to = (end: number) => movePassage({ actor, passageId, ...seen, start: 0, end, now });
      const results = await Promise.allSettled([to(3), to(10)]);
      expect(reasonsOf(results)).toEqual(["already_changed"]);
      expect(await events("passage.moved")).toHaveLength(1);
      expect(await placesOf(claim)).toHaveLength(1);
    });

    test("is not for an earlier text, nor for words that wait on the repair list", async () => {
      const { article, claim, passageId, actor } = await made();
      await revise(article.id, TEXT.replace("cost ten", "cost about twelve"), { now });
      const old = movePassage({ actor, passageId, ...seen, start: 0, end: 10, now });
      await expect(old).rejects.toMatchObject({ reason: "already_changed" });
      const next = await db.passage.findFirstOrThrow({ where: { claimId: claim.id, isCurrent: true } });
      const unsure = {
        fromStart: next.startOffset ?? 0,
        fromEnd: next.endOffset ?? 0,
        start: 0,
        end: 10,
      };
      const waiting = movePassage({ actor, passageId: next.id, ...unsure, now });
      await expect(waiting).rejects.toMatchObject({ reason: "passage_needs_repair" });
    });
  });

  describe("taking words from a claim", () => {
    test("leaves the others, and never takes the last", async () => {
      const { claim, passageId, actor, add } = await made();
      const first = { actor, passageId, start: 0, end: WORDS.length, now };
      await expect(removePassage(first)).rejects.toMatchObject({ reason: "last_passage" });
      await add();
      await removePassage(first);
      expect(await placesOf(claim)).toEqual([AGAIN]);
      expect(await events("passage.removed")).toMatchObject([
        { subjectId: passageId, data: { words: WORDS } },
      ]);
      await expect(removePassage(first)).rejects.toMatchObject({ reason: "not_found" });
    });

    test("of two who take a claim's two places at once, one is told", async () => {
      const { claim, passageId, actor, add } = await made();
      const other = await add();
      const results = await Promise.allSettled([
        removePassage({ actor, passageId, start: 0, end: WORDS.length, now }),
        removePassage({ actor, passageId: other.id, start: other.start, end: other.end, now }),
      ]);
      expect(reasonsOf(results)).toEqual(["last_passage"]);
      expect(await placesOf(claim)).toHaveLength(1);
    });

    test("that somebody else has just moved is told", async () => {
      const { passageId, actor, add } = await made();
      await add();
      await movePassage({ actor, passageId, fromStart: 0, fromEnd: WORDS.length, start: 0, end: 10, now });
      const stale = removePassage({ actor, passageId, start: 0, end: WORDS.length, now });
      await expect(stale).rejects.toMatchObject({ reason: "already_changed" });
    });
  });

  describe("who may", () => {
    const cases: [state: ClaimState, who: "author" | "other" | "editor", reason: string | null][] = [
      ["draft", "author", null],
      ["draft", "other", "not_yours"],
      ["draft", "editor", null],
      ["queued", "author", "not_allowed"],
      ["queued", "editor", null],
      ["in_review", "editor", "wrong_state"],
      ["second_review", "editor", "wrong_state"],
      ["published", "author", "not_allowed"],
      ["published", "editor", null],
      ["dismissed", "editor", "wrong_state"],
    ];
    test.each(cases)("of a claim that is %s: %s (%s)", async (state, who, reason) => {
      const { claim, passageId, add } = await made(state);
      const actor = who === "other" ? await makeMember({ role: "reporter" }) : claim[who];
      const move = movePassage({
        actor,
        passageId,
        fromStart: 0,
        fromEnd: WORDS.length,
        start: 0,
        end: 10,
        now,
      });
      const results = await Promise.allSettled([move, add(AGAIN_AT, actor)]);
      expect(reasonsOf(results)).toEqual(reason === null ? [] : [reason, reason]);
    });
  });

  test("readers of a published claim keep its words as they were checked until a correction", async () => {
    const { article, claim, passageId, actor, add } = await made("published");
    const marked = async () => (await getPublishedArticle(article.slug, "2026-03-02"))?.claims[0]?.passages;
    const { slug } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
    await movePassage({ actor, passageId, fromStart: 0, fromEnd: WORDS.length, start: 0, end: 10, now });
    await add();
    expect(await marked()).toMatchObject([{ start: 0, end: WORDS.length }]);
    // The article did not change: the desk did.
    expect(await getPublished(slug)).toMatchObject({
      articleChangedAt: null,
      claim: { passages: [{ quote: WORDS }] },
    });
  });
});
