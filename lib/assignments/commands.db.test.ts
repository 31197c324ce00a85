import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { disableMember, editMember } from "#lib/members/commands.ts";
import { listNotifications } from "#lib/notifications/queries.ts";
import {
  giveOpinion,
  releaseClaim,
  releaseExpiredLeases,
  takeClaim,
  takeNext,
} from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { assignClaim, endAssignments, snoozeClaim, unassignClaim, wakeClaim } from "./commands.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);

beforeEach(async () => {
  await resetDb();
  await makeNewsroom({ leaseMinutes: 60 });
});

const reviewer = () => makeMember({ role: "reviewer" });
const entryOf = (claimId: string) => db.queueEntry.findUniqueOrThrow({ where: { claimId } });
const stateOf = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).state;
const lastEvent = async (claimId: string) =>
  (await db.auditEvent.findFirst({ where: { claimId }, orderBy: { seq: "desc" } }))?.action;

describe("what an editor asks somebody to do", () => {
  test("comes first to them, and to nobody else", async () => {
    const [ana, ben] = await Promise.all([reviewer(), reviewer()]);
    const older = await makeClaim({ state: "queued", now: noon });
    const kept = await makeClaim({ state: "queued", now: hours(1) });
    await assignClaim({ actor: kept.editor, claimId: kept.id, memberId: ana.id, now: hours(1) });
    expect(await lastEvent(kept.id)).toBe("claim.assigned");

    const toBen = takeClaim({ actor: ben, claimId: kept.id, now: hours(1) });
    await expect(toBen).rejects.toMatchObject({ reason: "assigned_to_other", values: { name: ana.name } });
    expect(await takeNext({ actor: ana, now: hours(1) })).toEqual({ claimId: kept.id });
    expect(await takeNext({ actor: ben, now: hours(1) })).toEqual({ claimId: older.id });
    await expect(takeNext({ actor: ben, now: hours(1) })).rejects.toMatchObject({ reason: "queue_empty" });
  });

  test("is everybody's again when an editor says so, when its time is over, and when it is given back", async () => {
    const [ana, ben] = await Promise.all([reviewer(), reviewer()]);
    const { id: claimId, editor: actor } = await makeClaim({ state: "queued", now: noon });
    const ask = () => assignClaim({ actor, claimId, memberId: ana.id, now: noon });
    const giveBack = () => releaseClaim({ actor: ben, claimId, now: hours(30) });

    await ask();
    expect(await unassignClaim({ actor, claimId, now: noon })).toEqual({ before: ana.id });
    expect(await takeNext({ actor: ben, now: noon })).toEqual({ claimId });
    await giveBack();

    await ask();
    await expect(takeNext({ actor: ben, now: hours(23) })).rejects.toMatchObject({ reason: "queue_empty" });
    expect(await takeNext({ actor: ben, now: hours(24) })).toEqual({ claimId });
    await giveBack();

    await ask();
    await takeNext({ actor: ana, now: noon });
    await releaseClaim({ actor: ana, claimId, now: noon });
    expect(await entryOf(claimId)).toMatchObject({ assigneeId: null, assignedUntil: null });
  });

  test("is taken from whoever works on it, who keeps it when they are the one who is asked", async () => {
    const [ana, ben] = await Promise.all([reviewer(), reviewer()]);
    const { id: claimId, editor: actor } = await makeClaim({ state: "queued", now: noon });
    await takeClaim({ actor: ana, claimId, now: noon });
    await assignClaim({ actor, claimId, memberId: ana.id, now: noon });
    expect(await entryOf(claimId)).toMatchObject({ leaseHolderId: ana.id });
    expect(await assignClaim({ actor, claimId, memberId: ben.id, now: noon })).toMatchObject({
      before: ana.id,
    });
    expect(await entryOf(claimId)).toMatchObject({ leaseHolderId: null, assigneeId: ben.id });
    expect(await stateOf(claimId)).toBe("queued");
    await takeClaim({ actor: ben, claimId, now: noon });
  });

  test("may not be done by the author, the first reviewer, a reporter or somebody switched off, and they are told", async () => {
    const claim = await makeClaim({ state: "second_review", now: noon });
    const [reporter, gone] = await Promise.all([
      makeMember(),
      makeMember({ role: "reviewer", disabledAt: noon }),
    ]);
    const cases = [
      [claim.author.id, "assignee_no_reviewer"],
      [claim.first.id, "assignee_gave_opinion"],
      [reporter.id, "assignee_no_reviewer"],
      [gone.id, "assignee_disabled"],
      ["019c0000-0000-7000-8000-000000000000", "not_found"],
    ] as const;
    const ask = { actor: claim.editor, claimId: claim.id, now: noon };
    for (const [memberId, reason] of cases) {
      await expect(assignClaim({ ...ask, memberId })).rejects.toMatchObject({ reason });
    }
    const own = await makeClaim({ state: "queued", author: await reviewer(), now: noon });
    await expect(assignClaim({ ...ask, claimId: own.id, memberId: own.author.id })).rejects.toMatchObject({
      reason: "assignee_own_claim",
    });
    await expect(
      assignClaim({ ...ask, actor: claim.second, memberId: claim.second.id }),
    ).rejects.toMatchObject({
      reason: "not_allowed",
    });
  });

  test("is asked for one opinion: the next is everybody's", async () => {
    const claim = await makeClaim({ state: "in_review", now: noon });
    await assignClaim({ actor: claim.editor, claimId: claim.id, memberId: claim.first.id, now: noon });
    const opinion = {
      ratingId: claim.ratings.true ?? "",
      conclusion: "So it is.",
      rationale: "Two sources.",
    };
    await giveOpinion({ actor: claim.first, claimId: claim.id, ...opinion, now: noon });
    expect(await entryOf(claim.id)).toMatchObject({ stage: "second", assigneeId: null });
  });

  test("does not stay with somebody who is switched off or reviews no more", async () => {
    const admin = await makeMember({ role: "admin" });
    const [ana, ben] = await Promise.all([reviewer(), reviewer()]);
    const article = await makeArticle();
    const [held, kept, bens] = [
      await makeClaim({ state: "in_review", first: ana, article, now: noon }),
      await makeClaim({ state: "queued", article, now: noon }),
      await makeClaim({ state: "queued", article, now: noon }),
    ];
    await assignClaim({ actor: kept.editor, claimId: kept.id, memberId: ana.id, now: noon });
    await assignClaim({ actor: kept.editor, claimId: bens.id, memberId: ben.id, now: noon });
    await disableMember({ actor: admin, memberId: ana.id, now: noon });
    await editMember({ actor: admin, memberId: ben.id, version: 1, name: ben.name, role: "reporter" });
    for (const { id } of [held, kept, bens]) {
      expect(await entryOf(id)).toMatchObject({ assigneeId: null, leaseHolderId: null });
      expect(await stateOf(id)).toBe("queued");
    }
  });

  test("asking somebody while they are switched off leaves nothing with them, whoever is first", async () => {
    const admin = await makeMember({ role: "admin" });
    for (let round = 0; round < 10; round += 1) {
      const ana = await reviewer();
      const { id: claimId, editor: actor } = await makeClaim({ state: "queued", now: noon });
      await Promise.allSettled([
        assignClaim({ actor, claimId, memberId: ana.id, now: noon }),
        disableMember({ actor: admin, memberId: ana.id, now: noon }),
      ]);
      expect(await entryOf(claimId)).toMatchObject({ assigneeId: null });
    }
  });

  test("the sweep says in the history that it was not done in time, once", async () => {
    const ana = await reviewer();
    const { id: claimId, editor: actor } = await makeClaim({ state: "queued", now: noon });
    await assignClaim({ actor, claimId, memberId: ana.id, now: noon });
    expect(await endAssignments({ now: hours(23) })).toBe(0);
    const sweeps = await Promise.all([1, 2, 3].map(() => endAssignments({ now: hours(24) })));
    expect(sweeps.toSorted()).toEqual([0, 0, 1]);
    expect(await lastEvent(claimId)).toBe("claim.assignment_lapsed");
  });

  test("of takers, askers and sweeps at once, one gets it and nothing is half done", async () => {
    for (let round = 0; round < 15; round += 1) {
      const [ana, ben] = await Promise.all([reviewer(), reviewer()]);
      const { id: claimId, editor: actor } = await makeClaim({ state: "queued", now: noon });
      const results = await Promise.allSettled([
        takeNext({ actor: ben, now: noon }),
        assignClaim({ actor, claimId, memberId: ana.id, now: noon }),
        takeClaim({ actor: ben, claimId, now: noon }),
        releaseExpiredLeases({ now: noon }),
        endAssignments({ now: noon }),
      ]);
      expect(results.filter((one) => one.status === "rejected" && one.reason.reason === undefined)).toEqual(
        [],
      );
      const { leaseHolderId, assigneeId } = await entryOf(claimId);
      expect(assigneeId).toBe(ana.id);
      expect([null, ben.id]).toContain(leaseHolderId);
      expect(await stateOf(claimId)).toBe(leaseHolderId === null ? "queued" : "in_review");
      await db.queueEntry.deleteMany();
    }
  });
});

