import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { recordReply } from "#lib/replies/commands.ts";
import { takeClaim, takeNext } from "#lib/reviews/commands.ts";
import {
  ARTICLE_TEXT,
  claimOn,
  type MadeClaim,
  makeArticle,
  makeClaim,
  makeEvidence,
  makeMember,
  makeNewsroom,
  revise,
} from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { untilSomebodyWaits } from "#lib/testing/waiting.ts";
import {
  createClaim,
  deleteClaim,
  dismissClaim,
  editChecks,
  editClaim,
  prioritiseClaim,
  purgeDeletedClaims,
  recallClaim,
  reopenClaim,
  restoreClaim,
  submitClaim,
} from "./commands.ts";
import { getClaim } from "./queries.ts";
import type { EditClaimInput } from "./schema.ts";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
});

const nowhere = "01890000-0000-7000-8000-000000000000";

function actionsOn(claimId: string): Promise<{ action: string }[]> {
  return db.auditEvent.findMany({ where: { claimId }, orderBy: { seq: "asc" }, select: { action: true } });
}

async function read(claim: Pick<MadeClaim, "id" | "author">) {
  const detail = await getClaim({ id: claim.id, viewer: claim.author });
  if (!detail) throw new Error("the claim is gone");
  return detail;
}

describe("createClaim", () => {
  test("keeps the words, who said them and where they stand, with one event", async () => {
    const [actor, article] = [await makeMember(), await makeArticle()];
    const claim = await createClaim({
      actor,
      ...claimOn(article, "twelve members", {
        statement: "NATO began with twelve members.",
        claimantName: "Ana Author",
        saidOn: "2024-04-04",
        saidWhere: "A speech",
        topics: ["NATO", "Defence"],
      }),
    });
    expect(claim.number).toBe(1);

    const detail = await read({ id: claim.id, author: actor });
    expect(detail).toMatchObject({
      slug: "nato-began-with-twelve-members",
      state: "draft",
      round: 1,
      claimant: { name: "Ana Author", kind: "person", slug: "ana-author" },
      saidOn: "2024-04-04",
      saidWhere: "A speech",
      topics: ["Defence", "NATO"],
      author: { id: actor.id, name: actor.name },
    });
    const start = ARTICLE_TEXT.indexOf("twelve members");
    expect(detail.passages).toMatchObject([{ start, end: start + 14, quote: "twelve members" }]);
    expect(await db.passage.findFirst()).toMatchObject({
      prefix: expect.stringMatching(/It had $/),
      outcome: "exact",
    });
    expect(await db.auditEvent.findMany({ where: { claimId: claim.id } })).toMatchObject([
      {
        action: "claim.created",
        articleId: article.id,
        actorId: actor.id,
        data: { number: 1, statement: "NATO began with twelve members." },
      },
    ]);
  });

  test("trims the passage and keeps whole characters", async () => {
    const text = "Она сказала: 👩‍👩‍👧 и é, потом ушла.";
    const [actor, article] = [await makeMember(), await makeArticle({ text })];
    const start = text.indexOf("👩‍👩‍👧");
    const input = { ...claimOn(article, "Она"), start: start - 1, end: start + 3, statement: "Семья" };
    const claim = await createClaim({ actor, ...input });
    const { passages, slug } = await read({ id: claim.id, author: actor });
    expect(passages).toMatchObject([{ quote: "👩‍👩‍👧", start }]);
    expect(slug).toBe("семья");
  });

  test("of many made at once in one article, each gets its own number", async () => {
    const [actor, article] = [await makeMember(), await makeArticle()];
    const made = await Promise.all(
      Array.from({ length: 6 }, () =>
        createClaim({ actor, ...claimOn(article, "NATO", { claimantName: "Ana", topics: ["b", "a"] }) }),
      ),
    );
    expect(made.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await db.claimant.count()).toBe(1);
    expect(await db.topic.count()).toBe(2);
  });

  test("a claimant and topics new in two articles at once are made once", async () => {
    const actor = await makeMember();
    const articles = await Promise.all([
      makeArticle({ actor }),
      makeArticle({ actor }),
      makeArticle({ actor }),
    ]);
    await Promise.all(
      articles.map((article, index) =>
        createClaim({
          actor,
          ...claimOn(article, "NATO", {
            claimantName: [" ANA  Author", "ana author", "Ana Author"][index] ?? null,
            topics: index % 2 === 0 ? ["Defence", "Nato"] : ["nato", "defence"],
          }),
        }),
      ),
    );
    expect(await db.claimant.count()).toBe(1);
    expect(await db.topic.count()).toBe(2);
    expect(await db.claimTopic.count()).toBe(6);
  });

  test("names that make the same address stay apart", async () => {
    const [actor, article] = [await makeMember(), await makeArticle()];
    await createClaim({
      actor,
      ...claimOn(article, "NATO", { claimantName: "C", topics: ["C", "C++", "🔥"] }),
    });
    await createClaim({ actor, ...claimOn(article, "NATO", { claimantName: "C++" }) });
    expect(await db.claimant.count()).toBe(2);
    expect(await db.topic.count()).toBe(3);
  });

  test("the number of a deleted draft is not given again", async () => {
    const article = await makeArticle();
    const claim = await makeClaim({ article });
    await deleteClaim({ actor: claim.author, claimId: claim.id });
    expect((await makeClaim({ article })).number).toBe(2);
  });

  test.each([
    ["beyond the end", { start: 0, end: 4_000 }, "passage_outside_text"],
    [
      "white space only",
      { start: ARTICLE_TEXT.indexOf("\n"), end: ARTICLE_TEXT.indexOf("\n") + 2 },
      "passage_outside_text",
    ],
    ["backwards", { start: 5, end: 2 }, "passage_outside_text"],
    ["longer than any claim", { start: 0, end: 5_001 }, "passage_too_long"],
    ["of another revision", { revisionId: nowhere }, "already_changed"],
    ["in no article", { articleId: nowhere }, "not_found"],
    ["said in the future", { saidOn: "9999-01-01" }, "date_in_future"],
  ])("refuses a passage %s", async (_, wrong, reason) => {
    const [actor, article] = [await makeMember(), await makeArticle()];
    const refused = createClaim({ actor, ...claimOn(article), ...wrong });
    await expect(refused).rejects.toMatchObject({ reason });
    expect(await db.claim.count()).toBe(0);
  });

  test("the revision has to be the article's", async () => {
    const [actor, article, other] = [await makeMember(), await makeArticle(), await makeArticle()];
    const refused = createClaim({ actor, ...claimOn(article), revisionId: other.revisionId });
    await expect(refused).rejects.toMatchObject({ reason: "already_changed" });
  });

  test("what is said tomorrow is already today somewhere", async () => {
    const [actor, article] = [await makeMember(), await makeArticle()];
    const now = new Date("2026-01-19T12:00:00Z");
    const said = (saidOn: string) => createClaim({ actor, now, ...claimOn(article, "NATO", { saidOn }) });
    await expect(said("2026-01-20")).resolves.toMatchObject({ number: 1 });
    await expect(said("2026-01-21")).rejects.toMatchObject({ reason: "date_in_future", field: "saidOn" });
  });

  test("without its event there is no claim, no claimant, no topic", async () => {
    const actor = { ...(await makeMember()), name: "\u0000" };
    const article = await makeArticle();
    const failing = createClaim({
      actor,
      ...claimOn(article, "NATO", { claimantName: "Ana", topics: ["x"] }),
    });
    await expect(failing).rejects.toThrow();
    expect(await Promise.all([db.claim.count(), db.claimant.count(), db.topic.count()])).toEqual([0, 0, 0]);
  });
});

