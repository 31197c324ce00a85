import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { editArticle } from "#lib/articles/commands.ts";
import type { EditArticleInput } from "#lib/articles/schema.ts";
import { assignClaim, snoozeClaim } from "#lib/assignments/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { prioritiseClaim } from "#lib/claims/commands.ts";
import { encodeCursor } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { publishClaim } from "#lib/publishing/commands.ts";
import { releaseExpiredLeases, takeClaim, takeNext } from "#lib/reviews/commands.ts";
import { makeArticle, makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { listFilterChoices } from "./filter-choices.ts";
import { countQueue, listQueue, type QueueItem } from "./queries.ts";
import { queueFilter } from "./schema.ts";
import { QUEUE_VIEWS, type QueueView } from "./values.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const now = minutes(30);

beforeEach(async () => {
  await resetDb();
  await makeNewsroom({ leaseMinutes: 60 });
});

/** What an editor says of when and for how many. */
async function plan({
  actor,
  articleId,
  ...planning
}: Partial<EditArticleInput> & { actor: Actor; articleId: string }) {
  const { title, version } = await db.article.findUniqueOrThrow({ where: { id: articleId } });
  const rest = {
    byline: null,
    publisher: null,
    sourceUrl: null,
    publishedOn: null,
    origin: "external",
  } as const;
  await editArticle({ actor, articleId, version, title, ...rest, ...planning });
}

async function everyView(viewer: Actor): Promise<Record<QueueView, string[]>> {
  const lists = QUEUE_VIEWS.map(async (view) => {
    const { items } = await listQueue({ view, viewer, now });
    return [view, items.map(({ statement }) => statement)] as const;
  });
  return Object.fromEntries(await Promise.all(lists)) as Record<QueueView, string[]>;
}

test("each view holds what its name says, for the one who looks, and counts as it lists", async () => {
  const article = await makeArticle();
  const viewer = await makeMember({ role: "reviewer" });
  const others = {
    author: await makeMember(),
    first: await makeMember({ role: "reviewer" }),
    second: await makeMember({ role: "reviewer" }),
    editor: await makeMember({ role: "editor" }),
  };
  const make = (statement: string, options: Parameters<typeof makeClaim>[0]) =>
    makeClaim({ ...others, article, statement, now: noon, ...options });
  await make("draft", { state: "draft" });
  await make("free", { state: "queued" });
  await make("own", { state: "queued", author: viewer });
  await make("held by another", { state: "in_review" });
  await make("held by me", { state: "in_review", first: viewer });
  await make("left", { state: "in_review", now: minutes(-60) });
  await make("seconds", { state: "second_review" });
  await make("mine before", { state: "second_review", first: viewer });
  await make("differ", { state: "adjudication" });
  await make("ready", { state: "ready" });
  await make("published", { state: "published" });
  await make("dismissed", { state: "dismissed" });
  const forMe = await make("kept for me", { state: "queued" });
  const forOther = await make("kept for another", { state: "queued" });
  const aside = await make("put aside", { state: "queued" });
  const { editor: actor } = others;
  await assignClaim({ actor, claimId: forMe.id, memberId: viewer.id, now });
  await assignClaim({ actor, claimId: forOther.id, memberId: others.second.id, now });
  await snoozeClaim({ actor: viewer, claimId: aside.id, until: minutes(90), now });

  const views = await everyView(viewer);
  expect(views).toEqual({
    mine: ["held by me", "kept for me"],
    next: ["left", "free", "kept for me"],
    second: ["seconds"],
    overdue: [],
    adjudication: ["differ"],
    ready: ["ready"],
    snoozed: ["put aside"],
    all: [
      ...["left", "free", "own", "held by another", "held by me", "seconds", "mine before", "differ"],
      ...["kept for me", "kept for another", "put aside"],
    ],
  });
  const counts = Object.entries(views).map(([view, list]) => [view, list.length]);
  expect(await countQueue({ viewer, now })).toEqual(Object.fromEntries(counts));
});

test("a reporter sees the queue, and that nothing in it is theirs to take", async () => {
  const { author } = await makeClaim({ state: "queued", now: noon });
  const views = await everyView(author);
  expect(views).toMatchObject({ mine: [], next: [], second: [] });
  const { items } = await listQueue({ view: "all", viewer: author, now });
  expect(items).toMatchObject([{ barred: true, mine: false, lease: null }]);
});

test("a line says what a reviewer chooses by", async () => {
  const article = await makeArticle({ title: "On the alliance" });
  const claim = await makeClaim({
    state: "queued",
    article,
    statement: "NATO was founded in 1949.",
    claimantName: "Ada Lovelace",
    topics: ["Treaties", "NATO"],
    now: noon,
  });
  await takeClaim({ actor: claim.first, claimId: claim.id, now: minutes(1) });
  const { items } = await listQueue({ view: "all", viewer: claim.first, now });
  const line: QueueItem = {
    claimId: claim.id,
    number: 1,
    statement: "NATO was founded in 1949.",
    state: "in_review",
    stage: "first",
    priority: 0,
    reasons: [
      { kind: "worth", worth: "deed" },
      { kind: "worth", worth: "number" },
    ],
    enqueuedAt: noon,
    articleId: article.id,
    articleTitle: "On the alliance",
    claimantName: "Ada Lovelace",
    topics: ["NATO", "Treaties"],
    sourceCount: 1,
    lease: { holderId: claim.first.id, holderName: claim.first.name, expiresAt: minutes(61) },
    assignee: null,
    isForViewer: false,
    snoozedUntil: null,
    missing: null,
    mine: true,
    barred: false,
  };
  expect(items).toEqual([line]);
  const { items: later } = await listQueue({ view: "all", viewer: claim.first, now: minutes(61) });
  expect(later).toMatchObject([{ lease: null, mine: false }]);
});

test("pages follow one another without doubles or gaps, through priorities, dates and equal times", async () => {
  const articles = [await makeArticle(), await makeArticle()];
  const people = { author: await makeMember(), editor: await makeMember({ role: "editor" }) };
  for (let count = 0; count < 9; count += 1) {
    const article = articles[count % 2] as (typeof articles)[number];
    const { id, editor } = await makeClaim({ state: "queued", ...people, article, now: minutes(count % 3) });
    if (count % 4 === 0) await prioritiseClaim({ actor: editor, claimId: id, priority: 1 });
  }
  await plan({ actor: people.editor, articleId: articles[1]?.id ?? "", deadlineAt: minutes(90) });
  const viewer = people.editor;
  const whole = (await listQueue({ view: "all", viewer, now })).items.map(({ claimId }) => claimId);
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listQueue>> = await listQueue({
      view: "all",
      viewer,
      now,
      cursor,
      take: 2,
    });
    paged.push(...page.items.map(({ claimId }) => claimId));
    cursor = page.next;
  } while (cursor);
  expect(whole).toHaveLength(9);
  expect(paged).toEqual(whole);
});

