import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { giveOpinion, takeClaim } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim, makeEvidence, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { actOnClaims, type BulkDeed, undoOnClaims } from "./commands.ts";
import { listBulk } from "./queries.ts";
import type { SeenClaim } from "./schema.ts";
import type { BulkAct } from "./values.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const PUBLISH: BulkDeed = { act: "publish" };

beforeEach(async () => {
  await resetDb();
  await makeNewsroom({ leaseMinutes: 60 });
});

const summary = (viewer: Actor, act: BulkAct, claims: readonly { id: string }[]) =>
  listBulk({ viewer, act, claimIds: claims.map(({ id }) => id), now: noon });
const published = (claimId: string) => db.auditEvent.count({ where: { claimId, action: "claim.published" } });
const reasonsOf = (items: readonly { refusal: { reason: string } | null }[]) =>
  items.map(({ refusal }) => refusal?.reason ?? null);
const readyClaims = async (count: number) => {
  const claims = [];
  for (let made = 0; made < count; made += 1) claims.push(await makeClaim({ state: "ready", now: noon }));
  return claims;
};

describe("publishing several claims", () => {
  test("goes through for those nobody disagreed on; the summary names why the others are left out", async () => {
    const [whole] = await readyClaims(1);
    const reached = await makeClaim({ state: "adjudication", now: noon });
    await takeClaim({ actor: reached.editor, claimId: reached.id, now: noon });
    const words = { conclusion: "So it is.", rationale: "Two sources." };
    await giveOpinion({
      actor: reached.editor,
      claimId: reached.id,
      ratingId: reached.ratings.true ?? "",
      ...words,
      now: noon,
    });
    const bare = await makeClaim({ state: "ready", now: noon });
    await db.claim.update({ where: { id: bare.id }, data: { searchNote: null } });
    const waiting = await makeClaim({ state: "queued", now: noon });
    if (!whole) throw new Error("no claim");
    const claims = [whole, reached, bare, waiting];
    const items = await summary(whole.editor, "publish", claims);
    expect(reasonsOf(items)).toEqual([null, "opinions_differed", "gate_blocked", "wrong_state"]);

    const done = await actOnClaims({ actor: whole.editor, claims: items, deed: PUBLISH, now: noon });
    expect(reasonsOf(done)).toEqual([null, "opinions_differed", "gate_blocked", "wrong_state"]);
    expect(await db.auditEvent.count({ where: { action: "claim.published" } })).toBe(1);
    await publishClaim({
      actor: whole.editor,
      claimId: reached.id,
      overrideItem: null,
      overrideReason: null,
      now: noon,
    });
  });

  test("leaves out what changed after the summary, and says so; a comment is no change", async () => {
    const [still, changed, talked] = await readyClaims(3);
    if (!still || !changed || !talked) throw new Error("no claims");
    const { editor } = still;
    const items = await summary(editor, "publish", [still, changed, talked]);
    await makeEvidence({ actor: editor, claimId: changed.id });
    await addComment({ actor: talked.first, claimId: talked.id, body: "Well done.", now: noon });
    const done = await actOnClaims({ actor: editor, claims: items, deed: PUBLISH, now: noon });
    expect(reasonsOf(done)).toEqual([null, "changed_meanwhile", null]);
    expect(await published(changed.id)).toBe(0);
  });

  test("of two editors with the same claims at once, each claim is published once and the other is told", async () => {
    const claims = await readyClaims(4);
    const editors = [await makeMember({ role: "editor" }), await makeMember({ role: "editor" })];
    const results = await Promise.all(
      editors.map(async (actor, at) => {
        const items = await summary(actor, "publish", claims);
        const inOrder = at === 0 ? items : items.toReversed();
        return actOnClaims({ actor, claims: inOrder, deed: PUBLISH, now: noon });
      }),
    );
    for (const { id } of claims) {
      const answers = results.map((done) => done.find(({ claimId }) => claimId === id)?.refusal?.reason);
      expect(answers.filter((reason) => reason === undefined)).toHaveLength(1);
      expect(["changed_meanwhile", "wrong_state"]).toContain(answers.find((reason) => reason !== undefined));
      expect(await published(id)).toBe(1);
    }
  });

  test("is an editor's, and waits for an embargo", async () => {
    const article = await makeArticle();
    const claim = await makeClaim({ state: "ready", article, now: noon });
    const items = await summary(claim.first, "publish", [claim]);
    expect(reasonsOf(items)).toEqual(["not_allowed"]);
    const asReviewer = await actOnClaims({ actor: claim.first, claims: items, deed: PUBLISH, now: noon });
    expect(reasonsOf(asReviewer)).toEqual(["not_allowed"]);
    await db.article.update({ where: { id: article.id }, data: { embargoUntil: hours(2) } });
    expect(reasonsOf(await summary(claim.editor, "publish", [claim]))).toEqual(["under_embargo"]);
  });
});