describe("editClaim", () => {
  const edit = (claim: MadeClaim, changes: Partial<EditClaimInput> = {}): EditClaimInput => ({
    claimId: claim.id,
    version: 1,
    statement: "NATO was founded in 1949",
    claimantName: null,
    saidOn: null,
    saidWhere: null,
    topics: [],
    ...changes,
  });

  test("changes what differs, and says what", async () => {
    const claim = await makeClaim({ claimantName: "Ana", topics: ["NATO", "old"] });
    const changed = edit(claim, {
      statement: "Another wording",
      claimantName: "Ben",
      claimantKind: "organisation",
      topics: ["nato", "new"],
    });
    await editClaim({ actor: claim.author, ...changed });

    expect(await read(claim)).toMatchObject({
      statement: "Another wording",
      version: 2,
      claimant: { name: "Ben", kind: "organisation" },
      topics: ["NATO", "new"],
    });
    const { data } = await db.auditEvent.findFirstOrThrow({ where: { action: "claim.edited" } });
    expect(data).toEqual({
      changes: {
        statement: { from: "NATO was founded in 1949", to: "Another wording" },
        claimant: { from: "Ana", to: "Ben" },
        claimantKind: { from: "person", to: "organisation" },
        topics: { from: ["NATO", "old"], to: ["NATO", "new"] },
      },
    });
  });

  test("the same name with another kind or spelling corrects the claimant", async () => {
    const claim = await makeClaim({ claimantName: "nato" });
    const corrected = edit(claim, { claimantName: "NATO", claimantKind: "organisation" });
    await editClaim({ actor: claim.author, ...corrected });
    expect((await read(claim)).claimant).toMatchObject({ name: "NATO", kind: "organisation" });
    expect(await db.claimant.count()).toBe(1);
  });

  test("a claimant of several claims is an editor's to correct", async () => {
    await makeClaim({ claimantName: "nato" });
    const claim = await makeClaim({ claimantName: "nato" });
    const corrected = edit(claim, { claimantName: "NATO", claimantKind: "organisation" });
    await expect(editClaim({ actor: claim.author, ...corrected })).rejects.toMatchObject({
      reason: "claimant_shared",
      field: "claimantKind",
    });
    await editClaim({ actor: claim.editor, ...corrected });
    expect((await read(claim)).claimant).toMatchObject({ name: "NATO", kind: "organisation" });
  });

  test("a claimant named on a new claim keeps their kind and spelling", async () => {
    await makeClaim({ claimantName: "NATO", claimantKind: "organisation" });
    const claim = await makeClaim({ claimantName: "nato" });
    expect((await read(claim)).claimant).toMatchObject({ name: "NATO", kind: "organisation" });
  });

  test("of two edits of the same version one wins, the other is told", async () => {
    const claim = await makeClaim();
    const results = await Promise.allSettled(
      ["One", "Two"].map((statement) => editClaim({ actor: claim.author, ...edit(claim, { statement }) })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "stale_version" },
    });
    expect(await actionsOn(claim.id)).toEqual([{ action: "claim.created" }, { action: "claim.edited" }]);
    expect((await read(claim)).version).toBe(2);
  });

  test("saving what stands there does nothing", async () => {
    const claim = await makeClaim({ claimantName: "Ana", saidOn: "2024-01-01", topics: ["b", "a"] });
    const same = edit(claim, { claimantName: "Ana", saidOn: "2024-01-01", topics: ["a", "b"] });
    await editClaim({ actor: claim.author, ...same });
    expect((await read(claim)).version).toBe(1);
    expect(await actionsOn(claim.id)).toEqual([{ action: "claim.created" }]);
  });

  test("what the rules refuse changes nothing", async () => {
    const claim = await makeClaim({ state: "published" });
    const other = await makeMember();
    const changed = edit(claim, { version: 2, statement: "Rewritten" });
    await expect(editClaim({ actor: other, ...changed })).rejects.toMatchObject({ code: "forbidden" });
    expect((await read(claim)).statement).not.toBe("Rewritten");
  });
});