test("the list is in the order it is taken in, and says why", async () => {
  const editor = await makeMember({ role: "editor" });
  const made = async (statement: string, planning: Partial<EditArticleInput>, at: number) => {
    const article = await makeArticle();
    await plan({ actor: editor, articleId: article.id, ...planning });
    return makeClaim({ state: "queued", article, statement, now: minutes(at) });
  };
  await made("It is so.", {}, 0);
  await made("In 2019 it fell by 12 percent.", {}, 5);
  await made("It reaches many.", { reach: "wide" }, 6);
  await made("It is due later.", { embargoUntil: minutes(500), deadlineAt: minutes(600) }, 7);
  await made("It was due.", { deadlineAt: minutes(20) }, 8);
  const urgent = await made("It is urgent.", {}, 9);
  await prioritiseClaim({ actor: editor, claimId: urgent.id, priority: 1 });

  const { items } = await listQueue({ view: "all", viewer: editor, now });
  expect(items.map(({ statement, reasons }) => [statement, reasons[0]])).toEqual([
    ["It is urgent.", { kind: "high", by: editor.name }],
    ["It was due.", { kind: "deadline", at: minutes(20), isOver: true }],
    ["It is due later.", { kind: "embargo", at: minutes(500), isOver: false }],
    ["In 2019 it fell by 12 percent.", { kind: "worth", worth: "number" }],
    ["It reaches many.", { kind: "wide" }],
    ["It is so.", undefined],
  ]);
  const overdue = await listQueue({ view: "overdue", viewer: editor, now });
  expect(overdue.items.map(({ statement }) => statement)).toEqual(["It was due."]);

  const actor = await makeMember({ role: "reviewer" });
  for (const { claimId } of items) expect(await takeNext({ actor, now })).toEqual({ claimId });
});

