import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { countUnread, listNotifications } from "#lib/notifications/queries.ts";
import { makeArticle, makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  addComment,
  deleteComment,
  editComment,
  readThreads,
  reopenThread,
  resolveThread,
} from "./commands.ts";
import { countComments, listMentionChoices, listThreads } from "./queries.ts";

beforeEach(resetDb);

const now = new Date();
const actions = async () =>
  (
    await db.auditEvent.findMany({ where: { action: { startsWith: "comment." } }, orderBy: { seq: "asc" } })
  ).map(({ action }) => action);

describe("a thread", () => {
  test("begins on a claim, goes on with replies, and its history says that, not what", async () => {
    const claim = await makeClaim();
    const other = await makeMember({ name: "Ben Test" });
    const { id: threadId } = await addComment({
      actor: claim.author,
      claimId: claim.id,
      body: "Who said it?",
      now,
    });
    await addComment({ actor: other, threadId, body: "The minister.", now });
    const { threads } = await listThreads({ subject: { claimId: claim.id }, viewer: other });
    expect(threads).toHaveLength(1);
    expect(threads[0]?.first).toMatchObject({ authorId: claim.author.id, typed: null, isOnlyMine: false });
    expect(threads[0]?.replies).toMatchObject([{ typed: "The minister.", authorName: "Ben Test" }]);
    const events = await db.auditEvent.findMany({ where: { action: "comment.added" } });
    expect(events.map(({ claimId, articleId, data }) => ({ claimId, articleId, data }))).toEqual([
      { claimId: claim.id, articleId: claim.articleId, data: {} },
      { claimId: claim.id, articleId: claim.articleId, data: {} },
    ]);
  });

  test("on an article is not among those of its claims", async () => {
    const claim = await makeClaim();
    const viewer = claim.author;
    await addComment({ actor: viewer, articleId: claim.articleId, body: "On all of it.", now });
    await addComment({ actor: viewer, claimId: claim.id, body: "On the claim.", now });
    const ofArticle = await listThreads({ subject: { articleId: claim.articleId }, viewer });
    const ofClaim = await listThreads({ subject: { claimId: claim.id }, viewer });
    expect(ofArticle.threads.map(({ first }) => first.typed)).toEqual(["On all of it."]);
    expect(ofClaim.threads.map(({ first }) => first.typed)).toEqual(["On the claim."]);
  });

  test("is refused for what is not there, and a reply to a reply too", async () => {
    const { author: actor, id: claimId } = await makeClaim();
    const nowhere = "01990000-0000-7000-8000-000000000000";
    for (const place of [{ claimId: nowhere }, { articleId: nowhere }, { threadId: nowhere }]) {
      await expect(addComment({ actor, body: "?", now, ...place })).rejects.toMatchObject({
        reason: "not_found",
      });
    }
    const { id: threadId } = await addComment({ actor, claimId, body: "1", now });
    const { id: replyId } = await addComment({ actor, threadId, body: "2", now });
    await expect(addComment({ actor, threadId: replyId, body: "3", now })).rejects.toMatchObject({
      reason: "not_found",
    });
  });

  test("that is resolved takes no replies until it is reopened", async () => {
    const { author: actor, id: claimId } = await makeClaim();
    const { id: threadId } = await addComment({ actor, claimId, body: "Done?", now });
    await resolveThread({ actor, threadId, now });
    await expect(addComment({ actor, threadId, body: "No!", now })).rejects.toMatchObject({
      reason: "thread_resolved",
    });
    await reopenThread({ actor, threadId });
    await addComment({ actor, threadId, body: "No!", now });
    expect(await actions()).toEqual([
      "comment.added",
      "comment.resolved",
      "comment.reopened",
      "comment.added",
    ]);
  });

  test("that two resolve at once is resolved once", async () => {
    const claim = await makeClaim();
    const other = await makeMember();
    const { id: threadId } = await addComment({ actor: claim.author, claimId: claim.id, body: "Done?", now });
    await Promise.all([claim.author, other].map((actor) => resolveThread({ actor, threadId, now })));
    expect((await actions()).filter((action) => action === "comment.resolved")).toHaveLength(1);
  });

  test("is found however many came after it, when one of its comments is asked for", async () => {
    const { author: actor, id: claimId } = await makeClaim();
    const ids: string[] = [];
    for (let count = 0; count < 6; count++) {
      const at = new Date(now.getTime() + count);
      ids.push((await addComment({ actor, claimId, body: `Thread ${count}`, now: at })).id);
    }
    const asked = { subject: { claimId }, viewer: actor, take: 2 };
    const newest = await listThreads(asked);
    expect(newest.threads.map(({ id }) => id)).toEqual(ids.slice(4));
    expect(newest.hasEarlier).toBe(true);
    const reaching = await listThreads({ ...asked, until: ids[1] });
    expect(reaching.threads.map(({ id }) => id)).toEqual(ids.slice(1));
    expect((await listThreads({ ...asked, until: "nothing" })).threads).toHaveLength(2);
  });
});

