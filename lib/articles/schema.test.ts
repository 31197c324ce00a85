import { describe, expect, test } from "vitest";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { createArticleInput, editArticleInput, storedBlocks } from "./schema.ts";

const typed = { title: "A title", origin: "external", text: "Some words." };

describe("createArticleInput", () => {
  test("what is left out or left empty is null", () => {
    const input = createArticleInput.parse({ ...typed, byline: "  ", publisher: "", sourceUrl: "" });
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
    ["text", "", "required"],
  ])("%s %j is %s", (field, value, problem) => {
    const issues = createArticleInput.safeParse({ ...typed, [field]: value }).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path[0], message])).toEqual([[field, problem]]);
  });

  test("repairs what Postgres cannot store and keeps every script", () => {
    const title = "a\u0000b \ud800 نص 𠀀 e\u0301 👩‍👩‍👧";
    expect(createArticleInput.parse({ ...typed, title }).title).toBe("ab \ufffd نص 𠀀 e\u0301 👩‍👩‍👧");
  });

  test("takes no field it does not know", () => {
    expect(createArticleInput.safeParse({ ...typed, createdById: "x" }).success).toBe(false);
  });
});

test("a form without the display leaves it as it is", () => {
  const id = "01890000-0000-7000-8000-000000000000";
  const { text: _, ...fields } = typed;
  const input = editArticleInput.parse({ ...fields, articleId: id, version: "3" });
  expect(input).toMatchObject({ version: 3 });
  expect(input.display).toBeUndefined();
});

test("stored blocks come back as they went in", () => {
  const { blocks } = assembleBlocks([
    { type: "heading", text: "Head", level: 2 },
    {
      type: "paragraph",
      text: "A link",
      marks: [{ type: "link", start: 2, end: 6, href: "https://a.example/" }],
    },
  ]);
  expect(storedBlocks.parse(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
});
