import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { getArticle } from "#lib/articles/queries.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeMember, revise } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  beginImport,
  checkDueArticles,
  checkForChanges,
  failImport,
  finishImport,
  purgeImports,
  retryImport,
  saveAsArticle,
  saveAsRevision,
  saveChecked,
  startImport,
} from "./commands.ts";
import { getImport, listSameAddress } from "./queries.ts";
import type { ReadArticle, ReadPart, SaveAsArticleInput } from "./schema.ts";

beforeEach(resetDb);

const noon = new Date("2026-03-02T12:00:00Z");
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);

const part = (text: string, isKept = true): ReadPart => ({ type: "paragraph", text, isKept });

const READ: ReadArticle = {
  parts: [part("The council spent ten million."), part("Our newsletter"), part("A caption.", false)],
  metadata: {
    title: "The bridge",
    byline: null,
    publisher: "The Daily",
    publishedOn: "2026-03-01",
    canonicalUrl: null,
    language: "en",
    direction: "ltr",
  },
  notes: [],
};

const details: Omit<SaveAsArticleInput, "importId" | "kept"> = {
  title: "The bridge",
  byline: null,
  publisher: "The Daily",
  sourceUrl: "https://daily.example/bridge",
  publishedOn: "2026-03-01",
  origin: "external",
};

const words = (text: string) => new TextEncoder().encode(text);

async function pasted(actor: Actor, options: { articleId?: string; text?: string } = {}): Promise<string> {
  const { articleId = null, text = "Pasted words." } = options;
  const original = { bytes: words(text), contentType: "text/plain; charset=utf-8", url: null };
  const { id } = await startImport({ actor, kind: "text", url: null, articleId, original, now: noon });
  return id;
}

/** An import that was read and waits for a person. */
async function readyImport(
  actor: Actor,
  options: { articleId?: string; read?: ReadArticle } = {},
): Promise<string> {
  const importId = await pasted(actor, options);
  await beginImport({ importId, now: noon });
  await finishImport({ importId, read: options.read ?? READ, now: noon });
  return importId;
}

const jobs = () => db.$queryRaw<{ data: { importId: string } }[]>`
  SELECT data FROM pgboss.job WHERE name = 'imports.run' AND state = 'created'`;

describe("startImport", () => {
  test("keeps the bytes compressed, and asks the worker in the same transaction", async () => {
    await db.$executeRaw`DELETE FROM pgboss.job`;
    const importId = await pasted(await makeMember(), { text: "Grüße, 世界" });
    const original = await db.original.findFirstOrThrow();
    expect(gunzipSync(original.content).toString()).toBe("Grüße, 世界");
    const sha256 = createHash("sha256").update("Grüße, 世界").digest("hex");
    expect(original).toMatchObject({ size: words("Grüße, 世界").length, sha256, readAt: noon });
    expect((await jobs()).map(({ data }) => data)).toEqual([{ importId }]);
  });

  test("refuses what is too large before anything is kept, and an article that is not there", async () => {
    const actor = await makeMember();
    const original = { bytes: new Uint8Array(10_000_001), contentType: null, url: null };
    const large = startImport({ actor, kind: "file", url: null, articleId: null, original, now: noon });
    await expect(large).rejects.toMatchObject({ reason: "import_too_large" });
    const nowhere = pasted(actor, { articleId: "01890000-0000-7000-8000-000000000000" });
    await expect(nowhere).rejects.toMatchObject({ reason: "not_found" });
    expect([await db.import.count(), await db.original.count()]).toEqual([0, 0]);
  });
});

describe("an import that failed", () => {
  test("says why, and can be tried again with what it was given", async () => {
    const actor = await makeMember();
    const importId = await pasted(actor);
    await beginImport({ importId, now: noon });
    await failImport({ importId, error: new Error("out of order"), now: noon });
    expect(await getImport(importId)).toMatchObject({
      state: "failed",
      failure: { reason: "import_failed" },
    });
    const again = await retryImport({ actor, importId, now: hours(1) });
    expect(await getImport(again.id)).toMatchObject({ state: "waiting", original: { size: 13 } });
  });

  test("that did not fail cannot be tried again, and a check looks anew", async () => {
    const actor = await makeMember();
    const ready = await readyImport(actor);
    await expect(retryImport({ actor, importId: ready, now: noon })).rejects.toMatchObject({
      reason: "import_gone",
    });
    const article = await makeArticle({ actor, sourceUrl: "https://daily.example/bridge" });
    const stuck = await checkForChanges({ actor, articleId: article.id, now: noon });
    const again = await retryImport({ actor, importId: stuck.id, now: hours(1) });
    expect(await getImport(again.id)).toMatchObject({ state: "waiting", isCheck: true, original: null });
    expect(await getImport(stuck.id)).toMatchObject({ state: "failed" });
  });

  test("stays failed when its worker comes back, and a finished one stays finished", async () => {
    const actor = await makeMember();
    const importId = await readyImport(actor);
    await failImport({ importId, error: new Error("too late"), now: noon });
    expect(await beginImport({ importId, now: noon })).toBeNull();
    expect(await getImport(importId)).toMatchObject({ state: "ready", failure: null });
  });
});