describe("deleteClaim", () => {
  test("takes the draft and all that hangs on it, and keeps its words in the history", async () => {
    const claim = await makeClaim({ topics: ["x"] });
    await makeEvidence({ actor: claim.author, claimId: claim.id });
    await deleteClaim({ actor: claim.author, claimId: claim.id });
    expect(await db.claim.count()).toBe(0);
    expect(await db.passage.count()).toBe(0);
    expect(await db.evidence.count()).toBe(0);
    expect(await db.auditEvent.findFirst({ where: { action: "claim.deleted" } })).toMatchObject({
      claimId: claim.id,
      articleId: claim.articleId,
      data: { number: 1, statement: "NATO was founded in 1949" },
    });
  });

  test("of two deletions at once one finds nothing", async () => {
    const claim = await makeClaim();
    const remove = () => deleteClaim({ actor: claim.author, claimId: claim.id });
    const results = await Promise.allSettled([remove(), remove()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "not_found" },
    });
  });

  test("what was in the queue stays", async () => {
    const claim = await makeClaim({ state: "queued" });
    await expect(deleteClaim({ actor: claim.author, claimId: claim.id })).rejects.toMatchObject({
      reason: "wrong_state",
    });
  });

  test.each(["", "x", nowhere])("there is no claim %j to delete", async (claimId) => {
    const actor = await makeMember({ role: "editor" });
    await expect(deleteClaim({ actor, claimId })).rejects.toMatchObject({ reason: "not_found" });
  });
});

