import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { dismissClaim, prioritiseClaim, submitClaim } from "#lib/claims/commands.ts";
import { getClaim } from "#lib/claims/queries.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { draftScale, putScaleIntoUse } from "#lib/verdicts/commands.ts";
import { listRatings } from "#lib/verdicts/queries.ts";
import {
  extendLease,
  giveOpinion,
  releaseClaim,
  releaseExpiredLeases,
  returnClaim,
  takeClaim,
  takeNext,
} from "./commands.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

let ratings: Record<string, string>;
beforeEach(async () => {
  await resetDb();
  ({ ratings } = await makeNewsroom({ leaseMinutes: 60 }));
});

const reviewer = () => makeMember({ role: "reviewer" });

type Said = { actor: Actor; claimId: string; rating: string; now?: Date };

function opinion({ actor, claimId, rating, now = noon }: Said) {
  const ratingId = ratings[rating];
  if (ratingId === undefined) throw new Error(`no rating ${rating}`);
  const words = { conclusion: `Conclusion of ${actor.name}.`, rationale: `Rationale of ${actor.name}.` };
  return { actor, claimId, ratingId, ...words, now };
}

/** Puts a preset into use, or the next version of the scale in use. Answers its ratings by key. */
async function useScale(preset: string | null): Promise<Record<string, string>> {
  const actor = await makeMember({ role: "admin" });
  const { id: scaleId } = await draftScale({ actor, preset });
  await putScaleIntoUse({ actor, scaleId, version: 1, now: noon });
  return Object.fromEntries((await listRatings(scaleId)).map(({ id, key }) => [key, id]));
}

/** Takes the claim and gives an opinion. */
async function opine(said: Said) {
  await takeClaim({ actor: said.actor, claimId: said.claimId, now: said.now ?? noon });
  return giveOpinion(opinion(said));
}

const claimOf = (id: string) => db.claim.findUniqueOrThrow({ where: { id } });
const entryOf = (claimId: string) => db.queueEntry.findUnique({ where: { claimId } });
const verdictsOf = (claimId: string) =>
  db.verdict.findMany({ where: { claimId }, orderBy: { version: "asc" } });

async function actionsOf(claimId: string): Promise<string[]> {
  const events = await db.auditEvent.findMany({ where: { claimId }, orderBy: { seq: "asc" } });
  return events.map(({ action }) => action);
}

function outcomes(results: PromiseSettledResult<unknown>[]) {
  return {
    done: results.filter(({ status }) => status === "fulfilled").length,
    refused: results.flatMap((result) => (result.status === "rejected" ? [result.reason.reason] : [])),
  };
}

