import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepHeads } from "#lib/audit/commands.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { installQueue } from "#lib/jobs/queue.ts";
import { disableMember } from "#lib/members/commands.ts";
import { ask, readImports, SEEN, tokenFor } from "#lib/testing/api.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { OPERATIONS } from "./operations.ts";

// Every operation is done, and every answer is held against the document (lib/testing/api.ts).

const TEXT =
  "The bridge opened in 1932. 🌉 It carries 160,000 vehicles a day.\n\nThe minister said that tolls paid for it.";

let people: Record<"reporter" | "first" | "second" | "editor", Actor>;
let tokens: Record<keyof typeof people, string>;
let worker: ReturnType<typeof readImports>;

beforeAll(async () => {
  await resetDb();
  await installQueue({ connectionString: process.env.DATABASE_URL ?? "" });
  await makeNewsroom();
  const [reporter, first, second, editor] = await Promise.all([
    makeMember({ role: "reporter" }),
    makeMember({ role: "reviewer" }),
    makeMember({ role: "reviewer" }),
    makeMember({ role: "editor" }),
  ]);
  people = { reporter, first, second, editor };
  tokens = {
    reporter: await tokenFor(reporter),
    first: await tokenFor(first),
    second: await tokenFor(second),
    editor: await tokenFor(editor),
  };
  worker = readImports();
}, 120_000);
afterAll(() => worker.stop());

type Body = Record<string, never> & { id: string; state: string; version: number };
const as = (body: unknown) => body as Body & Record<string, unknown>;

async function makeArticle() {
  const body = { text: TEXT, title: "The bridge", origin: "external", url: "https://paper.example/bridge" };
  const { status, body: made } = await ask("POST /articles", { token: tokens.reporter, body });
  expect(status).toBe(201);
  return made as { id: string; revision: { text: string; number: number } };
}

const upTo = (text: string, words: string) => Array.from(text.slice(0, text.indexOf(words))).length;

function selectors(text: string, words: string) {
  const start = upTo(text, words);
  return [
    { type: "TextQuoteSelector", exact: words },
    { type: "TextPositionSelector", start, end: start + Array.from(words).length },
  ];
}

async function makeDraft(words = "It carries 160,000 vehicles a day", also: object = {}) {
  const article = await makeArticle();
  const body = { selector: selectors(article.revision.text, words), ...also };
  const made = await ask(`POST /articles/${article.id}/claims`, { token: tokens.reporter, body });
  expect(made.status).toBe(201);
  return { article, claim: as(made.body) };
}

async function attach(claimId: string) {
  const source = { url: `https://source.example/${claimId}`, title: "The count", kind: "primary" };
  const body = { source, stance: "supports", noSnapshotReason: "It does not change." };
  return ask(`POST /claims/${claimId}/evidence`, { token: tokens.reporter, body });
}

async function makeQueued() {
  const { article, claim } = await makeDraft();
  expect((await attach(claim.id)).status).toBe(201);
  const checks = { version: claim.version, searchNote: "Nothing to the contrary." };
  expect((await ask(`PATCH /claims/${claim.id}`, { token: tokens.reporter, body: checks })).status).toBe(200);
  const submitted = await ask(`POST /claims/${claim.id}/submit`, { token: tokens.reporter, body: {} });
  expect(as(submitted.body).state).toBe("queued");
  return { article, id: claim.id };
}

const VERDICT = { rating: "true", conclusion: "It does.", rationale: "The count says so." };

async function makePublished() {
  const { article, id } = await makeQueued();
  for (const token of [tokens.first, tokens.second]) {
    expect((await ask(`POST /claims/${id}/take`, { token, body: {} })).status).toBe(200);
    expect((await ask(`POST /claims/${id}/verdicts`, { token, body: VERDICT })).status).toBe(201);
  }
  const published = await ask(`POST /claims/${id}/publish`, { token: tokens.editor, body: {} });
  expect(as(published.body)).toMatchObject({ state: "published" });
  return { article, id };
}