describe("saveAsArticle", () => {
  test("makes an article of the blocks that were left in, and remembers what the person decided", async () => {
    const actor = await makeMember();
    const importId = await readyImport(actor);
    const { id } = await saveAsArticle({
      actor,
      importId,
      kept: [0, 2],
      ...details,
      language: "fr",
      now: noon,
    });
    expect(await getArticle(id)).toMatchObject({
      title: "The bridge",
      language: "fr",
      revision: { number: 1, text: "The council spent ten million.\n\nA caption." },
    });
    const article = await db.article.findUniqueOrThrow({ where: { id } });
    expect(article.importChoices).toEqual({ leftOut: ["Our newsletter"], broughtBack: ["A caption."] });
    const revision = await db.revision.findFirstOrThrow({ where: { articleId: id } });
    expect(revision.originalId).not.toBeNull();
    expect(await getImport(importId)).toMatchObject({ state: "saved", article: { id } });
  });

  test("of two people saving the same import, one does, the other is told", async () => {
    const [ana, ben] = await Promise.all([makeMember(), makeMember()]);
    const importId = await readyImport(ana);
    const results = await Promise.allSettled(
      [ana, ben].map((actor) => saveAsArticle({ actor, importId, kept: [0], ...details, now: noon })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "import_gone" },
    });
    expect(await db.article.count()).toBe(1);
  });

  test("refuses an article of nothing, and leaves the import for another try", async () => {
    const actor = await makeMember();
    const importId = await readyImport(actor);
    const nothing = saveAsArticle({ actor, importId, kept: [99], ...details, now: noon });
    await expect(nothing).rejects.toMatchObject({ reason: "nothing_kept" });
    expect(await getImport(importId)).toMatchObject({ state: "ready" });
  });

  test("finds what came from the same address, as a hint", async () => {
    const actor = await makeMember();
    const { id } = await saveAsArticle({
      actor,
      importId: await readyImport(actor),
      kept: [0],
      ...details,
      now: noon,
    });
    expect(await listSameAddress(["https://daily.example/bridge"])).toMatchObject([{ id }]);
    expect(await listSameAddress(["https://daily.example/other"])).toEqual([]);
  });
});

describe("saveAsRevision", () => {
  test("makes the article's next text, and adds to what the person decided before", async () => {
    const actor = await makeMember();
    const first = await readyImport(actor);
    const { id } = await saveAsArticle({ actor, importId: first, kept: [0], ...details, now: noon });
    const read = { ...READ, parts: [part("The council spent twelve million."), part("Share this")] };
    const importId = await readyImport(actor, { articleId: id, read });
    const { added } = await saveAsRevision({ actor, importId, kept: [0], now: noon });
    expect(added).toMatchObject({ number: 2 });
    const article = await db.article.findUniqueOrThrow({ where: { id } });
    expect(article.importChoices).toEqual({ leftOut: ["Our newsletter", "Share this"], broughtBack: [] });
  });

  test("of the same text makes none", async () => {
    const actor = await makeMember();
    const article = await makeArticle({ actor, text: "The council spent ten million." });
    const importId = await readyImport(actor, { articleId: article.id });
    expect(await saveAsRevision({ actor, importId, kept: [0], now: noon })).toMatchObject({ added: null });
    expect(await db.revision.count({ where: { articleId: article.id } })).toBe(1);
  });

  test("is no way to save an import of something else", async () => {
    const actor = await makeMember();
    const importId = await readyImport(actor);
    const refused = saveAsRevision({ actor, importId, kept: [0], now: noon });
    await expect(refused).rejects.toMatchObject({ reason: "import_gone" });
    expect(await getImport(importId)).toMatchObject({ state: "ready" });
  });
});

