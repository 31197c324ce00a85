import { globSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { submitClaim } from "#lib/claims/commands.ts";
import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { keepDraft } from "#lib/drafts/commands.ts";
import { giveOpinion, returnClaim, takeClaim } from "#lib/reviews/commands.ts";
import {
  type MadeClaim,
  makeArticle,
  makeClaim,
  makeDocument,
  makeEvidence,
  makeMember,
  makeNewsroom,
  makeSnapshot,
  sourceOf,
} from "#lib/testing/factories.ts";
import { LOADERS, listLoaders, ROUTES, readAll, type World } from "#lib/testing/read-all.ts";
import { resetDb } from "#lib/testing/reset-db.ts";

// What is hidden must not be told by any way there is, not even by a number or an order. So everything that can be read
// is read twice, as each of several members: once with one first verdict, and once with another put in its place. Who may
// not see it must not be able to tell the one from the other, to the letter.

test("every loader and every address for scripts has a row in the tables", async () => {
  expect(Object.keys(await listLoaders()).toSorted()).toEqual(Object.keys(LOADERS).toSorted());
  expect(globSync("app/**/route.ts").toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

let world: World;
const NOW = new Date("2026-03-02T12:00:00Z");

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  await resetDb();
  world = await makeWorld();
});
afterAll(() => vi.useRealTimers());

async function makeWorld(): Promise<World> {
  await makeNewsroom();
  const first = await makeMember({ role: "reviewer", name: "The First" });
  const article = await makeArticle();
  const waiting = await makeClaim({ state: "second_review", article, first });
  const taken = await makeClaim({
    state: "second_review",
    article,
    first,
    words: "Today it has thirty-two.",
  });
  const again = await secondRound(
    await makeClaim({ state: "ready", article, first, words: "Sweden joined in March 2024." }),
  );
  await makeNewsroom({ opinionsRequired: 3 });
  const third = await makeClaim({ state: "second_review", article, first, words: "It had twelve members" });
  await opine(third, third.second);
  for (const { id: claimId } of [waiting, again]) {
    await addComment({ actor: first, claimId, body: "zebra zebra zebra", now: NOW });
  }
  await addComment({ actor: first, articleId: article.id, body: "zebra zebra zebra", now: NOW });
  const content = draftOf("zebra");
  await keepDraft({ actor: first, now: NOW, key: `${first.id}:verdict:${waiting.id}`, content, known: null });
  await citeInConfidence(waiting);
  const second = await makeMember({ role: "reviewer" });
  await takeClaim({ actor: second, claimId: taken.id, now: NOW });
  const { id: evidenceId, sourceId } = await db.evidence.findFirstOrThrow({
    where: { claimId: waiting.id },
    select: { id: true, sourceId: true },
  });
  return { claims: [waiting, taken, again, third], article, evidenceId, sourceId, first, second };
}

const draftOf = (rationale: string) => ({ typed: { rationale }, basis: { version: null, saved: {} } });

/** Ready once, sent back, and with one opinion of its next round. */
async function secondRound(claim: MadeClaim): Promise<MadeClaim> {
  const { id: claimId, author, editor } = claim;
  await returnClaim({ actor: editor, claimId, reason: "Look again.", now: NOW });
  await submitClaim({ actor: author, claimId, now: NOW });
  await opine(claim, await makeMember({ role: "reviewer" }));
  return claim;
}

/** A page with a kept copy that moved since, and a file. */
async function citeInConfidence({ id: claimId, editor: actor }: MadeClaim): Promise<void> {
  const told = { title: "zebra", publisher: "zebra", note: "zebra", interests: "zebra", quote: "NATO" };
  const cited = { actor, claimId, visibility: "confidential", ...told } as const;
  const { id: evidenceId } = await makeEvidence({ ...cited, url: "https://zebra.example/" });
  await makeSnapshot({ sourceId: await sourceOf(evidenceId), now: NOW });
  const task = { evidenceId, finding: "moved", movedTo: "https://zebra.example/2", raisedAt: NOW } as const;
  await db.sourceTask.create({ data: task, select: { id: true } });
  const bytes = new TextEncoder().encode("NATO is a zebra.");
  await makeDocument({ ...cited, bytes, fileName: "zebra.txt" });
}

/** Puts other sources in the place of those that are cited in confidence. */
async function citeOtherwise(): Promise<void> {
  const evidence = { some: { visibility: "confidential" } } as const;
  const told = { title: "lion", publisher: "lion", interests: "lion", kind: "reference" } as const;
  await db.source.updateMany({ where: { evidence }, data: told });
  await db.source.updateMany({
    where: { evidence, url: { not: null } },
    data: { url: "https://lion.example/" },
  });
  await db.document.updateMany({ data: { fileName: "lion.txt" } });
  await db.sourceTask.updateMany({ data: { movedTo: "https://lion.example/2" } });
  const words = { note: "lion", stance: "refutes" } as const;
  await db.evidence.updateMany({ where: { visibility: "confidential" }, data: words });
}

async function opine({ id: claimId, ratings }: MadeClaim, actor: Actor): Promise<void> {
  await takeClaim({ actor, claimId, now: NOW });
  const words = { conclusion: "zebra zebra.", rationale: "zebra zebra zebra." };
  await giveOpinion({ actor, claimId, ratingId: ratings.true ?? "", ...words, now: NOW });
}

/** Puts other opinions, and words that tell of them, in the place of those that are there. They are never changed otherwise. */
async function sayOtherwise(): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    const ratingId = world.claims[0]?.ratings.false ?? "";
    const where = { claimId: { in: world.claims.map(({ id }) => id) } };
    const data = { ratingId, conclusion: "A lion.", rationale: "A lion and a lion." };
    await tx.review.updateMany({ where, data });
    await tx.verdict.updateMany({ where, data });
    await tx.comment.updateMany({ where: { authorId: world.first.id }, data: { body: "lion" } });
    await tx.draft.updateMany({ data: { content: JSON.stringify(draftOf("lion")) } });
  });
}

