import { globSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { submitClaim } from "#lib/claims/commands.ts";
import { STATE_FILTERS } from "#lib/claims/values.ts";
import { addComment } from "#lib/comments/commands.ts";
import { db } from "#lib/db/client.ts";
import { keepDraft } from "#lib/drafts/commands.ts";
import { PRESETS, TABLES } from "#lib/insights/values.ts";
import { listToMail } from "#lib/notifications/queries.ts";
import { NOTIFICATION_KINDS } from "#lib/notifications/values.ts";
import { QUEUE_VIEWS } from "#lib/queue/values.ts";
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
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";

// What is hidden must not be told by any way there is, not even by a number or an order. So everything that can be read
// is read twice, as each of several members: once with one first verdict, and once with another put in its place. Who may
// not see it must not be able to tell the one from the other, to the letter.

vi.mock("next/headers", () => import("#lib/testing/request.ts"));
vi.mock("next/server", () => import("#lib/testing/request.ts"));

type World = {
  /** All with opinions that are hidden: waiting, taken, after two of three, and in its second round. */
  claims: MadeClaim[];
  article: { id: string; slug: string };
  evidenceId: string;
  sourceId: string;
  first: Actor;
  /** Holds one of them. */
  second: Actor;
};
type Arguments = readonly unknown[];

const asked = (params: Record<string, string | string[]> = {}) => Promise.resolve(params);
const ids = ({ claims }: World): string[] => claims.map(({ id }) => id);
const WORDS = ["zebra", "lion"];
const ofEach = (values: readonly string[], name: string, also: Record<string, string> = {}) =>
  values.map((value): Arguments => [asked({ [name]: value, ...also })]);
const once = (): Arguments[] => [[]];
const onAddress = (): Arguments[] => [[asked()]];
const onArticle = ({ article }: World): Arguments[] => [[article.id]];
const onClaims = (world: World): Arguments[] => ids(world).map((id) => [id]);

/** Every loader there is, with what it is asked. */
const LOADERS: Record<string, (world: World) => Arguments[]> = {
  deskClaims: () => [],
  findClaim: () => [], // loadClaim asks it
  loadArticle: onArticle,
  loadArticleRepairs: onArticle,
  loadArticleWithClaims: onArticle,
  loadArticles: onAddress,
  loadBulk: (world) =>
    ["publish", "assign", "snooze", "release"].map((act) => [asked({ do: act, claim: ids(world) })]),
  loadClaim: onClaims,
  loadClaims: () => [
    ...ofEach([...STATE_FILTERS, ""], "state"),
    ...ofEach(WORDS, "q"),
    ...ofEach(["me"], "author"),
  ],
  loadCommentCounts: onArticle,
  loadComments: (world) => [
    [{ articleId: world.article.id }, asked()],
    ...ids(world).map((claimId) => [{ claimId }, asked()]),
  ],
  loadComparison: ({ article }) => [[article.id, "2", undefined]],
  loadConventions: once,
  loadCorrections: onAddress,
  loadCsv: () => TABLES.map((table) => [table, asked({ range: "all" })]),
  loadDraft: once,
  loadImport: () => [],
  loadInsights: () => [...ofEach(PRESETS, "range"), [asked({ from: "2026-03-02", to: "2026-03-02" })]],
  loadMailSettings: once,
  loadMember: ({ first }) => [[first.id]],
  loadMembers: onAddress,
  loadMethodology: once,
  loadMyWork: once,
  loadNewsroom: once,
  loadNotifications: () => ofEach(["unread", "all"], "view"),
  loadPack: () => ofEach(PRESETS, "range"),
  loadPackJson: () => ofEach(PRESETS, "range"),
  loadPublished: (world) => ids(world).map((id) => [id]),
  loadPublishedArticle: ({ article }) => [[article.slug]],
  loadPublishedList: () => [[asked()], ...ofEach(WORDS, "q"), ...ofEach(["true", "false"], "verdict")],
  loadQueue: (world) => [
    ...ofEach(QUEUE_VIEWS, "view"),
    ...ofEach([world.first.id], "assignee", { view: "all" }),
  ],
  loadQueueCounts: once,
  loadQuoting: ({ evidenceId }) => [[evidenceId]],
  loadRepairCounts: once,
  loadRepairs: onAddress,
  loadRevisions: onArticle,
  loadScales: once,
  loadSettings: once,
  loadSetUp: once,
  loadShortcuts: once,
  loadSignIn: onAddress,
  loadSite: once,
  loadSnapshot: ({ sourceId }) => [[sourceId]],
  loadSource: ({ sourceId }) => [[sourceId]],
  loadSources: () => [[asked()], ...ofEach(WORDS, "q")],
  loadTaskCounts: once,
  loadTasks: onAddress,
  loadUnreadCount: once,
  loadViews: once,
  loadWords: once,
  requireDeskClaim: () => [],
};

type Ask = { path: string; params?: Record<string, string>; init?: RequestInit };

/** Every address that answers scripts, with what it is asked; null: another test has it, or there is nothing to ask. */
const ROUTES: Record<string, ((world: World) => Ask[]) | null> = {
  "app/api/auth/[...nextauth]/route.ts": null, // answers nothing but sign-ins
  "app/api/desk/articles/[id]/claims/route.ts": (world) => [
    { path: `/?ids=${ids(world).join(",")}`, params: { id: world.article.id } },
  ],
  "app/api/desk/articles/[id]/events/route.ts": ({ article }) => [
    { path: "/?after=0", params: { id: article.id }, init: { headers: { Accept: "application/json" } } },
  ],
  "app/api/desk/articles/[id]/presence/route.ts": null, // takes what it is told
  "app/api/desk/claims/checked-before/route.ts": ({ claims }) => [
    { path: "/", init: posted({ statement: "NATO was founded in 1949", exceptId: claims[0]?.id }) },
  ],
  "app/api/desk/comments/counts/route.ts": ({ article }) => [{ path: `/?article=${article.id}` }],
  "app/api/desk/comments/people/route.ts": () => [{ path: "/?q=m" }],
  "app/api/desk/comments/route.ts": (world) => [
    { path: `/?article=${world.article.id}` },
    ...ids(world).map((id) => ({ path: `/?claim=${id}` })),
  ],
  "app/api/desk/drafts/route.ts": ({ claims, first }) => [
    { path: "/" },
    { path: `/?key=${first.id}:verdict:${claims[0]?.id}` },
  ],
  "app/api/desk/names/route.ts": () => [{ path: "/?of=topics&typed=z" }, { path: "/?of=claimants&typed=z" }],
  "app/api/desk/notifications/route.ts": () => [{ path: "/" }],
  "app/api/desk/queue/counts/route.ts": () => QUEUE_VIEWS.map((view) => ({ path: `/?view=${view}` })),
  "app/api/desk/queue/events/route.ts": null, // ids alone: lib/realtime/notices.ts lets nothing else through
  "app/api/desk/search/route.ts": (world) => [
    ...WORDS.map((word) => ({ path: `/?q=${word}` })),
    { path: `/?visited=${ids(world).map((id) => `claim:${id}`)}` },
  ],
  "app/api/desk/snapshots/[id]/file/route.ts": null, // bytes of sources
  "app/api/desk/snapshots/[id]/picture/route.ts": null, // the same
  "app/api/desk/sources/events/route.ts": null, // ids alone
  "app/api/desk/sources/route.ts": () => WORDS.map((word) => ({ path: `/?typed=${word}` })),
  "app/api/health/route.ts": null, // knows of no claim
  "app/desk/insights/csv/[table]/route.ts": () => [{ path: "/?range=30d", params: { table: "reviewers" } }],
  "app/desk/insights/pack/json/route.ts": () => [{ path: "/?range=all" }],
};

function posted(body: object): RequestInit {
  const headers = { Origin: "http://localhost:3000", "Content-Type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

type Loaders = Record<string, (...args: readonly unknown[]) => unknown>;

async function listLoaders(): Promise<Loaders> {
  const files = globSync("lib/*/loaders.ts").map((file) => import(resolve(file)) as Promise<Loaders>);
  const exported = (await Promise.all(files)).flatMap((module) => Object.entries(module));
  return Object.fromEntries(exported.filter(([, value]) => typeof value === "function"));
}

test("every loader and every address for scripts has a row in the tables here", async () => {
  expect(Object.keys(await listLoaders()).toSorted()).toEqual(Object.keys(LOADERS).toSorted());
  expect(globSync("app/**/route.ts").toSorted()).toEqual(Object.keys(ROUTES).toSorted());
});

let world: World;
const NOW = new Date("2026-03-02T12:00:00Z");
/** By then everything is due to be mailed. */
const NEXT_DAY = new Date("2026-03-03T12:00:00Z");

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
    const where = { claimId: { in: ids(world) } };
    const data = { ratingId, conclusion: "A lion.", rationale: "A lion and a lion." };
    await tx.review.updateMany({ where, data });
    await tx.verdict.updateMany({ where, data });
    await tx.comment.updateMany({ where: { authorId: world.first.id }, data: { body: "lion" } });
    await tx.draft.updateMany({ data: { content: JSON.stringify(draftOf("lion")) } });
  });
}