describe("taking from the queue", () => {
  test("who has waited longest comes first, the urgent before everybody", async () => {
    const article = await makeArticle();
    const late = await makeClaim({ state: "queued", article, now: minutes(2) });
    const early = await makeClaim({ state: "queued", article, now: minutes(1) });
    const urgent = await makeClaim({ state: "queued", article, now: minutes(3) });
    await prioritiseClaim({ actor: late.editor, claimId: urgent.id, priority: 1, now: minutes(4) });
    const actor = await reviewer();

    const order = [urgent.id, early.id, late.id];
    for (const claimId of order) {
      expect(await takeNext({ actor, now: minutes(5) })).toEqual({ claimId });
    }
    await expect(takeNext({ actor, now: minutes(5) })).rejects.toMatchObject({ reason: "queue_empty" });
  });

  test("history says with which token a program took it", async () => {
    await makeClaim({ state: "queued", now: noon });
    const { id, ...member } = await reviewer();
    await takeNext({ actor: { id, ...member, token: { id, name: "nightly" } }, now: noon });
    const taken = await db.auditEvent.findFirst({ where: { action: "claim.taken" } });
    expect(taken).toMatchObject({ actorId: id, tokenId: id, tokenName: "nightly" });
  });

  test("taking leases the claim to the reviewer and moves it to review, and history says so", async () => {
    const { id } = await makeClaim({ state: "queued", now: noon });
    const actor = await reviewer();
    await takeNext({ actor, now: noon });

    expect(await claimOf(id)).toMatchObject({ state: "in_review" });
    expect(await entryOf(id)).toMatchObject({ leaseHolderId: actor.id, leaseExpiresAt: minutes(60) });
    expect((await actionsOf(id)).at(-1)).toBe("claim.taken");
  });

  test("second opinions come from the same queue, but never to the author or the first reviewer", async () => {
    const author = await reviewer();
    const claim = await makeClaim({ state: "second_review", author, now: noon });
    await expect(takeNext({ actor: author, now: noon })).rejects.toMatchObject({ reason: "queue_empty" });
    await expect(takeNext({ actor: claim.first, now: noon })).rejects.toMatchObject({
      reason: "queue_empty",
    });

    expect(await takeNext({ actor: claim.second, now: noon })).toEqual({ claimId: claim.id });
    expect(await claimOf(claim.id)).toMatchObject({ state: "second_review" });
  });

  test("adjudications are handed out to editors only", async () => {
    const claim = await makeClaim({ state: "adjudication", now: noon });
    await expect(takeNext({ actor: await reviewer(), now: noon })).rejects.toMatchObject({
      reason: "queue_empty",
    });
    expect(await takeNext({ actor: claim.editor, now: noon })).toEqual({ claimId: claim.id });
  });

  test("a reporter takes nothing", async () => {
    const { id, author } = await makeClaim({ state: "queued", now: noon });
    const reporter = await makeMember({ role: "reporter" });
    await expect(takeNext({ actor: reporter, now: noon })).rejects.toMatchObject({ reason: "not_allowed" });
    await expect(takeClaim({ actor: author, claimId: id, now: noon })).rejects.toMatchObject({
      reason: "not_allowed",
    });
  });

  test("what does not exist is not found, whatever is sent as its id", async () => {
    const actor = await reviewer();
    for (const claimId of ["019c0000-0000-7000-8000-000000000000", "no id", ""]) {
      await expect(takeClaim({ actor, claimId, now: noon })).rejects.toMatchObject({ reason: "not_found" });
    }
  });

  test("twenty reviewers taking at once get twenty different claims", async () => {
    const article = await makeArticle();
    const people = { article, author: await makeMember(), now: noon };
    for (let count = 0; count < 20; count += 1) await makeClaim({ state: "queued", ...people });
    const reviewers = await Promise.all(Array.from({ length: 20 }, reviewer));

    const taken = await Promise.all(reviewers.map((actor) => takeNext({ actor, now: noon })));
    expect(new Set(taken.map(({ claimId }) => claimId)).size).toBe(20);
    const entries = await db.queueEntry.findMany();
    expect(new Set(entries.map(({ leaseHolderId }) => leaseHolderId)).size).toBe(20);
    expect(await db.claim.count({ where: { state: "in_review" } })).toBe(20);
  });

  test("of ten reviewers taking the same claim at once, one gets it and the others hear who has it", async () => {
    const { id } = await makeClaim({ state: "queued", now: noon });
    const rivals = await Promise.all(Array.from({ length: 10 }, reviewer));
    const results = await Promise.allSettled(
      rivals.map((actor) => takeClaim({ actor, claimId: id, now: noon })),
    );
    expect(outcomes(results)).toEqual({ done: 1, refused: Array(9).fill("leased_by_other") });
    expect((await actionsOf(id)).filter((action) => action === "claim.taken")).toHaveLength(1);
  });

  test("taking and dismissing at once never leaves a dismissed claim in somebody's hands", async () => {
    const article = await makeArticle();
    for (let round = 0; round < 10; round += 1) {
      const { id, editor } = await makeClaim({ state: "queued", article, now: noon });
      const actor = await reviewer();
      const dismissal = { ground: "out_of_scope", reason: "Not ours.", duplicateOf: null } as const;
      await Promise.allSettled([
        takeNext({ actor, now: noon }),
        dismissClaim({ actor: editor, claimId: id, ...dismissal, now: noon }),
      ]);
      // Dismissing is possible before and after taking; taking only before.
      expect(await claimOf(id)).toMatchObject({ state: "dismissed" });
      expect(await entryOf(id)).toBeNull();
    }
  });
});

