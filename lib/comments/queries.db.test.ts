import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { countUnread, listMailReaders, listNotifications } from "#lib/notifications/queries.ts";
import { giveOpinion, returnClaim, takeClaim } from "#lib/reviews/commands.ts";
import { type MadeClaim, makeArticle, makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { addComment, deleteComment, editComment, readThreads, resolveThread } from "./commands.ts";
import { countComments, getComments, listThreads } from "./queries.ts";
import { isHidden } from "./rules.ts";

beforeEach(resetDb);

// The rule of docs/decisions/0014: what somebody writes who knows an opinion is hidden wherever opinions are.

const MINUTE = 60_000;
const at = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

/** Everything this member can learn of the claim's comments, on every way there is. */
async function learnt(viewer: Actor, { id: claimId, articleId }: Pick<MadeClaim, "id" | "articleId">) {
  const of = async (subject: { claimId: string } | { articleId: string }) => {
    const { threads, unreadCount } = await listThreads({ subject, viewer });
    return { threads, unreadCount };
  };
  const claim = await of({ claimId });
  const article = await of({ articleId });
  const [mail] = await listMailReaders({ now: at(100), memberId: viewer.id });
  return {
    words: JSON.stringify([claim.threads, article.threads]),
    counts: await countComments({ articleId, viewer }),
    unread: claim.unreadCount + article.unreadCount,
    notifications: JSON.stringify(
      (await listNotifications({ memberId: viewer.id, onlyUnread: false })).items,
    ),
    badge: await countUnread({ viewer }),
    mailed: mail?.kinds ?? [],
  };
}

/** A claim that waits for its second opinion; whoever gave the first has written both before and after. */
async function blindClaim() {
  const second = await makeMember({ role: "reviewer", name: "Sasha Second" });
  const claim = await makeClaim({ state: "in_review", second });
  const { first, id: claimId } = claim;
  const before = await addComment({ actor: first, claimId, body: "A question before", now: at(0) });
  await giveOpinion({
    actor: first,
    claimId,
    ratingId: claim.ratings.misleading ?? "",
    conclusion: "c",
    rationale: "r",
    now: at(1),
  });
  const after = await addComment({ actor: first, claimId, body: "LEAK @Sasha Second", now: at(2) });
  const reply = await addComment({
    actor: first,
    threadId: before.threadId,
    body: "LEAK in a reply",
    now: at(3),
  });
  const onArticle = await addComment({
    actor: first,
    articleId: claim.articleId,
    body: "LEAK on the article @Sasha Second",
    now: at(4),
  });
  return { claim, first, second, before, after, reply, onArticle };
}

describe("while the second opinion is blind", () => {
  test("what the first reviewer wrote before is seen, and nothing they wrote since, on no way", async () => {
    const admin = await makeMember({ role: "admin" });
    const { claim, second, first } = await blindClaim();
    for (const viewer of [second, claim.author, claim.editor, admin]) {
      const all = await learnt(viewer, claim);
      expect(all.words).toContain("A question before");
      expect(JSON.stringify(all), viewer.role).not.toContain("LEAK");
      expect(all.counts).toEqual({ [claim.id]: { count: 1, unread: expect.any(Number) } });
      expect(all.unread).toBe(1);
      const isAuthor = viewer.id === claim.author.id;
      expect([all.badge, all.mailed]).toEqual(isAuthor ? [1, ["claim_comment"]] : [0, []]);
    }
    const own = await learnt(first, claim);
    expect(own.words.match(/LEAK/g)).toHaveLength(6);
    expect(own.counts).toMatchObject({ [claim.id]: { count: 3 }, "": { count: 1 } });
  });

  test("nobody can answer, resolve or change what they may not see, and are told it is not there", async () => {
    const { claim, second, after, reply } = await blindClaim();
    const refused = { reason: "not_found" };
    const now = at(5);
    await expect(addComment({ actor: second, threadId: after.id, body: "?", now })).rejects.toMatchObject(
      refused,
    );
    await expect(resolveThread({ actor: second, threadId: after.id, now })).rejects.toMatchObject(refused);
    for (const actor of [second, claim.editor]) {
      await expect(deleteComment({ actor, commentId: reply.id, now })).rejects.toMatchObject(refused);
      await expect(
        editComment({ actor, commentId: reply.id, version: 1, body: "?", now }),
      ).rejects.toMatchObject(refused);
    }
  });

  test("the first reviewer cannot smuggle words into what others see already", async () => {
    const { first, before, after } = await blindClaim();
    const edit = { actor: first, version: 1, body: "It is misleading.", now: at(5) };
    await expect(editComment({ ...edit, commentId: before.id })).rejects.toMatchObject({
      reason: "comment_blind",
    });
    await editComment({ ...edit, commentId: after.id });
  });

  test("members are told what applies to what they write", async () => {
    const { claim, first, second } = await blindClaim();
    const notes = async (viewer: Actor) => {
      const view = await getComments({ subject: { claimId: claim.id }, viewer, now: at(5) });
      return [view?.isBlind, view?.note];
    };
    expect(await notes(first)).toEqual([true, "only_mine"]);
    expect(await notes(second)).toEqual([true, null]);
    await takeClaim({ actor: second, claimId: claim.id, now: at(5) });
    expect(await notes(second)).toEqual([true, "before_opinion"]);
  });

  test("reading a thread does not count what was hidden in it as read, nor what one was told of it", async () => {
    const { claim, second, before } = await blindClaim();
    await readThreads({ actor: second, threadIds: [before.threadId], now: at(6) });
    await takeClaim({ actor: second, claimId: claim.id, now: at(7) });
    const ratingId = claim.ratings.misleading ?? "";
    await giveOpinion({
      actor: second,
      claimId: claim.id,
      ratingId,
      conclusion: "c",
      rationale: "r",
      now: at(8),
    });
    const all = await learnt(second, claim);
    expect(all.words.match(/LEAK/g)).toHaveLength(3);
    expect(all.counts).toEqual({ [claim.id]: { count: 3, unread: 2 }, "": { count: 1, unread: 1 } });
    expect([all.badge, all.mailed]).toEqual([2, ["mention"]]);
    await readThreads({ actor: second, threadIds: [before.threadId], now: at(9) });
    expect((await countComments({ articleId: claim.articleId, viewer: second }))[claim.id]?.unread).toBe(1);
  });
});

describe("once opinions were open", () => {
  test("what was written then is hidden again when the claim goes back for another round", async () => {
    const claim = await makeClaim({ state: "adjudication" });
    const { editor, id: claimId, author } = claim;
    const { threadId } = await addComment({
      actor: editor,
      claimId,
      body: "LEAK: I side with the first.",
      now: at(1),
    });
    await addComment({ actor: author, threadId, body: "LEAK: so do I.", now: at(2) });
    const reviewer = await makeMember({ role: "reviewer" });
    expect((await learnt(reviewer, claim)).words).toContain("LEAK: so do I.");
    await takeClaim({ actor: editor, claimId, now: at(3) });
    await returnClaim({ actor: editor, claimId, reason: "Find a source.", now: at(4) });
    // An editor who has given no opinion answers in their own hidden thread: that stays hidden with it.
    await addComment({ actor: editor, threadId, body: "LEAK: as I said.", now: at(5) });
    expect(JSON.stringify(await learnt(reviewer, claim))).not.toContain("LEAK");
    await addComment({ actor: author, claimId, body: "A new source is there.", now: at(6) });
    expect((await learnt(reviewer, claim)).words).toContain("A new source is there.");
  });

  test("a comment that is changed then is hidden with the rest", async () => {
    const claim = await makeClaim({ state: "in_review" });
    const { author: actor, id: claimId } = claim;
    const { id: commentId } = await addComment({ actor, claimId, body: "Harmless", now: at(0) });
    await db.claim.update({ where: { id: claimId }, data: { state: "adjudication" } });
    await editComment({ actor, commentId, version: 1, body: "LEAK", now: at(1) });
    await db.claim.update({ where: { id: claimId }, data: { state: "second_review" } });
    expect(JSON.stringify(await learnt(claim.second, claim))).not.toContain("LEAK");
  });
});

test("an article's comment is hidden only while a claim is open to judgement on which its writer has spoken", async () => {
  const article = await makeArticle();
  const claim = await makeClaim({ state: "second_review", article });
  const other = await makeClaim({ state: "queued", article, words: "Today it has thirty-two." });
  const subject = { articleId: article.id };
  await addComment({ actor: other.author, ...subject, body: "Anybody's", now: at(0) });
  await addComment({ actor: claim.first, ...subject, body: "The reviewer's", now: at(1) });
  const seen = async () =>
    (await listThreads({ subject, viewer: claim.second })).threads.map(({ id }) => id).length;
  expect(await seen()).toBe(1);
  await takeClaim({ actor: claim.second, claimId: claim.id, now: at(2) });
  const ratingId = claim.ratings.true ?? "";
  await giveOpinion({
    actor: claim.second,
    claimId: claim.id,
    ratingId,
    conclusion: "c",
    rationale: "r",
    now: at(3),
  });
  expect(await seen()).toBe(2);
});

test("the statement and the rule say the same of every comment to everybody", async () => {
  const { claim, first, second } = await blindClaim();
  const closed = await makeClaim({ state: "adjudication", article: await makeArticle() });
  await addComment({ actor: closed.editor, claimId: closed.id, body: "Open", now: at(5) });
  const comments = await db.comment.findMany({ include: { claim: true } });
  for (const viewer of [first, second, claim.author, closed.editor]) {
    const threads = await Promise.all(
      [{ claimId: claim.id }, { claimId: closed.id }, { articleId: claim.articleId }].map(
        async (subject) => (await listThreads({ subject, viewer })).threads,
      ),
    );
    const shown = threads
      .flat()
      .flatMap(({ first: begin, replies }) => [begin.id, ...replies.map(({ id }) => id)]);
    for (const comment of comments) {
      const isClosed = comment.articleId === claim.articleId;
      expect(shown.includes(comment.id), comment.body).toBe(!isHidden({ ...comment, isClosed }, viewer.id));
    }
  }
});
