import { beforeEach, describe, expect, test } from "vitest";
import { encodeCursor } from "#lib/cursor.ts";
import { makeArticle, makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { getArticle, listArticles } from "./queries.ts";

beforeEach(resetDb);

describe("listArticles", () => {
  test("goes through all of them, newest first, each once", async () => {
    const actor = await makeMember();
    const made = [];
    for (let count = 0; count < 7; count += 1) made.push((await makeArticle({ actor })).id);

    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page = await listArticles({ cursor, take: 3 });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual(made.toReversed());
  });

  test("counts claims by what became of them", async () => {
    const article = await makeArticle();
    for (const state of ["draft", "queued", "ready", "published", "withdrawn", "dismissed"] as const) {
      await makeClaim({ article, state });
    }
    const { items } = await listArticles({});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: article.id, claimCount: 6, publishedCount: 1, openCount: 3 });
    expect(items[0]?.createdAt).toBeInstanceOf(Date);
  });

  test.each([
    ["nato", ["What NATO said", "nato, again"]],
    ["100%", ["Up 100% this year"]],
    ["a_b", ["a_b"]],
    ["\\", ["C:\\temp"]],
    ["حلف", ["حلف الناتو"]],
    ["\u0000nato\ud800", []],
    ["   ", ["What NATO said", "nato, again", "Up 100% this year", "a_b", "axb", "C:\\temp", "حلف الناتو"]],
  ])("searching %j takes its characters as they are", async (search, titles) => {
    const actor = await makeMember();
    for (const title of [
      "What NATO said",
      "nato, again",
      "Up 100% this year",
      "a_b",
      "axb",
      "C:\\temp",
      "حلف الناتو",
    ]) {
      await makeArticle({ actor, title });
    }
    const { items } = await listArticles({ search });
    expect(items.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
  });

  test.each([
    "x",
    "%00",
    encodeCursor(["soon", "later"]),
    encodeCursor([Number.MAX_SAFE_INTEGER, "01890000-0000-7000-8000-000000000000"]),
    encodeCursor([-1, "01890000-0000-7000-8000-000000000000"]),
    encodeCursor([0, "' OR true --"]),
  ])("the cursor %j is none: the list begins at its beginning", async (cursor) => {
    const { id } = await makeArticle();
    expect((await listArticles({ cursor })).items.map((item) => item.id)).toEqual([id]);
  });
});

describe("getArticle", () => {
  test.each([
    "",
    "new",
    "../etc/passwd",
    "\u0000",
    "01890000-0000-7000-8000-00000000000",
    "01890000-0000-7000-8000-000000000000",
  ])("there is none with the id %j", async (id) => {
    await makeArticle();
    expect(await getArticle(id)).toBeNull();
  });
});