test("whichever verdict was given first, nobody who may not see it is told anything else", async () => {
  const { claims, first, second } = world;
  const [waiting] = claims;
  if (!waiting) throw new Error("There are no claims");
  const own = await readAll(world, first);
  const viewers = {
    nobody: null,
    author: waiting.author,
    bystander: await makeMember({ role: "reporter" }),
    second,
    admin: await makeMember({ role: "admin" }),
  };
  const before = new Map<string, Map<string, string>>();
  for (const [who, viewer] of Object.entries(viewers)) before.set(who, await readAll(world, viewer));
  await sayOtherwise();
  for (const [who, viewer] of Object.entries(viewers)) {
    for (const [what, told] of await readAll(world, viewer)) {
      expect.soft(told, `${who}: ${what}`).toBe(before.get(who)?.get(what));
    }
  }
  // Whoever gave it is told of it: what is read does tell verdicts.
  expect(own.get(`loadClaim(["${waiting.id}"])`)).toContain("Concluded by The First.");
  expect((await readAll(world, first)).get(`loadClaim(["${waiting.id}"])`)).toContain("A lion.");
}, 120_000);

test("whichever source is cited in confidence, nobody who may not see it is told anything else", async () => {
  const { claims, second } = world;
  const viewers = { nobody: null, bystander: await makeMember({ role: "reporter" }), second };
  const read = async () => {
    const said = new Map<string, string>();
    for (const [who, viewer] of Object.entries(viewers))
      for (const [what, told] of await readAll(world, viewer)) said.set(`${who}: ${what}`, told);
    return said;
  };
  const before = await read();
  await citeOtherwise();
  for (const [what, told] of await read()) {
    expect.soft(told, what).toBe(before.get(what));
    // The history keeps what it was.
    expect.soft(told, what).not.toContain("zebra.example");
  }
  // Its author is told: there is something to be told.
  const known = (await readAll(world, claims[0]?.author ?? null)).get(`loadClaim(["${claims[0]?.id}"])`);
  expect(known).toContain("https://lion.example/");
}, 120_000);