test("a filter shows what fits, and each view counts as it lists", async () => {
  const articles = [await makeArticle({ language: "en" }), await makeArticle({ language: "de" })] as const;
  const people = { author: await makeMember(), editor: await makeMember({ role: "editor" }) };
  const viewer = await makeMember({ role: "reviewer" });
  const [first, second] = [
    await makeClaim({
      ...people,
      article: articles[0],
      topics: ["Trade"],
      claimantName: "Ada",
      state: "queued",
      now: minutes(-4_000),
    }),
    await makeClaim({
      ...people,
      article: articles[1],
      topics: ["Health"],
      claimantName: "Ben",
      state: "queued",
      now,
    }),
    await makeClaim({ ...people, article: articles[1], topics: ["Health"], state: "ready", now }),
  ];
  await assignClaim({ actor: people.editor, claimId: second.id, memberId: viewer.id, now });
  const fit = { [first.id]: "first", [second.id]: "second" };
  const found = async (query: string) => {
    const filter = queueFilter(Object.fromEntries(new URLSearchParams(query)));
    const counts = await countQueue({ viewer, now, filter });
    for (const view of QUEUE_VIEWS) {
      expect((await listQueue({ view, filter, viewer, now })).items, `${view} ${query}`).toHaveLength(
        counts[view],
      );
    }
    const { items } = await listQueue({ view: "all", filter, viewer, now });
    return [...items.map(({ claimId }) => fit[claimId]), ...Array(counts.ready).fill("ready")];
  };
  expect(await found("")).toEqual(["first", "second", "ready"]);
  expect(await found(`article=${articles[0].id}`)).toEqual(["first"]);
  expect(await found("topic=health")).toEqual(["second", "ready"]);
  expect(await found("claimant=ben")).toEqual(["second"]);
  expect(await found("language=de")).toEqual(["second", "ready"]);
  expect(await found("waiting=1")).toEqual(["first"]);
  expect(await found("assignee=me")).toEqual(["second"]);
  expect(await found(`assignee=${viewer.id}&topic=trade`)).toEqual([]);
  expect(await found("assignee=nobody")).toEqual(["first", "ready"]);
  expect(await found("article=x&language=%20&waiting=2&topic=%00")).toEqual(["first", "second", "ready"]);
});

test("a ready claim says what keeps it from being published, and nothing else does", async () => {
  const editor = await makeMember({ role: "editor" });
  const good = await makeClaim({ state: "ready", editor, now });
  const embargoed = await makeArticle();
  const bad = await makeClaim({ state: "ready", article: embargoed, claimantName: "Ada", editor, now });
  await plan({ actor: editor, articleId: embargoed.id, embargoUntil: minutes(90) });

  const { items } = await listQueue({ view: "ready", viewer: editor, now });
  const missing = new Map(items.map((item) => [item.claimId, item.missing]));
  expect(missing.get(good.id)).toEqual([]);
  expect(missing.get(bad.id)).toEqual([{ part: "reply" }, { part: "embargo", until: minutes(90) }]);
  const publish = (claimId: string) =>
    publishClaim({ actor: editor, claimId, overrideItem: null, overrideReason: null, now });
  await expect(publish(bad.id)).rejects.toMatchObject({ reason: "under_embargo" });
  await publish(good.id);
});