describe("an import compared with a text that is not the newest any more", () => {
  const newText = (text: string): ReadArticle => ({ ...READ, parts: [part(text)] });

  test("is not saved over the newer one, and can be read again", async () => {
    const actor = await makeMember();
    const article = await makeArticle({ actor });
    const importId = await readyImport(actor, { articleId: article.id, read: newText("Compared.") });
    await revise(article.id, "Somebody was faster.");
    const save = (id: string) => saveAsRevision({ actor, importId: id, kept: [0], now: noon });
    await expect(save(importId)).rejects.toMatchObject({
      reason: "newer_text",
      values: { basedOn: 1, newest: 2 },
    });
    expect(await getImport(importId)).toMatchObject({ state: "ready", basedOn: 1 });

    const again = await retryImport({ actor, importId, now: noon });
    await beginImport({ importId: again.id, now: noon });
    await finishImport({ importId: again.id, read: newText("Compared."), now: noon });
    expect(await save(again.id)).toMatchObject({ added: { number: 3 } });
  });

  test("saved while another is: one text is added, the other person is told", async () => {
    const actor = await makeMember();
    const article = await makeArticle({ actor });
    const importIds = [
      await readyImport(actor, { articleId: article.id, read: newText("The one.") }),
      await readyImport(actor, { articleId: article.id, read: newText("The other.") }),
    ];
    const results = await Promise.allSettled(
      importIds.map((importId) => saveAsRevision({ actor, importId, kept: [0], now: noon })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "newer_text" },
    });
    expect(await db.revision.count({ where: { articleId: article.id } })).toBe(2);
  });

  test("says so when it is a check, and an address is looked at anew", async () => {
    const actor = await makeMember();
    const article = await makeArticle({ actor, sourceUrl: "https://daily.example/bridge" });
    const check = await checkForChanges({ actor, articleId: article.id, now: noon });
    await beginImport({ importId: check.id, now: noon });
    await revise(article.id, "Somebody was faster.");
    const saved = saveChecked({ importId: check.id, read: newText("Fetched before."), now: noon });
    await expect(saved).rejects.toMatchObject({ reason: "newer_text" });

    const original = { bytes: words("<p>Before.</p>"), contentType: "text/html", url: null };
    const { id } = await startImport({
      actor,
      kind: "url",
      url: "https://daily.example/bridge",
      articleId: article.id,
      original,
      now: noon,
    });
    await beginImport({ importId: id, now: noon });
    await finishImport({ importId: id, read: newText("Before."), now: noon });
    await revise(article.id, "Faster again.");
    const again = await retryImport({ actor, importId: id, now: noon });
    expect(await getImport(again.id)).toMatchObject({ original: null, basedOn: 3 });
  });

  test("of the same words is no new text, however old", async () => {
    const actor = await makeMember();
    const article = await makeArticle({ actor });
    const importId = await readyImport(actor, { articleId: article.id, read: newText("The same.") });
    await revise(article.id, "The same.");
    expect(await saveAsRevision({ actor, importId, kept: [0], now: noon })).toMatchObject({ added: null });
  });
});

describe("checks for changes", () => {
  test("of one article go one at a time: who asks again is shown the one under way", async () => {
    const actor = await makeMember();
    const article = await makeArticle({ actor, sourceUrl: "https://daily.example/bridge" });
    const asked = await Promise.all(
      [1, 2, 3].map(() => checkForChanges({ actor, articleId: article.id, now: noon })),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(await db.import.count()).toBe(1);
  });

  test("that never ended give way to the next", async () => {
    const actor = await makeMember();
    const article = await makeArticle({ actor, sourceUrl: "https://daily.example/bridge" });
    const stuck = await checkForChanges({ actor, articleId: article.id, now: noon });
    const next = await checkForChanges({ actor, articleId: article.id, now: hours(1) });
    expect(next.id).not.toBe(stuck.id);
    expect(await getImport(stuck.id)).toMatchObject({
      state: "failed",
      failure: { reason: "import_failed" },
    });
  });

  test("need an address", async () => {
    const actor = await makeMember();
    const { id } = await makeArticle({ actor });
    const refused = checkForChanges({ actor, articleId: id, now: noon });
    await expect(refused).rejects.toMatchObject({ reason: "no_address" });
  });

  test("by themselves begin when they are due, once, and say when they are due again", async () => {
    const actor = await makeMember();
    const make = async (nextCheckAt: Date | null) => {
      const { id } = await makeArticle({ actor, sourceUrl: "https://daily.example/bridge" });
      const checkEveryHours = nextCheckAt === null ? null : 6;
      await db.article.update({ where: { id }, data: { nextCheckAt, checkEveryHours } });
      return id;
    };
    const due = await make(hours(-1));
    await make(hours(1));
    await make(null);
    const begun = await Promise.all([1, 2].map(() => checkDueArticles({ now: noon })));
    expect(begun.toSorted()).toEqual([0, 1]);
    expect(await db.import.findMany({ select: { articleId: true, memberId: true, isCheck: true } })).toEqual([
      { articleId: due, memberId: null, isCheck: true },
    ]);
    expect(await getArticle(due)).toMatchObject({ nextCheckAt: hours(6) });
  });
});

test("after a week an import goes, and what was read for it unless an article came of it", async () => {
  const actor = await makeMember();
  await saveAsArticle({ actor, importId: await readyImport(actor), kept: [0], ...details, now: noon });
  await pasted(actor);
  expect(await purgeImports({ now: hours(7 * 24 - 1) })).toBe(0);
  expect(await purgeImports({ now: hours(7 * 24 + 1) })).toBe(2);
  expect([await db.import.count(), await db.original.count(), await db.article.count()]).toEqual([0, 1, 1]);
});