describe("leases", () => {
  test("a claim given back waits at the place it had", async () => {
    const { id } = await makeClaim({ state: "queued", now: noon });
    const actor = await reviewer();
    await takeNext({ actor, now: minutes(5) });
    await releaseClaim({ actor, claimId: id, now: minutes(6) });
    expect(await claimOf(id)).toMatchObject({ state: "queued" });
    expect(await entryOf(id)).toMatchObject({ enqueuedAt: noon, leaseHolderId: null, leaseExpiresAt: null });
  });

  test("a second opinion given back still waits for a second opinion", async () => {
    const { id, second } = await makeClaim({ state: "second_review", now: noon });
    await takeClaim({ actor: second, claimId: id, now: noon });
    await releaseClaim({ actor: second, claimId: id, now: noon });
    expect(await claimOf(id)).toMatchObject({ state: "second_review" });
    expect(await entryOf(id)).toMatchObject({ stage: "second", leaseHolderId: null });
  });

  test("a sign of life makes the lease longer, while it holds and for its holder", async () => {
    const { id, first: actor } = await makeClaim({ state: "in_review", now: noon });
    expect(await extendLease({ actor, claimId: id, now: minutes(59) })).toEqual({ expiresAt: minutes(119) });
    const other = await reviewer();
    await expect(extendLease({ actor: other, claimId: id, now: minutes(60) })).rejects.toMatchObject({
      reason: "leased_by_other",
    });
    await expect(extendLease({ actor, claimId: id, now: minutes(119) })).rejects.toMatchObject({
      reason: "lease_expired",
    });
  });

  test("taking what one holds already makes the lease longer and is no news", async () => {
    const { id, first: actor } = await makeClaim({ state: "in_review", now: noon });
    await takeClaim({ actor, claimId: id, now: minutes(10) });
    expect(await entryOf(id)).toMatchObject({ leaseExpiresAt: minutes(70) });
    expect((await actionsOf(id)).filter((action) => action === "claim.taken")).toHaveLength(1);
  });

  test("an expired lease is taken over at once, and the first holder's opinion comes too late", async () => {
    const { id, first } = await makeClaim({ state: "in_review", now: noon });
    const actor = await reviewer();
    await expect(takeClaim({ actor, claimId: id, now: minutes(59) })).rejects.toMatchObject({
      reason: "leased_by_other",
    });
    expect(await takeNext({ actor, now: minutes(60) })).toEqual({ claimId: id });

    const late = giveOpinion(opinion({ actor: first, claimId: id, rating: "true", now: minutes(61) }));
    await expect(late).rejects.toMatchObject({ reason: "leased_by_other" });
    expect(await db.review.count()).toBe(0);
  });

  test("the sweep puts expired claims back, tells the history, and finds nothing the second time", async () => {
    const article = await makeArticle();
    const left = await makeClaim({ state: "in_review", article, now: noon });
    const held = await makeClaim({ state: "in_review", article, now: minutes(30) });
    const seconded = await makeClaim({ state: "second_review", article, now: noon });
    await takeClaim({ actor: seconded.second, claimId: seconded.id, now: noon });

    expect(await releaseExpiredLeases({ now: minutes(60) })).toBe(2);
    expect(await releaseExpiredLeases({ now: minutes(60) })).toBe(0);
    expect(await claimOf(left.id)).toMatchObject({ state: "queued" });
    expect(await claimOf(held.id)).toMatchObject({ state: "in_review" });
    expect(await claimOf(seconded.id)).toMatchObject({ state: "second_review" });
    expect(await entryOf(seconded.id)).toMatchObject({ leaseHolderId: null });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { claimId: left.id, action: "claim.lease_expired" },
    });
    expect(event).toMatchObject({ actorId: null, data: { stage: "first", holderName: left.first.name } });
  });

  test("sweeps and takers at once: every claim ends up with exactly one taker", async () => {
    const people = { article: await makeArticle(), author: await makeMember(), first: await reviewer() };
    for (let count = 0; count < 8; count += 1) await makeClaim({ state: "in_review", ...people, now: noon });
    const takers = await Promise.all(Array.from({ length: 8 }, reviewer));
    const now = minutes(60);
    await Promise.allSettled([
      releaseExpiredLeases({ now }),
      ...takers.map((actor) => takeNext({ actor, now })),
      releaseExpiredLeases({ now }),
    ]);
    // A taker may come while the sweep holds every row; then the queue was empty for that moment.
    for (const actor of takers) {
      const has = await db.queueEntry.count({ where: { leaseHolderId: actor.id } });
      if (has === 0) await takeNext({ actor, now });
    }
    const entries = await db.queueEntry.findMany();
    expect(new Set(entries.map(({ leaseHolderId }) => leaseHolderId)).size).toBe(8);
    expect(await db.claim.count({ where: { state: "in_review" } })).toBe(8);
  });
});