describe("the life of a claim by the API", () => {
  test("from the article to the withdrawal, read by programs with and without a token", async () => {
    const { article, id } = await makePublished();
    for (const token of [null, tokens.reporter]) {
      const reads = [
        "/articles",
        "/claims",
        "/claims?q=vehicles&limit=1",
        `/articles/${article.id}`,
        `/articles/${article.id}/annotations`,
        `/claims/${id}`,
      ];
      for (const path of reads)
        expect([path, (await ask(`GET ${path}`, { token })).status]).toEqual([path, 200]);
    }
    expect((await ask(`GET /articles/${article.id}/revisions/1`, { token: tokens.reporter })).status).toBe(
      200,
    );
    // No claimant: nobody's claim is reviewed.
    expect(await ask(`GET /claims/${id}/claimreview`)).toMatchObject({
      status: 409,
      body: { reason: "no_claimant" },
    });
    const correction = { type: "update", reason: "Clearer.", conclusion: "It does, on most days." };
    expect(
      (await ask(`POST /claims/${id}/corrections`, { token: tokens.editor, body: correction })).status,
    ).toBe(201);
    expect(as((await ask(`GET /claims/${id}`)).body)).toMatchObject({
      verdict: { conclusion: "It does, on most days." },
      corrections: [{ type: "update" }],
    });
    const events = await ask(`GET /audit?article=${article.id}&limit=3`, { token: tokens.editor });
    expect((events.body as { items: unknown[] }).items).toHaveLength(3);
    const newest = await db.auditEvent.findFirst({
      where: { articleId: article.id },
      orderBy: { seq: "desc" },
    });
    expect(newest).toMatchObject({ action: "claim.corrected", tokenName: expect.any(String) });
    expect(events.headers.get("link")).toMatch(/rel="next"$/);
    const key = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" });
    await keepHeads({ privateKey: key.toString("base64"), now: new Date(), keep: async () => {} });
    const heads = await ask("GET /audit/heads?limit=1", { token: tokens.editor });
    expect(heads).toMatchObject({ status: 200, body: { items: [{ v: 1 }], next: expect.any(String) } });
    expect(heads.headers.get("link")).toMatch(/rel="next"$/);
    const reason = { reason: "The count was wrong." };
    expect((await ask(`POST /claims/${id}/withdraw`, { token: tokens.editor, body: reason })).status).toBe(
      200,
    );
    expect(as((await ask(`GET /claims/${id}`)).body)).toMatchObject({ state: "withdrawn", statement: null });
  });

  test("a claimant's claim has a ClaimReview once it is published", async () => {
    const made = await makeClaim({ state: "published", claimantName: "Wire", claimantKind: "other" });
    expect((await ask(`GET /claims/${made.id}/claimreview`)).status).toBe(200);
  });

  test("back and forth: taken, given back, sent back, dismissed, opened again", async () => {
    const { id } = await makeQueued();
    const next = await ask("POST /queue/take", { token: tokens.first, body: {} });
    expect(as(next.body)).toMatchObject({ id, lease: { holder: { id: people.first.id } } });
    expect((await ask("POST /queue/take", { token: tokens.second, body: {} })).status).toBe(404);
    for (const [step, body, token] of [
      ["release", {}, tokens.first],
      ["take", {}, tokens.first],
      ["return", { reason: "Which day?" }, tokens.first],
      ["dismiss", { ground: "out_of_scope", reason: "Old." }, tokens.reporter],
      ["reopen", {}, tokens.reporter],
    ] as const) {
      expect([step, (await ask(`POST /claims/${id}/${step}`, { token, body })).status]).toEqual([step, 200]);
    }
    expect(await ask(`POST /claims/${id}/publish`, { token: tokens.editor, body: {} })).toMatchObject({
      status: 409,
      body: { reason: "wrong_state" },
    });
  });

  test("a new text says where each claim's words stand now, and the same text changes nothing", async () => {
    const { article, claim } = await makeDraft();
    const path = `POST /articles/${article.id}/revisions`;
    const same = await ask(path, { token: tokens.reporter, body: { text: TEXT } });
    expect(same).toMatchObject({ status: 200, body: { outcome: "unchanged" } });
    const text = `A word before.\n\n${TEXT}`;
    const changed = await ask(path, { token: tokens.reporter, body: { text } });
    expect(changed).toMatchObject({ status: 201, body: { passages: [{ claimId: claim.id }] } });
    const [passage] = (changed.body as { passages: { start: number; end: number }[] }).passages;
    expect(text.slice(passage?.start, passage?.end)).toBe("It carries 160,000 vehicles a day");
  });
});

