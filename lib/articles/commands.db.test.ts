import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeMember, textOf } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { createArticle, editArticle, watchArticle } from "./commands.ts";
import { getArticle } from "./queries.ts";
import type { ArticleDetails, EditArticleInput } from "./schema.ts";

beforeEach(resetDb);

const text = "First paragraph.\n\nSecond paragraph.";

const input: ArticleDetails & { content: ReturnType<typeof textOf> } = {
  title: "What NATO’s founders said",
  byline: "Ana Author",
  publisher: "The Other Paper",
  sourceUrl: "https://paper.example/nato",
  publishedOn: "2024-04-04",
  origin: "external",
  content: textOf(text),
};

function edit(articleId: string, changes: Partial<EditArticleInput> = {}): EditArticleInput {
  const { content: _, ...metadata } = input;
  return { articleId, version: 1, ...metadata, ...changes };
}

describe("createArticle", () => {
  test("keeps the text in blocks, with a readable address and one event", async () => {
    const actor = await makeMember();
    const { id, slug } = await createArticle({ actor, ...input });
    expect(slug).toBe("what-natos-founders-said");

    const article = await getArticle(id);
    expect(article).toMatchObject({
      title: input.title,
      byline: input.byline,
      publishedOn: "2024-04-04",
      display: "excerpts",
      direction: "ltr",
      createdByName: actor.name,
      revision: { number: 1, text },
    });
    expect(article?.revision.blocks.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ["paragraph", "First paragraph."],
      ["paragraph", "Second paragraph."],
    ]);
    const events = await db.auditEvent.findMany({ where: { articleId: id } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: "article.created",
      actorId: actor.id,
      data: { title: input.title, sha256: createHash("sha256").update(text).digest("hex") },
    });
  });

  test("equal titles get different addresses, even at once", async () => {
    const actor = await makeMember();
    const made = await Promise.all([1, 2, 3, 4].map(() => createArticle({ actor, ...input })));
    const slugs = made.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(4);
    for (const slug of slugs) expect(slug).toMatch(/^what-natos-founders-said(-[a-z2-9]{4})?$/);
  });

  test("keeps every script, and knows which way it runs", async () => {
    const actor = await makeMember();
    const text = "تأسس حلف الناتو في عام ١٩٤٩ في واشنطن. 👩‍👩‍👧 é";
    const { id } = await createArticle({ actor, ...input, title: "حلف الناتو", content: textOf(text) });
    const article = await getArticle(id);
    expect(article).toMatchObject({ slug: "حلف-الناتو", direction: "rtl", language: "ar" });
    expect(article?.revision.text).toBe(text);
  });

  test("without its event there is no article", async () => {
    const actor = { ...(await makeMember()), name: "cannot be stored: \u0000" };
    await expect(createArticle({ actor, ...input })).rejects.toThrow();
    expect(await db.article.count()).toBe(0);
    expect(await db.revision.count()).toBe(0);
  });
});

describe("editArticle", () => {
  test("changes what differs, and says what", async () => {
    const actor = await makeMember();
    const { id } = await createArticle({ actor, ...input });
    await editArticle({ actor, ...edit(id, { title: "A better title", publishedOn: null }) });

    expect(await getArticle(id)).toMatchObject({ title: "A better title", publishedOn: null, version: 2 });
    const event = await db.auditEvent.findFirstOrThrow({ where: { action: "article.edited" } });
    expect(event.data).toEqual({
      changes: {
        title: { from: input.title, to: "A better title" },
        publishedOn: { from: "2024-04-04", to: null },
      },
    });
  });

  test("of two saves of the same version one wins, the other is told", async () => {
    const actor = await makeMember();
    const { id } = await createArticle({ actor, ...input });
    const results = await Promise.allSettled(
      ["One", "Two"].map((title) => editArticle({ actor, ...edit(id, { title }) })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "stale_version" },
    });
    expect(await db.auditEvent.count({ where: { action: "article.edited" } })).toBe(1);
  });

  test("saving what stands there does nothing", async () => {
    const actor = await makeMember();
    const { id } = await createArticle({ actor, ...input });
    await editArticle({ actor, ...edit(id) });
    expect(await getArticle(id)).toMatchObject({ version: 1 });
    expect(await db.auditEvent.count({ where: { action: "article.edited" } })).toBe(0);
  });

  test("an article that is not there is not found", async () => {
    const actor = await makeMember();
    const nowhere = editArticle({ actor, ...edit("01890000-0000-7000-8000-000000000000") });
    await expect(nowhere).rejects.toMatchObject({ reason: "not_found" });
  });

  test("how much readers get is for editors to say", async () => {
    const [reporter, editor] = await Promise.all([makeMember(), makeMember({ role: "editor" })]);
    const { id } = await createArticle({ actor: reporter, ...input });
    const shown = edit(id, { display: "full" });
    await expect(editArticle({ actor: reporter, ...shown })).rejects.toMatchObject({ reason: "not_allowed" });
    await editArticle({ actor: editor, ...shown });
    expect(await getArticle(id)).toMatchObject({ display: "full", version: 2 });
    await editArticle({ actor: reporter, ...edit(id, { version: 2, title: "Only the title" }) });
    expect(await getArticle(id)).toMatchObject({ display: "full", title: "Only the title" });
  });

  test("a reporter does not turn a published article into an own one", async () => {
    const article = await makeArticle();
    await makeClaim({ article, state: "published" });
    const [reporter, editor] = await Promise.all([makeMember(), makeMember({ role: "editor" })]);
    const owned = edit(article.id, { origin: "own" });
    await expect(editArticle({ actor: reporter, ...owned })).rejects.toMatchObject({ reason: "not_allowed" });
    await editArticle({ actor: editor, ...owned });
    expect(await getArticle(article.id)).toMatchObject({ origin: "own" });
  });
});

describe("watchArticle", () => {
  const now = new Date("2026-03-02T12:00:00Z");

  test("says when the page is due next, and what changed", async () => {
    const actor = await makeMember();
    const { id } = await createArticle({ actor, ...input });
    await watchArticle({ actor, articleId: id, version: 1, everyHours: 6, now });
    expect(await getArticle(id)).toMatchObject({
      checkEveryHours: 6,
      nextCheckAt: new Date("2026-03-02T18:00:00Z"),
    });
    await watchArticle({ actor, articleId: id, version: 2, everyHours: null, now });
    expect(await getArticle(id)).toMatchObject({ checkEveryHours: null, nextCheckAt: null });
    const events = await db.auditEvent.findMany({
      where: { action: "article.edited" },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ data }) => data)).toEqual([
      { changes: { checkEveryHours: { from: null, to: 6 } } },
      { changes: { checkEveryHours: { from: 6, to: null } } },
    ]);
  });

  test("needs an address to look at, and ends with it", async () => {
    const actor = await makeMember();
    const nowhere = await createArticle({ actor, ...input, sourceUrl: null });
    const refused = watchArticle({ actor, articleId: nowhere.id, version: 1, everyHours: 6, now });
    await expect(refused).rejects.toMatchObject({ reason: "no_address" });

    const { id } = await createArticle({ actor, ...input });
    await watchArticle({ actor, articleId: id, version: 1, everyHours: 6, now });
    await editArticle({ actor, ...edit(id, { version: 2, sourceUrl: null }) });
    expect(await getArticle(id)).toMatchObject({ checkEveryHours: null, nextCheckAt: null });
  });
});