describe("opinions", () => {
  test("two that agree make the claim ready, with the first one's words as its verdict", async () => {
    const { id, first, second } = await makeClaim({ state: "queued", now: noon });
    expect(await opine({ actor: first, claimId: id, rating: "false" })).toEqual({ state: "second_review" });
    expect(await verdictsOf(id)).toEqual([]);
    expect(await opine({ actor: second, claimId: id, rating: "false" })).toEqual({ state: "ready" });

    expect(await claimOf(id)).toMatchObject({ state: "ready", readyAt: noon });
    expect(await entryOf(id)).toBeNull();
    expect(await verdictsOf(id)).toMatchObject([
      {
        version: 1,
        ratingId: ratings.false,
        conclusion: `Conclusion of ${first.name}.`,
        authorId: first.id,
      },
    ]);
    expect((await actionsOf(id)).slice(-2)).toEqual(["review.decided", "review.agreed"]);
  });

  test("two that differ go to somebody else, whose verdict counts", async () => {
    const { id, first, second, editor } = await makeClaim({ state: "queued", now: noon });
    await opine({ actor: first, claimId: id, rating: "false" });
    expect(await opine({ actor: second, claimId: id, rating: "mixed" })).toEqual({ state: "adjudication" });
    expect((await actionsOf(id)).at(-1)).toBe("review.differed");
    for (const actor of [first, second]) {
      await expect(takeClaim({ actor, claimId: id, now: noon })).rejects.toMatchObject({
        reason: "opinion_given",
      });
    }
    expect(await opine({ actor: editor, claimId: id, rating: "misleading" })).toEqual({ state: "ready" });
    expect(await verdictsOf(id)).toMatchObject([{ ratingId: ratings.misleading, authorId: editor.id }]);
  });

  test("of three, two carry it", async () => {
    await makeNewsroom({ opinionsRequired: 3 });
    const { id, first, second } = await makeClaim({ state: "queued", now: noon });
    await opine({ actor: first, claimId: id, rating: "true" });
    expect(await opine({ actor: second, claimId: id, rating: "false" })).toEqual({ state: "second_review" });
    expect(await entryOf(id)).toMatchObject({ stage: "third" });
    expect(await opine({ actor: await reviewer(), claimId: id, rating: "false" })).toEqual({
      state: "ready",
    });
    expect(await verdictsOf(id)).toMatchObject([{ ratingId: ratings.false, authorId: second.id }]);
  });

  test("with one required the first is enough", async () => {
    await makeNewsroom({ opinionsRequired: 1 });
    const { id, first } = await makeClaim({ state: "queued", now: noon });
    expect(await opine({ actor: first, claimId: id, rating: "unproven" })).toEqual({ state: "ready" });
  });

  test("until the second opinion is in, the first shows nowhere to anybody else", async () => {
    const { id, first, second, editor } = await makeClaim({ state: "queued", now: noon });
    await opine({ actor: first, claimId: id, rating: "false" });
    await takeClaim({ actor: second, claimId: id, now: noon });
    for (const viewer of [second, editor]) {
      const seen = await getClaim({ id, viewer });
      expect(seen).toMatchObject({ opinions: [], verdict: null });
      expect(JSON.stringify(seen)).not.toMatch(/Conclusion of|Rationale of/);
    }
    const events = await db.auditEvent.findMany({
      where: { claimId: id },
      select: { action: true, data: true },
    });
    expect(JSON.stringify(events)).not.toMatch(/Conclusion of|Rationale of|false/i);

    expect((await getClaim({ id, viewer: first }))?.opinions).toHaveLength(1);
    await giveOpinion(opinion({ actor: second, claimId: id, rating: "mixed" }));
    expect((await getClaim({ id, viewer: second }))?.opinions).toHaveLength(2);
  });

  test("an opinion on one's own claim is refused, whatever the role", async () => {
    const author = await makeMember({ role: "admin" });
    const { id } = await makeClaim({ state: "queued", author, now: noon });
    await expect(takeClaim({ actor: author, claimId: id, now: noon })).rejects.toMatchObject({
      reason: "own_claim",
    });
    await expect(giveOpinion(opinion({ actor: author, claimId: id, rating: "true" }))).rejects.toMatchObject({
      reason: "own_claim",
    });
  });

  test("a rating that is not the newsroom's, or retired, is refused beside its field", async () => {
    const { id, first } = await makeClaim({ state: "in_review", now: noon });
    await useScale(null);
    const said = opinion({ actor: first, claimId: id, rating: "mixed" });
    const refused = { reason: "unknown_rating", field: "ratingId" };
    await expect(giveOpinion(said)).rejects.toMatchObject(refused);
    const unknown = { ...said, ratingId: "019c0000-0000-7000-8000-000000000000" };
    await expect(giveOpinion(unknown)).rejects.toMatchObject(refused);
    expect(await db.review.count()).toBe(0);
  });

  test("opinions on two versions of a scale agree by the rating, whatever it is called now", async () => {
    const { id, first } = await makeClaim({ state: "in_review", now: noon });
    await giveOpinion(opinion({ actor: first, claimId: id, rating: "true" }));
    ratings = await useScale(null);
    expect(await opine({ actor: await reviewer(), claimId: id, rating: "true" })).toEqual({ state: "ready" });
  });

  test("opinions on two scales are an editor's to decide between, even of one name", async () => {
    const { id, first } = await makeClaim({ state: "in_review", now: noon });
    await giveOpinion(opinion({ actor: first, claimId: id, rating: "true" }));
    ratings = await useScale("politifact");
    expect(await opine({ actor: await reviewer(), claimId: id, rating: "true" })).toEqual({
      state: "adjudication",
    });
  });

  test("without ratings one opinion is enough where one is asked for, and of two an editor decides", async () => {
    ratings = await useScale("unrated");
    const two = await makeClaim({ state: "queued", now: noon });
    expect(await opine({ actor: two.first, claimId: two.id, rating: "checked" })).toEqual({
      state: "second_review",
    });
    expect(await opine({ actor: two.second, claimId: two.id, rating: "checked" })).toEqual({
      state: "adjudication",
    });
    await db.newsroom.update({ where: { id: 1 }, data: { opinionsRequired: 1 } });
    const one = await makeClaim({ state: "queued", now: noon });
    expect(await opine({ actor: one.first, claimId: one.id, rating: "checked" })).toEqual({ state: "ready" });
  });

  test("the kind of problem goes with the opinion into the verdict, and is one of the scale's", async () => {
    ratings = await useScale("plain");
    await db.newsroom.update({ where: { id: 1 }, data: { opinionsRequired: 1 } });
    const { id, first } = await makeClaim({ state: "in_review", now: noon });
    const said = opinion({ actor: first, claimId: id, rating: "false" });
    const unknown = { ...said, problemId: "019c0000-0000-7000-8000-000000000000" };
    await expect(giveOpinion(unknown)).rejects.toMatchObject({ reason: "unknown_rating" });
    const problem = await db.problem.findFirstOrThrow({ where: { key: "altered" } });
    await giveOpinion({ ...said, problemId: problem.id });
    expect(await verdictsOf(id)).toMatchObject([{ problemId: problem.id }]);
  });

  test("the same opinion sent twice at once counts once", async () => {
    const { id, first } = await makeClaim({ state: "in_review", now: noon });
    const said = opinion({ actor: first, claimId: id, rating: "true" });
    const results = await Promise.allSettled([giveOpinion(said), giveOpinion(said)]);
    expect(outcomes(results)).toEqual({ done: 1, refused: ["opinion_given"] });
    expect(await db.review.count()).toBe(1);
    expect((await actionsOf(id)).filter((action) => action === "review.decided")).toHaveLength(1);
  });

  test("an opinion and a return at once: one of them happens", async () => {
    const { id, first, editor } = await makeClaim({ state: "in_review", now: noon });
    const results = await Promise.allSettled([
      giveOpinion(opinion({ actor: first, claimId: id, rating: "true" })),
      returnClaim({ actor: editor, claimId: id, reason: "Not like this.", now: noon }),
    ]);
    const { state, round } = await claimOf(id);
    // The return may also come second: then it ends the round that the opinion belongs to.
    expect(state).toBe("draft");
    expect(round).toBe(2);
    expect(outcomes(results).done).toBe((await db.review.count()) + 1);
  });
});