describe("selectors", () => {
  test("count code points: words behind a bridge of two code units are found by their place alone", async () => {
    const article = await makeArticle();
    const [, position] = selectors(article.revision.text, "tolls paid for it");
    const made = await ask(`POST /articles/${article.id}/claims`, {
      token: tokens.reporter,
      body: { selector: [position] },
    });
    const { statement, passages } = as(made.body) as unknown as {
      statement: string;
      passages: { selector: unknown[] }[];
    };
    expect(statement).toBe("tolls paid for it");
    expect(passages[0]?.selector).toContainEqual(position);
  });

  test.each([
    ["words that are not there", [{ type: "TextQuoteSelector", exact: "The tunnel" }], "words_not_there"],
    ["words in several places", [{ type: "TextQuoteSelector", exact: "The " }], "words_ambiguous"],
    [
      "a place behind the end",
      [{ type: "TextPositionSelector", start: 4_000, end: 4_010 }],
      "words_not_there",
    ],
  ])("%s are refused", async (_, selector, reason) => {
    const article = await makeArticle();
    const refused = await ask(`POST /articles/${article.id}/claims`, {
      token: tokens.reporter,
      body: { selector },
    });
    expect(refused).toMatchObject({ status: 422, body: { reason } });
  });
});

describe("an idempotency key", () => {
  test("has a request done once, of many at a time too, and answered alike; another body is refused", async () => {
    const { id: articleId, revision } = await makeArticle();
    const headers = { "Idempotency-Key": "made-once" };
    const body = { selector: selectors(revision.text, "The bridge opened in 1932") };
    const path = `POST /articles/${articleId}/claims`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ask(path, { token: tokens.reporter, body, headers })),
    );
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await db.claim.count({ where: { articleId } })).toBe(1);
    const other = { ...body, statement: "Another." };
    expect(await ask(path, { token: tokens.reporter, body: other, headers })).toMatchObject({
      status: 422,
      body: { reason: "key_used" },
    });
    // Another token's key is another key.
    expect((await ask(path, { token: tokens.first, body: other, headers })).status).toBe(201);
  });

  test("whose process died over the answer is answered without doing it again", async () => {
    const { id: articleId, revision } = await makeArticle();
    const headers = { "Idempotency-Key": "died" };
    const body = { selector: selectors(revision.text, "The bridge opened in 1932") };
    const path = `POST /articles/${articleId}/claims`;
    const first = await ask(path, { token: tokens.reporter, body, headers });
    await db.$executeRaw`UPDATE api_answers SET answer = NULL, began_at = now() - interval '2 minutes' WHERE key = 'died'`;
    const again = await ask(path, { token: tokens.reporter, body, headers });
    expect(again.body).toEqual(first.body);
    expect(await db.claim.count({ where: { articleId } })).toBe(1);
  });

  test("of what was refused is tried anew", async () => {
    const { claim } = await makeDraft();
    const asked = { token: tokens.reporter, body: {}, headers: { "Idempotency-Key": "again" } };
    expect((await ask(`POST /claims/${claim.id}/submit`, asked)).status).toBe(409);
    await attach(claim.id);
    expect((await ask(`POST /claims/${claim.id}/submit`, asked)).status).toBe(200);
  });
});