describe("submitClaim", () => {
  test("puts the claim in the queue, barred to its author", async () => {
    const claim = await makeClaim();
    await makeEvidence({ actor: claim.author, claimId: claim.id });
    const now = new Date("2026-01-19T12:00:00Z");
    await submitClaim({ actor: claim.author, claimId: claim.id, now });
    expect(await read(claim)).toMatchObject({ state: "queued", stage: "first", submittedAt: now });
    expect(await db.queueEntry.findFirst()).toMatchObject({
      claimId: claim.id,
      articleId: claim.articleId,
      enqueuedAt: now,
      barred: [claim.author.id],
      leaseHolderId: null,
    });
    expect((await actionsOn(claim.id)).at(-1)).toEqual({ action: "claim.submitted" });
  });

  test("of two submits at once one is told the state", async () => {
    const claim = await makeClaim();
    await makeEvidence({ actor: claim.author, claimId: claim.id });
    const submit = () => submitClaim({ actor: claim.author, claimId: claim.id, now: new Date() });
    const results = await Promise.allSettled([submit(), submit()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "wrong_state", values: { state: "queued" } },
    });
    expect(await db.auditEvent.count({ where: { action: "claim.submitted" } })).toBe(1);
  });

  test("needs evidence", async () => {
    const claim = await makeClaim();
    const refused = submitClaim({ actor: claim.author, claimId: claim.id, now: new Date() });
    await expect(refused).rejects.toMatchObject({ reason: "no_evidence" });
  });

  test("without its event the claim stays a draft", async () => {
    const claim = await makeClaim();
    await makeEvidence({ actor: claim.author, claimId: claim.id });
    const actor = { ...claim.author, name: "\u0000" };
    await expect(submitClaim({ actor, claimId: claim.id })).rejects.toThrow();
    expect((await read(claim)).state).toBe("draft");
    expect(await db.queueEntry.count()).toBe(0);
  });
});