describe("what somebody puts aside", () => {
  test("is not offered to them before its day, and to others all the while", async () => {
    const [ana, ben] = await Promise.all([reviewer(), reviewer()]);
    const { id: claimId } = await makeClaim({ state: "queued", now: noon });
    await snoozeClaim({ actor: ana, claimId, until: hours(24), now: noon });
    expect(await lastEvent(claimId)).toBe("claim.snoozed");
    await expect(takeNext({ actor: ana, now: hours(23) })).rejects.toMatchObject({ reason: "queue_empty" });
    expect(await takeNext({ actor: ben, now: hours(23) })).toEqual({ claimId });
    await releaseClaim({ actor: ben, claimId, now: hours(23) });
    expect(await takeNext({ actor: ana, now: hours(24) })).toEqual({ claimId });
  });

  test("is given back, and can be wanted again", async () => {
    const ana = await reviewer();
    const { id: claimId } = await makeClaim({ state: "in_review", first: ana, now: noon });
    await snoozeClaim({ actor: ana, claimId, until: hours(24), now: noon });
    expect(await entryOf(claimId)).toMatchObject({ leaseHolderId: null });
    expect(await stateOf(claimId)).toBe("queued");
    await wakeClaim({ actor: ana, claimId, now: noon });
    expect(await lastEvent(claimId)).toBe("claim.woken");
    await wakeClaim({ actor: ana, claimId, now: noon });
    expect(await db.auditEvent.count({ where: { claimId, action: "claim.woken" } })).toBe(1);
    expect(await takeNext({ actor: ana, now: noon })).toEqual({ claimId });
  });

  test("has a day within a month, and is nothing one may not take anyway", async () => {
    const ana = await reviewer();
    const own = await makeClaim({ state: "queued", author: ana, now: noon });
    const other = await makeClaim({ state: "queued", now: noon });
    const aside = (claimId: string, until: Date) => snoozeClaim({ actor: ana, claimId, until, now: noon });
    await expect(aside(own.id, hours(24))).rejects.toMatchObject({ reason: "own_claim" });
    await expect(aside(other.id, noon)).rejects.toMatchObject({ reason: "snooze_past" });
    await expect(aside(other.id, hours(24 * 40))).rejects.toMatchObject({ reason: "snooze_too_long" });
    expect(await db.snooze.count()).toBe(0);
  });

  test("somebody else's hands stay as they are", async () => {
    const ana = await reviewer();
    const claim = await makeClaim({ state: "in_review", now: noon });
    await snoozeClaim({ actor: ana, claimId: claim.id, until: hours(24), now: noon });
    expect(await entryOf(claim.id)).toMatchObject({ leaseHolderId: claim.first.id });
  });
});