describe("what is refused", () => {
  test("everything but published data, without a token or with a bad one", async () => {
    const { article, claim } = await makeDraft();
    for (const path of [
      `/claims/${claim.id}`,
      `/articles/${article.id}`,
      `/articles/${article.id}/annotations`,
      `/articles/${article.id}/revisions/1`,
    ])
      expect((await ask(`GET ${path}`)).status).toBe(404);
    for (const { method, path, scope } of OPERATIONS) {
      if (scope === "public") continue;
      const what = `${method} ${path.replace("{id}", claim.id)}`;
      const refused = await ask(what, method === "GET" ? {} : { body: {} });
      expect([what, refused.status]).toEqual([what, 401]);
      expect(refused.headers.get("www-authenticate")).toContain("Bearer");
    }
    expect(await ask("GET /claims", { token: "pm_wrong" })).toMatchObject({ status: 401 });
  });

  test("what the token has no scope for, or its member no role, from the next request on", async () => {
    const member = await makeMember({ role: "editor" });
    const token = await tokenFor(member, ["read"]);
    const { claim } = await makeDraft();
    expect(await ask(`POST /claims/${claim.id}/submit`, { token, body: {} })).toMatchObject({
      status: 403,
      body: { reason: "scope_missing" },
    });
    expect((await ask("GET /audit", { token: tokens.reporter })).status).toBe(403);
    expect((await ask("POST /queue/take", { token: tokens.reporter, body: {} })).status).toBe(403);
    expect((await ask("GET /claims", { token })).status).toBe(200);
    const admin = await makeMember({ role: "admin" });
    await disableMember({ actor: admin, memberId: member.id, now: new Date() });
    expect((await ask("GET /claims", { token })).status).toBe(401);
  });

  test("a stale version, fields nobody knows, too much, too deep, and what is no JSON", async () => {
    const { claim } = await makeDraft();
    const path = `PATCH /claims/${claim.id}`;
    const token = tokens.reporter;
    expect((await ask(path, { token, body: { version: 99, statement: "x" } })).status).toBe(409);
    expect(await ask(path, { token, body: { version: 1, stement: "x" } })).toMatchObject({ status: 400 });
    expect(await ask(path, { token, body: { version: "1", topics: "x" } })).toMatchObject({
      status: 400,
      body: { errors: { version: expect.any(String), topics: expect.any(String) } },
    });
    expect((await ask(path, { token, raw: "{" })).status).toBe(400);
    expect((await ask(path, { token, raw: "[".repeat(40) })).status).toBe(400);
    expect((await ask(path, { token, raw: new Uint8Array([0x22, 0xff, 0x22]) })).status).toBe(400);
    expect((await ask(path, { token, raw: "x".repeat(300_000) })).status).toBe(413);
    expect((await ask(path, { token, raw: "a=b", headers: { "Content-Type": "text/plain" } })).status).toBe(
      415,
    );
    expect((await ask("GET /claims?limit=1000", { token })).status).toBe(400);
    expect((await ask("GET /claims?cursor=nonsense", { token })).status).toBe(400);
    expect((await ask("GET /claims?nothing=1", { token })).status).toBe(400);
  });

  test("methods and addresses there are not", async () => {
    const wrong = await ask("DELETE /claims");
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect((await ask("GET /nothing")).status).toBe(404);
    expect((await ask("GET /claims/none")).status).toBe(404);
  });
});

test("published data may be kept and asked for again, by other sites too; the rest by nobody", async () => {
  const { id } = await makePublished();
  const first = await ask(`GET /claims/${id}`);
  expect(first.headers.get("access-control-allow-origin")).toBe("*");
  const etag = first.headers.get("etag") ?? "";
  expect((await ask(`GET /claims/${id}`, { headers: { "If-None-Match": etag } })).status).toBe(304);
  const own = await ask(`GET /claims/${id}`, { token: tokens.reporter });
  expect(own.headers.get("cache-control")).toBe("no-store");
  expect(own.headers.get("ratelimit")).toMatch(/^"token";r=\d+;t=\d+$/);
});

test("lists lead from page to page, each item once", async () => {
  const seen: string[] = [];
  for (let path: string | null = "/claims?limit=2"; path !== null; ) {
    const { body, headers } = await ask(`GET ${path}`, { token: tokens.reporter });
    seen.push(...(body as { items: { id: string }[] }).items.map(({ id }) => id));
    const next = /<[^>]*\/api\/v1([^>]*)>; rel="next"/.exec(headers.get("link") ?? "");
    path = next?.[1] ?? null;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(await db.claim.count());
});

test("whoever asks too often is told how long to wait", async () => {
  const token = await tokenFor(await makeMember());
  process.env.API_REQUESTS_PER_MINUTE = "2";
  const statuses = [];
  for (let asked = 0; asked < 3; asked += 1) statuses.push(await ask("GET /claims", { token }));
  delete process.env.API_REQUESTS_PER_MINUTE;
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(Number(statuses[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("every operation of the document was done, and gave every answer of success it tells of", () => {
  const missing = OPERATIONS.flatMap(({ id, answers }) =>
    Object.keys(answers)
      .filter((status) => !SEEN.get(id)?.has(Number(status)))
      .map((status) => `${id} ${status}`),
  );
  expect(missing).toEqual([]);
});