describe("returning", () => {
  test("a returned claim is a draft with a reason, and goes through a new round with all its reviewers", async () => {
    const { id, author, first, second } = await makeClaim({ state: "second_review", now: noon });
    await takeClaim({ actor: second, claimId: id, now: noon });
    await returnClaim({ actor: second, claimId: id, reason: "Name the year.", now: noon });
    expect(await claimOf(id)).toMatchObject({ state: "draft", round: 2, returnReason: "Name the year." });
    expect(await entryOf(id)).toBeNull();

    await submitClaim({ actor: author, claimId: id, now: minutes(1) });
    expect(await claimOf(id)).toMatchObject({ state: "queued", returnReason: null });
    await opine({ actor: second, claimId: id, rating: "true", now: minutes(2) });
    expect(await opine({ actor: first, claimId: id, rating: "true", now: minutes(3) })).toEqual({
      state: "ready",
    });
    expect(await verdictsOf(id)).toMatchObject([{ version: 1, authorId: second.id }]);
  });

  test("an editor returns what is ready; the next round's verdict is a new version", async () => {
    const { id, author, first, second, editor } = await makeClaim({ state: "ready", now: noon });
    await returnClaim({ actor: editor, claimId: id, reason: "Look again.", now: noon });
    expect(await claimOf(id)).toMatchObject({ state: "draft", readyAt: null });
    await submitClaim({ actor: author, claimId: id, now: noon });
    await opine({ actor: first, claimId: id, rating: "false" });
    await opine({ actor: second, claimId: id, rating: "false" });
    expect(await verdictsOf(id)).toMatchObject([
      { version: 1, ratingId: ratings.true },
      { version: 2, ratingId: ratings.false },
    ]);
  });

  test("a reviewer returns only what they hold", async () => {
    const { id } = await makeClaim({ state: "in_review", now: noon });
    const other = returnClaim({ actor: await reviewer(), claimId: id, reason: "No.", now: noon });
    await expect(other).rejects.toMatchObject({ reason: "leased_by_other" });
    expect(await claimOf(id)).toMatchObject({ state: "in_review", round: 1 });
  });
});

test("what was decided is never changed or deleted", async () => {
  const { id } = await makeClaim({ state: "ready", now: noon });
  await expect(
    db.review.updateMany({ where: { claimId: id }, data: { conclusion: "Other." } }),
  ).rejects.toThrow();
  await expect(db.review.deleteMany({ where: { claimId: id } })).rejects.toThrow();
  await expect(
    db.verdict.updateMany({ where: { claimId: id }, data: { conclusion: "Other." } }),
  ).rejects.toThrow();
  expect(await db.review.count()).toBe(2);
});
