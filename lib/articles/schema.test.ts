import { describe, expect, test } from "vitest";
import { z } from "zod";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { articleDetails, editArticleInput, storedBlocks, watchArticleInput } from "./schema.ts";

const detailsInput = z.strictObject(articleDetails);

const typed = { title: "A title", origin: "external" };

describe("details of an article", () => {
  test("what is left out or left empty is null", () => {
    const input = detailsInput.parse({ ...typed, byline: "  ", publisher: "", sourceUrl: "" });
    expect(input).toEqual({
      ...typed,
      byline: null,
      publisher: null,
      sourceUrl: null,
      publishedOn: null,
    });
  });

  test.each([
    ["title", "   ", "required"],
    ["title", "\u0000", "required"],
    ["title", "x".repeat(501), "too_long"],
    ["byline", "x".repeat(301), "too_long"],
    ["sourceUrl", "javascript:alert(1)", "not_a_url"],
    ["sourceUrl", "https://user:secret@example.org/", "not_a_url"],
    ["sourceUrl", "example.org", "not_a_url"],
    ["publishedOn", "19/01/2026", "not_a_date"],
    ["publishedOn", "2026-02-30", "not_a_date"],
    ["publishedOn", "0000-01-01", "not_a_date"],
    ["origin", "borrowed", "not_a_choice"],
    ["language", "not a tag", "not_a_choice"],
  ])("%s %j is %s", (field, value, problem) => {
    const issues = detailsInput.safeParse({ ...typed, [field]: value }).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path[0], message])).toEqual([[field, problem]]);
  });

  test("repairs what Postgres cannot store and keeps every script", () => {
    const title = "a\u0000b \ud800 نص 𠀀 e\u0301 👩‍👩‍👧";
    expect(detailsInput.parse({ ...typed, title }).title).toBe("ab \ufffd نص 𠀀 e\u0301 👩‍👩‍👧");
  });

  test("takes no field it does not know", () => {
    expect(detailsInput.safeParse({ ...typed, createdById: "x" }).success).toBe(false);
  });
});

test("a form without the display leaves it as it is", () => {
  const id = "01890000-0000-7000-8000-000000000000";
  const input = editArticleInput.parse({ ...typed, articleId: id, version: "3" });
  expect(input).toMatchObject({ version: 3 });
  expect(input.display).toBeUndefined();
});

test.each([
  ["", null],
  ["24", 24],
])("looking every “%s” hours is %s", (typed, everyHours) => {
  const articleId = "01890000-0000-7000-8000-000000000000";
  expect(watchArticleInput.parse({ articleId, version: "1", everyHours: typed })).toMatchObject({
    everyHours,
  });
});

test.each(["0", "721", "1.5", "soon"])("nobody looks every “%s” hours", (everyHours) => {
  const articleId = "01890000-0000-7000-8000-000000000000";
  expect(watchArticleInput.safeParse({ articleId, version: "1", everyHours }).success).toBe(false);
});

test("stored blocks come back as they went in", () => {
  const { blocks } = assembleBlocks([
    { type: "heading", text: "Head", level: 2 },
    {
      type: "paragraph",
      text: "A link",
      marks: [{ type: "link", start: 2, end: 6, href: "https://a.example/" }],
    },
    { type: "table-cell", text: "3 %", cell: { table: 1, row: 2, column: 1, isHeader: false } },
    { type: "quote", text: "نعم", language: "ar", direction: "rtl" },
  ]);
  expect(storedBlocks.parse(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
});