describe("recallClaim", () => {
  test.each([
    ["within a day keeps its place in line", 23, 0],
    ["later waits anew", 25, 25],
  ])("a claim that is taken back and submitted again %s", async (_, away, waitsFrom) => {
    const noon = new Date("2026-03-02T12:00:00Z");
    const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
    const { id: claimId, author: actor } = await makeClaim({ state: "queued", now: noon });
    await recallClaim({ actor, claimId, now: hours(0) });
    await submitClaim({ actor, claimId, now: hours(away) });
    const entry = await db.queueEntry.findUniqueOrThrow({ where: { claimId } });
    expect(entry.enqueuedAt).toEqual(hours(waitsFrom));
    // Each time counts by itself.
    await recallClaim({ actor, claimId, now: hours(away + 1) });
    await submitClaim({ actor, claimId, now: hours(away + 26) });
    const again = await db.queueEntry.findUniqueOrThrow({ where: { claimId } });
    expect(again.enqueuedAt).toEqual(hours(away + 26));
  });

  test("makes a waiting claim its author's draft again, out of the queue, with one event", async () => {
    const claim = await makeClaim({ state: "queued" });
    const before = await actionsOn(claim.id);
    await recallClaim({ actor: claim.author, claimId: claim.id });
    expect(await read(claim)).toMatchObject({ state: "draft", stage: null, round: 1, returnReason: null });
    expect(await db.queueEntry.count({ where: { claimId: claim.id } })).toBe(0);
    expect(await actionsOn(claim.id)).toEqual([...before, { action: "claim.recalled" }]);
  });

  test("can be taken back: the claim waits again", async () => {
    const claim = await makeClaim({ state: "queued" });
    await recallClaim({ actor: claim.author, claimId: claim.id });
    await submitClaim({ actor: claim.author, claimId: claim.id });
    expect(await read(claim)).toMatchObject({ state: "queued", stage: "first", round: 1 });
  });

  test("is for its author and for editors", async () => {
    const claim = await makeClaim({ state: "queued" });
    const [other, editor] = [await makeMember({ role: "reviewer" }), await makeMember({ role: "editor" })];
    await expect(recallClaim({ actor: other, claimId: claim.id })).rejects.toMatchObject({
      reason: "not_yours",
    });
    await recallClaim({ actor: editor, claimId: claim.id });
    expect((await read(claim)).state).toBe("draft");
  });

  test.each([1, 2, 3, 4, 5])("raced against a taker, one of the two gets it (%i)", async () => {
    const claim = await makeClaim({ state: "queued" });
    const now = new Date();
    const [recalled, taken, next] = await Promise.allSettled([
      recallClaim({ actor: claim.author, claimId: claim.id, now }),
      takeClaim({ actor: claim.first, claimId: claim.id, now }),
      takeNext({ actor: claim.second, now }),
    ]);
    const { state, lease } = await read(claim);
    const takers = [taken, next].filter(({ status }) => status === "fulfilled").length;
    if (recalled.status === "fulfilled") {
      expect({ state, lease, takers }).toEqual({ state: "draft", lease: null, takers: 0 });
    } else {
      expect(recalled.reason).toMatchObject({ reason: "taken_by_other" });
      expect({ state, takers }).toEqual({ state: "in_review", takers: 1 });
    }
    expect(await db.queueEntry.count()).toBe(recalled.status === "fulfilled" ? 0 : 1);
  });
});

describe("editChecks", () => {
  test("says what changed, and refuses a stale version", async () => {
    const claim = await makeClaim();
    const checks = { claimId: claim.id, version: 1, noPrimaryReason: null, searchNote: "Nothing found." };
    await editChecks({ actor: claim.author, ...checks });
    expect(await read(claim)).toMatchObject({ searchNote: "Nothing found.", version: 2 });
    const { data } = await db.auditEvent.findFirstOrThrow({ where: { action: "claim.checks_edited" } });
    expect(data).toEqual({ changes: { searchNote: { from: null, to: "Nothing found." } } });
    const stale = editChecks({ actor: claim.author, ...checks, searchNote: "Overwritten." });
    await expect(stale).rejects.toMatchObject({ reason: "stale_version" });
  });
});

