import { beforeEach, expect, test } from "vitest";
import { assignClaim } from "#lib/assignments/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { submitClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { takeClaim } from "#lib/reviews/commands.ts";
import { makeClaim, makeEvidence, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { handOver } from "./commands.ts";
import { countInHand } from "./queries.ts";

const NOW = new Date("2026-11-20T09:30:00Z");

let editor: Actor;
let leaver: Actor;
let heir: Actor;

beforeEach(async () => {
  await resetDb();
  editor = await makeMember({ role: "editor" });
  leaver = await makeMember({ role: "reviewer" });
  heir = await makeMember({ role: "reviewer" });
});

const give = (actor = editor) => handOver({ actor, memberId: leaver.id, toId: heir.id, now: NOW });
const entryOf = (claimId: string) => db.queueEntry.findUniqueOrThrow({ where: { claimId } });

test("drafts get another author, who alone goes on with them, and whoever wrote them never judges them", async () => {
  const { id } = await makeClaim({ state: "draft", author: leaver });
  const theirs = await makeClaim({ state: "queued", author: leaver });
  await makeEvidence({ actor: leaver, claimId: id });
  expect(await give()).toEqual({ drafts: 1, kept: 0, freed: 0 });
  const authors = await db.claim.findMany({ select: { id: true, authorId: true } });
  expect(new Map(authors.map((claim) => [claim.id, claim.authorId]))).toEqual(
    new Map([
      [id, heir.id],
      [theirs.id, leaver.id],
    ]),
  );

  await submitClaim({ actor: heir, claimId: id, now: NOW });
  expect((await entryOf(id)).barred.toSorted()).toEqual([heir.id, leaver.id].toSorted());
  await expect(takeClaim({ actor: leaver, claimId: id, now: NOW })).rejects.toMatchObject({
    reason: "own_claim",
  });
  const asked = assignClaim({ actor: editor, claimId: id, memberId: leaver.id, now: NOW });
  await expect(asked).rejects.toMatchObject({ reason: "assignee_own_claim" });
});

test("what is taken or asked for is kept for the other, and goes back where they may not judge it", async () => {
  const taken = await makeClaim({ state: "queued" });
  const asked = await makeClaim({ state: "queued" });
  const own = await makeClaim({ state: "queued", author: heir });
  const spoken = await makeClaim({ state: "second_review", first: heir });
  for (const { id: claimId } of [taken, own, spoken]) await takeClaim({ actor: leaver, claimId, now: NOW });
  await assignClaim({ actor: editor, claimId: asked.id, memberId: leaver.id, now: NOW });
  expect(await countInHand(leaver.id)).toEqual({ drafts: 0, reviews: 4 });

  expect(await give()).toEqual({ drafts: 0, kept: 2, freed: 2 });
  expect(await countInHand(leaver.id)).toEqual({ drafts: 0, reviews: 0 });
  for (const { id } of [taken, asked]) {
    expect(await entryOf(id)).toMatchObject({ assigneeId: heir.id, leaseHolderId: null });
  }
  for (const { id } of [own, spoken]) {
    expect(await entryOf(id)).toMatchObject({ assigneeId: null, leaseHolderId: null });
  }
  const told = await db.notification.findMany({
    where: { memberId: heir.id },
    select: { kind: true, claimIds: true },
  });
  expect(told).toEqual([{ kind: "claim_assigned", claimIds: expect.arrayContaining([taken.id, asked.id]) }]);
  const events = await db.auditEvent.findMany({ where: { action: "member.work_handed_over" } });
  expect(events.map(({ data }) => data)).toEqual([
    { name: leaver.name, to: heir.name, toId: heir.id, drafts: 0, kept: 2, freed: 2 },
  ]);
});

test("it is an editor's to say, to somebody who can sign in, and said twice at once it is done once", async () => {
  await makeClaim({ state: "draft", author: leaver });
  await expect(give(heir)).rejects.toMatchObject({ reason: "not_allowed" });
  const toSame = handOver({ actor: editor, memberId: leaver.id, toId: leaver.id, now: NOW });
  await expect(toSame).rejects.toMatchObject({ reason: "hand_over_to_same" });
  const gone = await makeMember({ disabledAt: NOW });
  const toGone = handOver({ actor: editor, memberId: leaver.id, toId: gone.id, now: NOW });
  await expect(toGone).rejects.toMatchObject({ reason: "assignee_disabled" });

  const results = await Promise.allSettled([give(), give()]);
  const reasons = results.map((result) => (result.status === "rejected" ? result.reason.reason : "done"));
  expect(reasons.toSorted()).toEqual(["done", "nothing_to_hand_over"]);
  expect(await db.auditEvent.count({ where: { action: "claim.handed_over" } })).toBe(1);
});
