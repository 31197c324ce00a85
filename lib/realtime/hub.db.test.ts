import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { editClaim, submitClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { takeClaim, takeNext } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { type Hub, makeHub } from "./hub.ts";
import { announce, articleTopic, memberTopic, type Notice, QUEUE_TOPIC, type Topic } from "./notices.ts";

beforeEach(resetDb);

const hubs: Hub[] = [];
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.stop()));
});

/** A subscriber as in a process of its own, with what it was told. Resolves when it listens. */
async function listener(topics: readonly Topic[]) {
  const hub = makeHub(env.DATABASE_URL);
  hubs.push(hub);
  const notices: Notice[] = [];
  const told = { gaps: 0, stops: 0 };
  const leave = hub.subscribe(topics, {
    onNotice: (notice) => notices.push(notice),
    onGap: () => {
      told.gaps += 1;
    },
    onStop: () => {
      told.stops += 1;
    },
  });
  await vi.waitFor(() => expect(told.gaps).toBe(1));
  return { hub, notices, told, leave };
}

const kindsOf = (notices: readonly Notice[]) => notices.map(({ kind, claimId }) => [kind, claimId]);

const cutConnections = () =>
  db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'proofmark listen' AND datname = current_database()`;

test("every process hears what changed in an article, in order, and nothing of other articles", async () => {
  const claim = await makeClaim();
  const other = await makeClaim();
  const topics = [articleTopic(claim.articleId)];
  const [first, second] = await Promise.all([listener(topics), listener(topics)]);
  const details = { claimantName: null, claimantKind: "person", saidOn: null, saidWhere: null } as const;
  const edit = { ...details, statement: "Reworded.", topics: [], version: 1 };
  await editClaim({ actor: other.author, claimId: other.id, ...edit });
  await editClaim({ actor: claim.author, claimId: claim.id, ...edit });
  const another = await makeClaim({ article: await madeArticle(claim.articleId), words: "Today it has" });
  for (const { notices } of [first, second]) {
    await vi.waitFor(() =>
      expect(kindsOf(notices)).toEqual([
        ["claim", claim.id],
        ["claim", another.id],
      ]),
    );
    expect(notices[0]?.seq).toBeLessThan(notices[1]?.seq ?? 0);
  }
});

test("whoever takes a claim, of their choice or the next one, is announced once and after it is committed", async () => {
  await makeNewsroom();
  const now = new Date();
  const [one, other] = [await makeClaim({ state: "queued", now }), await makeClaim({ state: "queued", now })];
  const [chooser, taker] = [await makeMember({ role: "reviewer" }), await makeMember({ role: "reviewer" })];
  const { notices } = await listener([
    articleTopic(one.articleId),
    articleTopic(other.articleId),
    QUEUE_TOPIC,
  ]);

  await takeClaim({ actor: chooser, claimId: one.id, now });
  await takeClaim({ actor: chooser, claimId: one.id, now });
  await takeNext({ actor: taker, now });
  const expected = [one, other].flatMap(({ id, articleId }) => [
    [articleTopic(articleId), "claim", id],
    [QUEUE_TOPIC, "queue", id],
  ]);
  await vi.waitFor(() =>
    expect(notices.map(({ topic, kind, claimId }) => [topic, kind, claimId])).toEqual(expected),
  );
  const taken = await db.auditEvent.findMany({ where: { action: "claim.taken" }, orderBy: { seq: "asc" } });
  expect(notices.flatMap(({ seq }) => seq ?? [])).toEqual(taken.map(({ seq }) => Number(seq)));
});

async function madeArticle(id: string) {
  const { slug, revisions } = await db.article.findUniqueOrThrow({
    where: { id },
    select: { slug: true, revisions: { select: { id: true, text: true } } },
  });
  return { id, slug, revisionId: revisions[0]?.id ?? "", text: revisions[0]?.text ?? "" };
}

test("what was rolled back is never announced", async () => {
  const claim = await makeClaim();
  const { notices } = await listener([articleTopic(claim.articleId)]);
  // Without evidence it is refused, after nothing or after something was written.
  await expect(submitClaim({ actor: claim.author, claimId: claim.id, now: new Date() })).rejects.toThrow();
  await expect(
    db.$transaction(async (tx) => {
      await announce(tx, { topic: articleTopic(claim.articleId), kind: "comment" });
      throw new Error("and then it went wrong");
    }),
  ).rejects.toThrow("went wrong");
  await db.$transaction((tx) => announce(tx, { topic: articleTopic(claim.articleId), kind: "last" }));
  await vi.waitFor(() => expect(notices.map(({ kind }) => kind)).toEqual(["last"]));
});

test("a connection that was cut is replaced, its subscribers are told, and hear again", async () => {
  const { id } = await makeArticle();
  const { notices, told } = await listener([articleTopic(id)]);
  await cutConnections();
  await vi.waitFor(() => expect(told.gaps).toBe(2), { timeout: 5_000 });
  await db.$transaction((tx) => announce(tx, { topic: articleTopic(id), kind: "comment" }));
  await vi.waitFor(() => expect(notices.map(({ kind }) => kind)).toEqual(["comment"]));
});

test("who left hears nothing more, and a stop is told to all who stayed", async () => {
  const { id } = await makeArticle();
  const { hub, notices, told, leave } = await listener([articleTopic(id)]);
  const stayed: string[] = [];
  hub.subscribe([articleTopic(id)], {
    onNotice: ({ kind }) => stayed.push(kind),
    onGap: () => {},
    onStop: () => stayed.push("stop"),
  });
  leave();
  await db.$transaction((tx) => announce(tx, { topic: articleTopic(id), kind: "comment" }));
  await vi.waitFor(() => expect(stayed).toEqual(["comment"]));
  await hub.stop();
  expect(stayed).toEqual(["comment", "stop"]);
  expect(notices).toEqual([]);
  expect(told.stops).toBe(0);
  expect(hub.size()).toBe(1);
});

test("whoever is disabled, gets another role or is signed out, their streams are told to look again", async () => {
  const member = await makeMember();
  const day = 86_400_000;
  const expiresAt = new Date(Date.now() + day);
  const session = await db.session.create({ data: { memberId: member.id, expiresAt }, select: { id: true } });
  const { notices } = await listener([memberTopic(member.id)]);
  await db.session.update({ where: { id: session.id }, data: { lastSeenAt: new Date() } });
  await db.session.update({ where: { id: session.id }, data: { revokedAt: new Date() } });
  await db.member.update({ where: { id: member.id }, data: { role: "editor" } });
  await db.member.update({ where: { id: member.id }, data: { disabledAt: new Date() } });
  await vi.waitFor(() => expect(notices.map(({ kind }) => kind)).toEqual(["access", "access", "access"]));
});