describe("dismissClaim and reopenClaim", () => {
  const dismissal = { ground: "out_of_scope", reason: "Opinion.", duplicateOf: null } as const;

  test("a dismissed claim leaves the queue; reopened, it is a draft of the next round", async () => {
    const claim = await makeClaim({ state: "queued" });
    const { editor, id: claimId } = claim;
    await dismissClaim({ actor: editor, claimId, ...dismissal });
    expect(await read(claim)).toMatchObject({
      state: "dismissed",
      dismissal: { ground: "out_of_scope", reason: "Opinion.", duplicateOf: null },
    });
    expect(await db.queueEntry.count()).toBe(0);

    await reopenClaim({ actor: claim.author, claimId });
    expect(await read(claim)).toMatchObject({ state: "draft", round: 2, dismissal: null });
    expect((await actionsOn(claimId)).slice(-2)).toEqual([
      { action: "claim.dismissed" },
      { action: "claim.reopened" },
    ]);
  });

  test("a duplicate is named by slug or id, and is another claim", async () => {
    const [original, claim] = [await makeClaim(), await makeClaim()];
    const { slug } = await read(original);
    const dismiss = (duplicateOf: string | null) =>
      dismissClaim({
        actor: claim.author,
        claimId: claim.id,
        ground: "duplicate",
        reason: "Same.",
        duplicateOf,
      });
    await expect(dismiss(null)).rejects.toMatchObject({
      reason: "duplicate_not_found",
      field: "duplicateOf",
    });
    await expect(dismiss("no-such-claim")).rejects.toMatchObject({ reason: "duplicate_not_found" });
    await expect(dismiss(claim.id)).rejects.toMatchObject({ reason: "duplicate_of_itself" });
    await dismiss(slug);
    expect((await read(claim)).dismissal?.duplicateOf?.id).toBe(original.id);
  });

  test("of two dismissals at once one is told the state", async () => {
    const claim = await makeClaim();
    const dismiss = () => dismissClaim({ actor: claim.author, claimId: claim.id, ...dismissal });
    const results = await Promise.allSettled([dismiss(), dismiss()]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.auditEvent.count({ where: { action: "claim.dismissed" } })).toBe(1);
  });
});

describe("prioritiseClaim", () => {
  test("moves the claim in the queue too", async () => {
    const claim = await makeClaim({ state: "queued" });
    await prioritiseClaim({ actor: claim.editor, claimId: claim.id, priority: 1 });
    expect((await read(claim)).priority).toBe(1);
    expect(await db.queueEntry.findFirst()).toMatchObject({ priority: 1 });
    expect((await actionsOn(claim.id)).at(-1)).toEqual({ action: "claim.prioritised" });
  });

  test("does nothing where it stands already", async () => {
    const claim = await makeClaim({ state: "queued" });
    await prioritiseClaim({ actor: claim.editor, claimId: claim.id, priority: 0 });
    expect(await actionsOn(claim.id)).not.toContainEqual({ action: "claim.prioritised" });
  });

  test("is for editors", async () => {
    const claim = await makeClaim({ state: "queued" });
    const refused = prioritiseClaim({ actor: claim.author, claimId: claim.id, priority: 1 });
    await expect(refused).rejects.toMatchObject({ reason: "not_allowed" });
  });
});

