import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { editReply, recordReply, removeReply } from "./commands.ts";
import type { ReplyInput } from "./schema.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const deadlineAt = new Date("2026-01-21T16:00:00Z");
const asked: ReplyInput = {
  asked: "Ana Author",
  via: "E-mail",
  askedOn: "2026-01-20",
  deadlineAt,
  outcome: "awaiting",
  answer: null,
};

const entries = (claimId: string) =>
  db.replyRequest.findMany({ where: { claimId }, select: { outcome: true, answer: true, version: true } });
const lastEvent = (claimId: string) =>
  db.auditEvent.findFirstOrThrow({
    where: { claimId },
    orderBy: { seq: "desc" },
    select: { action: true, data: true, subjectId: true },
  });

describe("recordReply", () => {
  test("keeps who was asked, until when, what came of it and who wrote it down, with one event", async () => {
    const claim = await makeClaim();
    const { id } = await recordReply({ actor: claim.author, claimId: claim.id, ...asked });
    const row = await db.replyRequest.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ asked: "Ana Author", deadlineAt, version: 1, createdById: claim.author.id });
    const told = { asked: "Ana Author", via: "E-mail", outcome: "awaiting" };
    expect(await lastEvent(claim.id)).toEqual({ action: "claim.reply_recorded", subjectId: id, data: told });
  });

  test.each([
    ["in the future", { askedOn: "2027-01-01" }, "date_in_future", "askedOn"],
    ["with a deadline before", { askedOn: "2026-01-24" }, "deadline_before_asked", "deadlineAt"],
  ])("nobody was asked %s", async (_, input, reason, field) => {
    const claim = await makeClaim();
    const given = { actor: claim.author, claimId: claim.id, ...asked, ...input };
    await expect(recordReply({ ...given, now: new Date("2026-02-01") })).rejects.toMatchObject({
      reason,
      field,
    });
  });
});

describe("editReply", () => {
  async function made() {
    const claim = await makeClaim();
    const { id: replyId } = await recordReply({ actor: claim.author, claimId: claim.id, ...asked });
    return { claim, actor: claim.author, replyId };
  }
  const answered = { ...asked, outcome: "answered", answer: "It was a slip." } as const;

  test("notes the answer when it comes, and says what changed", async () => {
    const { claim, actor, replyId } = await made();
    await editReply({ actor, replyId, version: 1, ...answered });
    expect(await entries(claim.id)).toEqual([{ outcome: "answered", answer: "It was a slip.", version: 2 }]);
    expect(await lastEvent(claim.id)).toMatchObject({
      action: "claim.reply_edited",
      data: {
        asked: "Ana Author",
        changes: {
          outcome: { from: "awaiting", to: "answered" },
          answer: { from: null, to: "It was a slip." },
        },
      },
    });
  });

  test("of two changes at once one is kept, the other is told", async () => {
    const { claim, actor, replyId } = await made();
    const results = await Promise.allSettled([
      editReply({ actor, replyId, version: 1, ...answered }),
      editReply({ actor, replyId, version: 1, ...asked, outcome: "declined" }),
    ]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason.reason)).toEqual(["stale_version"]);
    expect(await entries(claim.id)).toMatchObject([{ version: 2 }]);
  });

  test("saving what stands there does nothing", async () => {
    const { claim, actor, replyId } = await made();
    const before = await db.auditEvent.count();
    await editReply({ actor, replyId, version: 1, ...asked });
    expect(await db.auditEvent.count()).toBe(before);
    expect(await entries(claim.id)).toMatchObject([{ version: 1 }]);
  });

  test("is for whoever may work on the claim's evidence", async () => {
    const { replyId } = await made();
    const actor = await makeMember();
    await expect(editReply({ actor, replyId, version: 1, ...answered })).rejects.toMatchObject({
      reason: "not_yours",
    });
  });
});

describe("removeReply", () => {
  test("takes an entry out for whoever wrote it, and the history keeps that it was there", async () => {
    const claim = await makeClaim();
    const { id: replyId } = await recordReply({ actor: claim.author, claimId: claim.id, ...asked });
    const editor = await makeMember({ role: "editor" });
    await expect(removeReply({ actor: editor, replyId })).rejects.toMatchObject({
      reason: "reply_not_yours",
    });
    await removeReply({ actor: claim.author, replyId });
    expect(await entries(claim.id)).toEqual([]);
    expect(await lastEvent(claim.id)).toMatchObject({ action: "claim.reply_removed", subjectId: replyId });
  });

  test("of two removals at once one finds nothing", async () => {
    const claim = await makeClaim();
    const { id: replyId } = await recordReply({ actor: claim.author, claimId: claim.id, ...asked });
    const remove = () => removeReply({ actor: claim.author, replyId });
    const results = await Promise.allSettled([remove(), remove()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("what readers were told of stays", async () => {
    const claim = await makeClaim({ state: "ready" });
    const { editor: actor, id: claimId } = claim;
    const { id: replyId } = await recordReply({ actor, claimId, ...asked });
    await publishClaim({ actor, claimId, overrideItem: null, overrideReason: null, now: new Date() });
    await expect(removeReply({ actor, replyId })).rejects.toMatchObject({ reason: "reply_published" });
  });
});