/** All that `viewer` is told, by what was asked. */
async function readAll(viewer: Actor | null): Promise<Map<string, string>> {
  await askAs(viewer);
  const loaders = await listLoaders();
  const loaded = Object.entries(loaders).flatMap(([name, load]) =>
    (LOADERS[name]?.(world) ?? []).map(
      async (args) => [`${name}(${await textOf(Promise.all(args))})`, await textOf(load(...args))] as const,
    ),
  );
  const answered = Object.entries(ROUTES).flatMap(([file, asks]) =>
    (asks?.(world) ?? []).map(async ({ path, params, init }) => {
      const handler = await handlerOf(file);
      const request = new Request(`http://localhost:3000${path}`, init);
      const answer = handler(request, { params: Promise.resolve(params ?? {}) });
      const said = await textOf(answer.then(async (it) => [it.status, await it.text()]));
      return [`${file} ${path} ${JSON.stringify(params)}`, said] as const;
    }),
  );
  const letters = viewer
    ? listToMail({ memberId: viewer.id, kinds: NOTIFICATION_KINDS, now: NEXT_DAY })
    : null;
  return new Map([...(await Promise.all([...loaded, ...answered])), ["letters", await textOf(letters)]]);
}

type Handler = (request: Request, context: object) => Promise<Response>;