describe("one's own comment", () => {
  async function begun() {
    const claim = await makeClaim();
    const { id } = await addComment({ actor: claim.author, claimId: claim.id, body: "First words", now });
    return { claim, actor: claim.author, commentId: id };
  }

  test("is edited with what stood there kept; saving the same does nothing", async () => {
    const { actor, commentId, claim } = await begun();
    await editComment({ actor, commentId, version: 1, body: "Second words", now });
    await editComment({ actor, commentId, version: 2, body: "Second words", now });
    const { threads } = await listThreads({ subject: { claimId: claim.id }, viewer: actor });
    expect(threads[0]?.first).toMatchObject({
      typed: "Second words",
      version: 2,
      versions: [{ version: 1, body: [{ kind: "text", text: "First words" }] }],
    });
    expect(await actions()).toEqual(["comment.added", "comment.edited"]);
    await expect(editComment({ actor, commentId, version: 1, body: "Third", now })).rejects.toMatchObject({
      reason: "stale_version",
    });
  });

  test("is deleted; its words are then in its history only, which editors see", async () => {
    const { actor, commentId, claim } = await begun();
    await deleteComment({ actor, commentId, now });
    const seenBy = async (viewer: typeof actor) =>
      (await listThreads({ subject: { claimId: claim.id }, viewer })).threads[0]?.first;
    expect(await seenBy(actor)).toMatchObject({ isDeleted: true, body: [], typed: null, versions: [] });
    expect(await seenBy(claim.editor)).toMatchObject({
      isDeleted: true,
      body: [],
      versions: [{ body: [{ kind: "text", text: "First words" }] }],
    });
    await expect(deleteComment({ actor, commentId, now })).rejects.toMatchObject({
      reason: "comment_deleted",
    });
  });

  test("is nobody else's to change", async () => {
    const { claim, commentId } = await begun();
    const actor = claim.editor;
    const refused = { reason: "comment_not_yours" };
    await expect(editComment({ actor, commentId, version: 1, body: "Mine", now })).rejects.toMatchObject(
      refused,
    );
    await expect(deleteComment({ actor, commentId, now })).rejects.toMatchObject(refused);
  });

  test("edited and deleted at once ends deleted, with every word it ever had in its history", async () => {
    const { actor, commentId } = await begun();
    const results = await Promise.allSettled([
      editComment({ actor, commentId, version: 1, body: "Second words", now }),
      deleteComment({ actor, commentId, now }),
    ]);
    expect(results[1]?.status).toBe("fulfilled");
    const row = await db.comment.findUniqueOrThrow({ where: { id: commentId } });
    expect(row).toMatchObject({ body: "", deletedAt: now });
    const kept = await db.commentVersion.findMany({ where: { commentId }, orderBy: { version: "asc" } });
    const words = results[0]?.status === "fulfilled" ? ["First words", "Second words"] : ["First words"];
    expect(kept.map(({ body }) => body)).toEqual(words);
    if (results[0]?.status === "rejected")
      expect(results[0].reason).toMatchObject({ reason: "comment_deleted" });
  });

  test("what is kept of it cannot be changed", async () => {
    const { actor, commentId } = await begun();
    await editComment({ actor, commentId, version: 1, body: "Second words", now });
    await expect(db.commentVersion.updateMany({ data: { body: "Never said" } })).rejects.toThrow(/refused/);
  });
});