describe("a deleted draft", () => {
  const everything = (id: string) =>
    db.claim.findUnique({
      where: { id },
      include: { topics: true, passages: true, evidence: true, replyRequests: true },
      omit: { updatedAt: true },
    });

  async function deleted() {
    const claim = await makeClaim({ topics: ["Trade", "War"], claimantName: "A historian" });
    const { author, id } = claim;
    await makeEvidence({ actor: author, claimId: id });
    await makeEvidence({ actor: author, claimId: id, quote: "“\u{1f309} quoted”" });
    const reply = {
      asked: "NATO",
      via: "e-mail",
      askedOn: "2026-03-01",
      deadlineAt: new Date("2026-03-02T12:00:00Z"),
      outcome: "awaiting",
      answer: null,
    } as const;
    await recordReply({ actor: author, claimId: id, ...reply });
    const before = await everything(id);
    await deleteClaim({ actor: author, claimId: id });
    return { ...claim, before };
  }

  test("comes back as it was, with its number and all that stood on it, and one event", async () => {
    const { id, author, before } = await deleted();
    expect(await everything(id)).toBeNull();
    await restoreClaim({ actor: author, claimId: id });
    expect(await everything(id)).toEqual(before);
    const events = await db.auditEvent.findMany({ where: { action: "claim.restored" } });
    expect(events).toMatchObject([{ claimId: id, data: { number: 1 } }]);
  });

  test("comes back with what was said about it, read, changed and told", async () => {
    const { id, author, editor, articleId } = await makeClaim();
    const said = { articleId, claimId: id, authorId: editor.id };
    const thread = await db.comment.create({ data: { ...said, body: "Which year?", version: 2 } });
    await db.comment.create({ data: { ...said, threadId: thread.id, body: "In 1949." } });
    await db.commentVersion.create({
      data: { commentId: thread.id, version: 1, body: "When?", writtenAt: thread.createdAt },
    });
    await db.commentRead.create({
      data: { memberId: author.id, threadId: thread.id, readAt: thread.createdAt },
    });
    await db.notification.create({
      data: {
        memberId: author.id,
        actorId: editor.id,
        kind: "claim_comment",
        articleId,
        claimId: id,
        commentId: thread.id,
      },
    });
    const talk = () =>
      db.comment.findMany({
        where: { claimId: id },
        orderBy: { id: "asc" },
        include: { versions: true, reads: true, notifications: true },
      });
    const before = await talk();
    await deleteClaim({ actor: author, claimId: id });
    expect(await talk()).toEqual([]);
    await restoreClaim({ actor: author, claimId: id });
    expect(await talk()).toEqual(before);
  });

  test("is brought back once, by whoever deleted it, while the article has no newer text", async () => {
    const { id, author, editor, articleId } = await deleted();
    await expect(restoreClaim({ actor: editor, claimId: id })).rejects.toMatchObject({ reason: "not_found" });
    const both = await Promise.allSettled([1, 2].map(() => restoreClaim({ actor: author, claimId: id })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "not_found" },
    });

    await deleteClaim({ actor: author, claimId: id });
    await revise(articleId, "Another text.");
    const late = restoreClaim({ actor: author, claimId: id });
    await expect(late).rejects.toMatchObject({ reason: "already_changed" });
  });

  test("is not brought back without what it cites, and says why", async () => {
    const { id, author } = await deleted();
    await db.snapshot.deleteMany();
    await db.source.deleteMany();
    const refused = restoreClaim({ actor: author, claimId: id });
    await expect(refused).rejects.toMatchObject({ reason: "cited_gone" });
    expect(await db.claim.count({ where: { id } })).toBe(0);
    expect(await db.deletedClaim.count({ where: { claimId: id } })).toBe(1);
  });

  test("is not brought back as public evidence of what became confidential, nor while it does", async () => {
    const hide = (tx: Pick<typeof db, "source">) =>
      tx.source.updateMany({ data: { visibility: "confidential" } });
    const { id, author } = await deleted();
    await hide(db);
    const refused = restoreClaim({ actor: author, claimId: id });
    await expect(refused).rejects.toMatchObject({ reason: "cited_gone" });

    await db.source.updateMany({ data: { visibility: "public" } });
    let restored: Promise<unknown> | undefined;
    const whileItBecomesSo = async (tx: Pick<typeof db, "source">) => {
      await hide(tx);
      restored = Promise.allSettled([restoreClaim({ actor: author, claimId: id })]);
      await untilSomebodyWaits();
    };
    await db.$transaction(whileItBecomesSo, { timeout: 20_000 });
    expect(await restored).toMatchObject([{ status: "rejected", reason: { reason: "cited_gone" } }]);
    expect(await db.evidence.count({ where: { claimId: id } })).toBe(0);
  });

  test("takes nothing along that is not kept", async () => {
    const { id } = await deleted();
    const cascading = await db.$queryRaw<{ name: string }[]>`
      WITH RECURSIVE gone AS (
        SELECT 'claims'::regclass::oid AS id
        UNION
        SELECT k.conrelid FROM pg_constraint k JOIN gone g ON k.confrelid = g.id
        WHERE k.contype = 'f' AND k.confdeltype = 'c'
      ) SELECT id::regclass::text AS name FROM gone`;
    const { rows } = await db.deletedClaim.findUniqueOrThrow({ where: { claimId: id } });
    // A draft is in no queue, so nobody put it aside either, and none is of an archive.
    const none = ["queue_entries", "snoozes", "foreign_checks"];
    // That an editor saw evidence, and what other programs were told of one that came back, lapses with it.
    const lapsing = ["evidence_sightings", "webhook_deliveries"];
    const kept = [...Object.keys(rows as object), ...none, ...lapsing];
    expect(cascading.map(({ name }) => name).toSorted()).toEqual(kept.toSorted());
  });

  test("is forgotten after a day", async () => {
    const { id, author } = await deleted();
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    expect(await purgeDeletedClaims({ now: hours(23) })).toBe(0);
    expect(await purgeDeletedClaims({ now: hours(25) })).toBe(1);
    await expect(restoreClaim({ actor: author, claimId: id })).rejects.toMatchObject({ reason: "not_found" });
  });
});