async function handlerOf(file: string): Promise<Handler> {
  const { GET, POST } = (await import(resolve(file))) as { GET?: Handler; POST?: Handler };
  const handler = GET ?? POST;
  if (!handler) throw new Error(`${file} answers neither GET nor POST`);
  return handler;
}

/** As text, also what it fails with: where somebody is led, or that there is nothing. */
async function textOf(given: unknown): Promise<string> {
  try {
    return JSON.stringify(await given, (_, value) =>
      value instanceof Map || value instanceof Set
        ? [...value]
        : typeof value === "bigint"
          ? `${value}n`
          : value,
    );
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

test("whichever verdict was given first, nobody who may not see it is told anything else", async () => {
  const { claims, first, second } = world;
  const [waiting] = claims;
  if (!waiting) throw new Error("There are no claims");
  const own = await readAll(first);
  const viewers = {
    nobody: null,
    author: waiting.author,
    bystander: await makeMember({ role: "reporter" }),
    second,
    admin: await makeMember({ role: "admin" }),
  };
  const before = new Map<string, Map<string, string>>();
  for (const [who, viewer] of Object.entries(viewers)) before.set(who, await readAll(viewer));
  await sayOtherwise();
  for (const [who, viewer] of Object.entries(viewers)) {
    for (const [what, told] of await readAll(viewer)) {
      expect.soft(told, `${who}: ${what}`).toBe(before.get(who)?.get(what));
    }
  }
  // Whoever gave it is told of it: what is read does tell verdicts.
  expect(own.get(`loadClaim(["${waiting.id}"])`)).toContain("Concluded by The First.");
  expect((await readAll(first)).get(`loadClaim(["${waiting.id}"])`)).toContain("A lion.");
}, 120_000);

test("whichever source is cited in confidence, nobody who may not see it is told anything else", async () => {
  const { claims, second } = world;
  const viewers = { nobody: null, bystander: await makeMember({ role: "reporter" }), second };
  const read = async () => {
    const said = new Map<string, string>();
    for (const [who, viewer] of Object.entries(viewers))
      for (const [what, told] of await readAll(viewer)) said.set(`${who}: ${what}`, told);
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
  const known = (await readAll(claims[0]?.author ?? null)).get(`loadClaim(["${claims[0]?.id}"])`);
  expect(known).toContain("https://lion.example/");
}, 120_000);