test("a page asks as many questions of a thousand claims as of ten, in every view and under every filter", async () => {
  const people = {
    article: await makeArticle(),
    author: await makeMember(),
    editor: await makeMember({ role: "editor" }),
  };
  const asked = vi.spyOn(pg.Client.prototype, "query");
  const { id: articleId } = people.article;
  const filters = ["", `article=${articleId}`, "topic=trade", "language=en&waiting=1", "assignee=nobody"];
  const questions = async () => {
    const counted: Record<string, number> = {};
    for (const view of QUEUE_VIEWS) {
      for (const query of filters) {
        const filter = queueFilter(Object.fromEntries(new URLSearchParams(query)));
        asked.mockClear();
        await listQueue({ view, filter, viewer: people.editor, now });
        await countQueue({ viewer: people.editor, now, filter });
        await listFilterChoices();
        counted[`${view} ${query}`] = asked.mock.calls.length;
      }
    }
    return counted;
  };
  const make = (state: "queued" | "ready") => makeClaim({ state, ...people, topics: ["Trade"], now });
  const some = [await make("queued"), await make("ready")];
  for (const { id } of some) await copyClaim(id, { times: 4 });
  // A connection's first question may come with one about itself.
  await questions();
  const few = await questions();
  for (const { id } of some) await copyClaim(id, { times: 495 });
  expect((await countQueue({ viewer: people.editor, now })).all).toBe(500);
  expect(await questions()).toEqual(few);
});

/** Many of a claim, with its topics and its place in line: faster than by commands. */
async function copyClaim(id: string, { times }: { times: number }): Promise<void> {
  await db.$executeRaw`
    WITH made AS (
      SELECT uuidv7() AS id, (SELECT max(number) FROM claims) + n AS number FROM generate_series(1, ${times}::int) n
    ), copied AS (
      INSERT INTO claims SELECT (jsonb_populate_record(NULL::claims, to_jsonb(c) ||
        jsonb_build_object('id', made.id, 'slug', made.id, 'number', made.number))).*
      FROM claims c, made WHERE c.id = ${id}::uuid
    ), named AS (
      INSERT INTO claim_topics SELECT made.id, t.topic_id FROM claim_topics t, made WHERE t.claim_id = ${id}::uuid
    )
    INSERT INTO queue_entries SELECT (jsonb_populate_record(NULL::queue_entries, to_jsonb(q) ||
      jsonb_build_object('claim_id', made.id))).*
    FROM queue_entries q, made WHERE q.claim_id = ${id}::uuid`;
}

test("a cursor that is none shows the first page", async () => {
  const { editor: viewer } = await makeClaim({ state: "queued", now: noon });
  const beyond = [32_768, -1].map((priority) => encodeCursor([priority, "", noon, viewer.id]));
  const bad = ["x", "[]", btoa("[1,2,3]"), btoa('[1e99,0,"a"]'), btoa("[0,-1,null]"), "%00", "ä", ...beyond];
  for (const cursor of bad) {
    expect((await listQueue({ view: "all", viewer, now, cursor })).items, cursor).toHaveLength(1);
  }
});

test("after the sweep the claim is in the first view again", async () => {
  const { first: viewer } = await makeClaim({ state: "in_review", now: noon });
  expect(await everyView(viewer)).toMatchObject({ mine: [expect.any(String)], next: [] });
  await releaseExpiredLeases({ now: minutes(60) });
  expect(await everyView(viewer)).toMatchObject({ mine: [], next: [expect.any(String)] });
});