describe("what is new", () => {
  test("counts until its thread is read, never one's own, and not what was there before one joined", async () => {
    const claim = await makeClaim();
    const viewer = await makeMember();
    const later = (ms: number) => new Date(Date.now() + ms);
    const { articleId, id: claimId, author } = claim;
    const { id: threadId } = await addComment({ actor: author, claimId, body: "One", now: later(10) });
    await addComment({ actor: viewer, threadId, body: "Mine", now: later(20) });
    const count = async () => (await countComments({ articleId, viewer }))[claimId];
    expect(await count()).toEqual({ count: 2, unread: 1 });
    await readThreads({ actor: viewer, threadIds: [threadId], now: later(30) });
    expect(await count()).toEqual({ count: 2, unread: 0 });
    await addComment({ actor: author, threadId, body: "Two", now: later(40) });
    expect(await count()).toEqual({ count: 3, unread: 1 });
    // A page that was slow to say so does not take back what was read since.
    await readThreads({ actor: viewer, threadIds: [threadId], now: later(50) });
    await readThreads({ actor: viewer, threadIds: [threadId], now: later(30) });
    expect(await count()).toEqual({ count: 3, unread: 0 });
    await db.member.update({ where: { id: viewer.id }, data: { createdAt: later(60) } });
    await db.commentRead.deleteMany();
    expect(await count()).toEqual({ count: 3, unread: 0 });
  });
});

describe("who is told", () => {
  const told = async (memberId: string) =>
    (await listNotifications({ memberId, onlyUnread: true })).items.map(({ kind, comment }) => [
      kind,
      comment?.words,
    ]);

  test("the claim's author, who is named, and who is in the thread: each once, never the writer, never who is disabled", async () => {
    const claim = await makeClaim();
    const [ana, ben] = [await makeMember({ name: "Ana Told" }), await makeMember({ name: "Ben Told" })];
    const gone = await makeMember({ name: "Gone Away", disabledAt: now });
    const { id: threadId } = await addComment({
      actor: ana,
      claimId: claim.id,
      body: "Hello @Ana Told",
      now,
    });
    await addComment({ actor: ben, threadId, body: "@Ana Told and @Gone Away: no.", now });
    expect(await told(ana.id)).toEqual([["mention", "@Ana Told and @Gone Away: no."]]);
    expect(await told(claim.author.id)).toEqual([
      ["claim_comment", "@Ana Told and @Gone Away: no."],
      ["claim_comment", "Hello @Ana Told"],
    ]);
    expect(await told(ben.id)).toEqual([]);
    expect(await told(gone.id)).toEqual([]);
    await addComment({ actor: claim.author, threadId, body: "Thanks.", now });
    expect(await told(ben.id)).toEqual([["reply", "Thanks."]]);
  });

  test("whoever a change names first, and no more whoever it names no longer", async () => {
    const claim = await makeClaim();
    const actor = claim.author;
    const [ana, ben] = [await makeMember({ name: "Ana Told" }), await makeMember({ name: "Ben Told" })];
    const { id: commentId } = await addComment({ actor, claimId: claim.id, body: "@Ana Told?", now });
    await editComment({ actor, commentId, version: 1, body: "@Ben Told?", now });
    expect([await told(ana.id), await told(ben.id)]).toEqual([[], [["mention", "@Ben Told?"]]]);
    await deleteComment({ actor, commentId, now });
    expect(await told(ben.id)).toEqual([]);
  });

  test("what was told of a thread is read with it", async () => {
    const claim = await makeClaim();
    const other = await makeMember();
    const { id: threadId } = await addComment({ actor: other, claimId: claim.id, body: "Hm.", now });
    expect(await countUnread({ viewer: claim.author })).toBe(1);
    await readThreads({ actor: claim.author, threadIds: [threadId], now });
    expect(await countUnread({ viewer: claim.author })).toBe(0);
  });

  test("a member who is renamed is shown by the new name", async () => {
    const article = await makeArticle();
    const ana = await makeMember({ name: "Ana Before" });
    await addComment({ actor: await makeMember(), articleId: article.id, body: "Ask @Ana Before.", now });
    await db.member.update({ where: { id: ana.id }, data: { name: "Ana After" } });
    expect(await told(ana.id)).toEqual([["mention", "Ask @Ana After."]]);
  });
});

test("names are offered by the beginning of any of their words, of members who can sign in", async () => {
  await makeMember({ name: "Zoe Zimmer" });
  await makeMember({ name: "Xavier Zoefeld" });
  await makeMember({ name: "Zoe Disabled", disabledAt: now });
  expect((await listMentionChoices("zoe")).map(({ handle }) => handle)).toEqual([
    "Zoe Zimmer",
    "Xavier Zoefeld",
  ]);
  const twin = await makeMember({ name: "Zoe Zimmer", email: "twin@desk.example" });
  expect((await listMentionChoices("zoe z")).find(({ id }) => id === twin.id)?.handle).toBe(
    "twin@desk.example",
  );
});
