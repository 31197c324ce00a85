import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { createClaim } from "#lib/claims/commands.ts";
import { db } from "#lib/db/client.ts";
import { claimOn, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { checkForChanges, saveAsArticle, startImport } from "./commands.ts";
import { runImport } from "./jobs.ts";
import { getImport } from "./queries.ts";

const noon = new Date("2026-03-02T12:00:00Z");

const PARAGRAPHS = [
  "The bridge over the river cost ten million euros, the council says in its report of this spring.",
  "It opened in May after two years of delays, and carries forty thousand cars on an ordinary working day.",
  "The mayor said on Tuesday that it had paid for itself already, which the auditors of the region deny.",
  "Their own figures, published last week, put the yearly toll income at less than a third of the interest.",
];
const page = (paragraphs: readonly string[]) =>
  `<!doctype html><html lang="en"><head><title>The bridge</title></head><body><article><h1>The bridge</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join("")}</article></body></html>`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const html =
  (body: string): Answer =>
  (_, response) => {
    response
      .setHeader("Content-Type", "text/html; charset=utf-8")
      .setHeader("ETag", `"${body.length}"`)
      .end(body);
  };

const server = createServer((request, response) => answer(request, response));
let answer: Answer = html("");
let url = "";

beforeEach(async () => {
  await resetDb();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/bridge`;
  vi.stubEnv("FETCH_ALLOWED_HOSTS", `127.0.0.1:${port}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

async function imported(actor: Actor): Promise<string> {
  const { id } = await startImport({ actor, kind: "url", url, articleId: null, original: null, now: noon });
  await runImport({ importId: id });
  return id;
}

/** An article saved from the page as it is now. */
async function savedArticle(actor: Actor): Promise<{ id: string; slug: string }> {
  const importId = await imported(actor);
  const kept =
    (await getImport(importId))?.read?.parts.flatMap((part, index) => (part.isKept ? [index] : [])) ?? [];
  const details = {
    title: "The bridge",
    byline: null,
    publisher: null,
    sourceUrl: url,
    publishedOn: null,
  } as const;
  return saveAsArticle({ actor, importId, kept, ...details, origin: "external", now: noon });
}

async function check(actor: Actor, articleId: string): Promise<string> {
  const { id } = await checkForChanges({ actor, articleId, now: noon });
  await runImport({ importId: id });
  return id;
}

describe("reading an address", () => {
  test("fetches, keeps the bytes, and leaves the text for a person to look at", async () => {
    answer = html(page(PARAGRAPHS));
    const found = await getImport(await imported(await makeMember()));
    expect(found).toMatchObject({ state: "ready", original: { url, size: page(PARAGRAPHS).length } });
    const text = found?.read?.parts.filter(({ isKept }) => isKept).map((part) => part.text);
    expect(text).toEqual(expect.arrayContaining(PARAGRAPHS));
    expect(found?.read?.metadata).toMatchObject({ title: "The bridge", language: "en" });
  });

  test.each<[string, Answer, string]>([
    ["an error", (_, response) => response.writeHead(404).end(), "fetch_status"],
    [
      "a picture",
      (_, response) => response.setHeader("Content-Type", "image/png").end("x"),
      "fetch_wrong_type",
    ],
    ["a hang-up", (request) => request.socket.destroy(), "fetch_unreachable"],
    ["an empty page", html("<html><body></body></html>"), "import_no_text"],
  ])("that gives %s fails with words for it", async (_, given, reason) => {
    answer = given;
    expect(await getImport(await imported(await makeMember()))).toMatchObject({
      state: "failed",
      failure: { reason },
    });
  });

  test("run twice for the same import fetches and reads once", async () => {
    let asked = 0;
    answer = (request, response) => {
      asked += 1;
      html(page(PARAGRAPHS))(request, response);
    };
    const importId = await imported(await makeMember());
    await runImport({ importId });
    expect(asked).toBe(1);
  });
});

describe("a check for changes", () => {
  test("saves what changed as the next revision, and the claims follow", async () => {
    answer = html(page(PARAGRAPHS));
    const actor = await makeMember();
    const { id, slug } = await savedArticle(actor);
    const { id: revisionId, text } = await db.revision.findFirstOrThrow({ where: { articleId: id } });
    const words = "paid for itself already";
    await createClaim({ actor, ...claimOn({ id, slug, revisionId, text }, words) });

    answer = html(page([PARAGRAPHS[0]?.replace("ten", "twelve") ?? "", ...PARAGRAPHS.slice(1)]));
    const importId = await check(actor, id);
    expect(await getImport(importId)).toMatchObject({ state: "saved" });
    const newest = await db.revision.findFirstOrThrow({
      where: { articleId: id },
      orderBy: { number: "desc" },
    });
    expect(newest).toMatchObject({ number: 2, createdById: actor.id });
    expect(newest.text).toContain("twelve million");
    expect(await db.passage.findFirstOrThrow({ where: { isCurrent: true } })).toMatchObject({
      revisionId: newest.id,
      outcome: "exact",
      quote: words,
    });
  });

  test("asks only for what changed, and takes the server's word that nothing did", async () => {
    answer = html(page(PARAGRAPHS));
    const actor = await makeMember();
    const { id } = await savedArticle(actor);
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.headers["if-none-match"]);
      response.writeHead(304).end();
    };
    expect(await getImport(await check(actor, id))).toMatchObject({ state: "unchanged" });
    expect(asked).toEqual([`"${page(PARAGRAPHS).length}"`]);
  });

  test("of another address asks for all of it, and of one that was corrected since saves nothing", async () => {
    answer = html(page(PARAGRAPHS));
    const actor = await makeMember();
    const { id } = await savedArticle(actor);
    const moved = `${url}-moved`;
    await db.article.update({ where: { id }, data: { sourceUrl: moved } });
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.headers["if-none-match"]);
      html(page([...PARAGRAPHS, "A paragraph was added at the new address of this article."]))(
        request,
        response,
      );
    };
    const { id: importId } = await checkForChanges({ actor, articleId: id, now: noon });
    await db.article.update({ where: { id }, data: { sourceUrl: url } });
    await runImport({ importId });
    expect(asked).toEqual([undefined]);
    expect(await getImport(importId)).toMatchObject({ state: "failed", failure: { reason: "import_gone" } });
    expect(await db.revision.count({ where: { articleId: id } })).toBe(1);
  });

  test("of the same words in other markup makes no revision", async () => {
    answer = html(page(PARAGRAPHS));
    const actor = await makeMember();
    const { id } = await savedArticle(actor);
    answer = html(page(PARAGRAPHS).replaceAll("<p>", '<p class="new">'));
    expect(await getImport(await check(actor, id))).toMatchObject({ state: "unchanged" });
    expect(await db.revision.count({ where: { articleId: id } })).toBe(1);
  });

  test("that finds something else altogether waits for a person", async () => {
    answer = html(page(PARAGRAPHS));
    const actor = await makeMember();
    const { id } = await savedArticle(actor);
    answer = html(
      page([
        "Sign in to read on. Subscribers get every article, every day, on all their devices, without any interruption.",
        "Forgot your password? Ask for another one with the address of your account, and look into your mail box.",
      ]),
    );
    expect(await getImport(await check(actor, id))).toMatchObject({ state: "ready" });
    expect(await db.revision.count({ where: { articleId: id } })).toBe(1);
  });
});