describe("asking somebody for several claims, and putting several aside", () => {
  const entryOf = (claimId: string) => db.queueEntry.findUniqueOrThrow({ where: { claimId } });

  test("can be taken back, but not where it has changed since", async () => {
    const [ana, ben, editor] = await Promise.all([
      makeMember({ role: "reviewer" }),
      makeMember({ role: "reviewer" }),
      makeMember({ role: "editor" }),
    ]);
    const [kept, free, own] = [
      await makeClaim({ state: "queued", now: noon }),
      await makeClaim({ state: "queued", now: noon }),
      await makeClaim({ state: "queued", author: ana, now: noon }),
    ];
    const ask = async (memberId: string, claims: readonly { id: string }[]) =>
      actOnClaims({
        actor: editor,
        claims: await summary(editor, "assign", claims),
        deed: { act: "assign", memberId },
        now: noon,
      });
    await ask(ben.id, [kept]);
    const done = await ask(ana.id, [kept, free, own]);
    expect(reasonsOf(done)).toEqual([null, null, "assignee_own_claim"]);

    await takeClaim({ actor: ana, claimId: free.id, now: noon });
    const items = done.flatMap(({ undo }) => undo ?? []);
    const undone = await undoOnClaims({ actor: editor, act: "assign", items, now: noon });
    expect(reasonsOf(undone)).toEqual([null, "changed_meanwhile"]);
    expect(await entryOf(kept.id)).toMatchObject({ assigneeId: ben.id });
    expect(await entryOf(free.id)).toMatchObject({ assigneeId: ana.id });
  });

  test("puts aside for oneself, and back to the day it had before", async () => {
    const ana = await makeMember({ role: "reviewer" });
    const claims = [
      await makeClaim({ state: "queued", now: noon }),
      await makeClaim({ state: "queued", now: noon }),
    ] as const;
    const aside = async (chosen: readonly { id: string }[], until: Date) =>
      actOnClaims({
        actor: ana,
        claims: await summary(ana, "snooze", chosen),
        deed: { act: "snooze", until },
        now: noon,
      });
    await aside([claims[0]], hours(24));
    const done = await aside(claims, hours(48));
    const items = done.flatMap(({ undo }) => undo ?? []);
    expect(reasonsOf(await undoOnClaims({ actor: ana, act: "snooze", items, now: noon }))).toEqual([
      null,
      null,
    ]);
    expect(await db.snooze.findMany({ select: { claimId: true, until: true } })).toEqual([
      { claimId: claims[0].id, until: hours(24) },
    ]);
  });

  test("gives back only what one holds", async () => {
    const ana = await makeMember({ role: "reviewer" });
    const mine = await makeClaim({ state: "in_review", first: ana, now: noon });
    const theirs = await makeClaim({ state: "in_review", now: noon });
    const items: SeenClaim[] = await summary(ana, "release", [mine, theirs]);
    const done = await actOnClaims({ actor: ana, claims: items, deed: { act: "release" }, now: noon });
    expect(reasonsOf(done)).toEqual([null, "leased_by_other"]);
    expect(await entryOf(mine.id)).toMatchObject({ leaseHolderId: null });
  });
});