describe("an earlier claim", () => {
  /** A claim with public evidence, and some that is confidential. */
  async function earlier() {
    const claim = await makeClaim();
    const { id: claimId, author: actor } = claim;
    await makeEvidence({ actor, claimId, title: "The treaty", quote: "done at Washington", note: "Page 3." });
    await makeEvidence({ actor, claimId, title: "A letter", visibility: "confidential" });
    await makeEvidence({ actor, claimId, title: "The protocol", stance: "context" });
    return claim;
  }

  const evidenceOf = async (claim: Pick<MadeClaim, "id" | "author">) => {
    const { evidence } = await read(claim);
    return evidence.map(({ id: _, version: __, number: ___, ...item }) => item);
  };

  test("lends its public evidence to a new one, as it stands there, in the same order", async () => {
    const [from, actor] = [await earlier(), await makeMember()];
    const article = await makeArticle();
    const { id } = await createClaim({ actor, ...claimOn(article), sourcesOfId: from.id });
    const copied = await evidenceOf({ id, author: actor });
    expect(copied).toEqual((await evidenceOf(from)).filter(({ visibility }) => visibility === "public"));
    expect(copied.map(({ source }) => source.title)).toEqual(["The treaty", "The protocol"]);
    expect(await actionsOn(id)).toEqual([{ action: "claim.created" }, { action: "evidence.copied" }]);
  });

  test("lends the same evidence once, also to a claim that is changed", async () => {
    const [from, to] = [await earlier(), await makeClaim({ statement: "NATO is of 1949." })];
    const detail = await read(to);
    const input = { ...claimOn(await makeArticle()), statement: detail.statement };
    const { articleId: _, revisionId: __, start: ___, end: ____, ...details } = input;
    const edit = { actor: to.author, claimId: to.id, version: 1, ...details, sourcesOfId: from.id };
    await editClaim(edit);
    await editClaim(edit);
    expect(await evidenceOf(to)).toHaveLength(2);
    expect((await read(to)).version).toBe(1);
    expect(await actionsOn(to.id)).toEqual([{ action: "claim.created" }, { action: "evidence.copied" }]);
  });

  test("is what a new one is put aside for as its duplicate; that can be taken back", async () => {
    const [original, actor] = [await makeClaim(), await makeMember()];
    const article = await makeArticle();
    const { id } = await createClaim({ actor, ...claimOn(article), duplicateOfId: original.id });
    expect(await read({ id, author: actor })).toMatchObject({
      state: "dismissed",
      dismissal: { ground: "duplicate", duplicateOf: { id: original.id } },
    });
    expect(await actionsOn(id)).toEqual([{ action: "claim.created" }, { action: "claim.dismissed" }]);
    await deleteClaim({ actor, claimId: id });
    await restoreClaim({ actor, claimId: id });
    expect((await read({ id, author: actor })).dismissal?.duplicateOf?.id).toBe(original.id);
  });

  test.each(["sourcesOfId", "duplicateOfId"])("that is gone makes no claim (%s)", async (use) => {
    const article = await makeArticle();
    const made = createClaim({ actor: await makeMember(), ...claimOn(article), [use]: nowhere });
    await expect(made).rejects.toMatchObject({ reason: "earlier_gone" });
    expect(await db.claim.count()).toBe(0);
    expect(await db.auditEvent.count({ where: { action: "claim.created" } })).toBe(0);
  });

  test("is not the claim itself", async () => {
    const claim = await makeClaim();
    const { articleId: _, revisionId: __, start: ___, end: ____, ...details } = claimOn(await makeArticle());
    const itself = editClaim({
      actor: claim.author,
      claimId: claim.id,
      version: 1,
      ...details,
      duplicateOfId: claim.id,
    });
    await expect(itself).rejects.toMatchObject({ reason: "duplicate_of_itself" });
  });
});