describe("whoever is asked", () => {
  const toldTo = async (memberId: string) =>
    (await listNotifications({ memberId, onlyUnread: true })).items.map(({ kind, claimCount }) => [
      kind,
      claimCount,
    ]);

  test("is told, once; not of what they ask themselves, and not any more once somebody else is asked", async () => {
    const [ana, ben] = await Promise.all([reviewer(), reviewer()]);
    const { id: claimId, editor: actor } = await makeClaim({ state: "queued", now: noon });
    await assignClaim({ actor, claimId, memberId: ana.id, now: noon });
    await assignClaim({ actor, claimId, memberId: ana.id, now: noon });
    expect(await toldTo(ana.id)).toEqual([["claim_assigned", 1]]);
    await assignClaim({ actor, claimId, memberId: ben.id, now: noon });
    expect(await toldTo(ana.id)).toEqual([]);
    expect(await toldTo(ben.id)).toEqual([["claim_assigned", 1]]);
    await unassignClaim({ actor, claimId, now: noon });
    expect(await toldTo(ben.id)).toEqual([]);
    await assignClaim({ actor, claimId, memberId: actor.id, now: noon });
    expect(await toldTo(actor.id)).toEqual([]);
  });

  test("is told once of what is asked at once, also when its parts are done at the same time", async () => {
    const ana = await reviewer();
    const editor = await makeMember({ role: "editor" });
    const claims = await Promise.all([0, 1, 2].map(() => makeClaim({ state: "queued", now: noon })));
    const batchId = "019c0000-0000-7000-8000-0000000000aa";
    const ask = { actor: editor, memberId: ana.id, batchId, now: noon };
    await Promise.all(claims.map(({ id: claimId }) => assignClaim({ ...ask, claimId })));
    expect(await toldTo(ana.id)).toEqual([["claim_assigned", 3]]);
    await unassignClaim({ actor: editor, claimId: claims[0]?.id ?? "", now: noon });
    expect(await toldTo(ana.id)).toEqual([["claim_assigned", 2]]);
  });
});

test("reviewers are told that their opinions differ, when all are in; the last one knows already", async () => {
  const claim = await makeClaim({ state: "second_review", now: noon });
  const told = async (memberId: string) =>
    (await listNotifications({ memberId, onlyUnread: true })).items.map(({ kind }) => kind);
  await takeClaim({ actor: claim.second, claimId: claim.id, now: noon });
  expect(await told(claim.first.id)).toEqual([]);
  const words = { conclusion: "It is not so.", rationale: "Two sources." };
  const ratingId = claim.ratings.false ?? "";
  await giveOpinion({ actor: claim.second, claimId: claim.id, ratingId, ...words, now: noon });
  expect(await told(claim.first.id)).toEqual(["opinions_differ"]);
  expect(await told(claim.second.id)).toEqual([]);
  const agreed = await makeClaim({ state: "ready", now: noon });
  expect(await told(agreed.first.id)).toEqual([]);
});
