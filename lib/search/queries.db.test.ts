import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeArticle, makeClaim, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { listVisited, searchDesk } from "./queries.ts";

beforeEach(resetDb);

const titles = async (query: string) => (await searchDesk({ query })).articles.map(({ title }) => title);

/** Letters whose capitals a database in the C locale does not know. */
const OTHER_SCRIPTS = ["Москва растёт", "كلف الجسر عشرة ملايين", "東京の人口"];

describe("articles are found", () => {
  beforeEach(async () => {
    for (const title of [
      "A history of the treaty",
      "Treaty signed",
      "100% of the_members",
      "Nothing",
      "Invited to the Board of Peace by Zoë",
      ...OTHER_SCRIPTS,
    ])
      await makeArticle({ title });
  });

  test.each<[string, string[]]>([
    ["treaty", ["Treaty signed", "A history of the treaty"]],
    ["TREATY  history", ["A history of the treaty"]],
    ["eat", ["Treaty signed", "A history of the treaty"]],
    ["treety", ["Treaty signed", "A history of the treaty"]],
    ["treety histroy", ["A history of the treaty"]],
    ["signde treaty", ["Treaty signed"]],
    ["keyboard", []],
    ["zoe", ["Invited to the Board of Peace by Zoë"]],
    ["0%", ["100% of the_members"]],
    ["e_m", ["100% of the_members"]],
    ["treaty members", []],
    ["москва", ["Москва растёт"]],
    ["МОСКВА", ["Москва растёт"]],
    ["جسر", ["كلف الجسر عشرة ملايين"]],
    ["東京", ["東京の人口"]],
    ["", []],
    ["  \0 ", []],
    ["zzzzzz", []],
  ])("for “%s”", async (query, found) => {
    expect(await titles(query)).toEqual(found);
  });

  test("at most six, newest first", async () => {
    for (let count = 1; count <= 8; count += 1) await makeArticle({ title: `Budget ${count}` });
    expect(await titles("budget")).toEqual([8, 7, 6, 5, 4, 3].map((count) => `Budget ${count}`));
  });
});

test("claims are found by statement and by claimant, in whatever state", async () => {
  const author = await makeMember();
  const article = await makeArticle({ actor: author, title: "On NATO" });
  const own = { author, article };
  await makeClaim({ ...own, statement: "Sweden joined late.", claimantName: "Jonas Gahr" });
  await makeClaim({ ...own, statement: "Finland joined early.", state: "dismissed" });
  const { claims } = await searchDesk({ query: "joined" });
  expect(claims.map(({ statement, state, articleTitle }) => [statement, state, articleTitle])).toEqual([
    ["Finland joined early.", "dismissed", "On NATO"],
    ["Sweden joined late.", "draft", "On NATO"],
  ]);
  for (const query of ["gahr", "Jonas GAHR", "jonsa gahr", "joined gahr", "GAHR sweeden"])
    expect((await searchDesk({ query })).claims, query).toMatchObject([{ claimantName: "Jonas Gahr" }]);
  expect((await searchDesk({ query: "finland gahr" })).claims).toEqual([]);
});

test("people are found by name while they can sign in, and nothing but name and role is told", async () => {
  const { id } = await makeMember({ name: "Zoë Müller", role: "editor" });
  await makeMember({ name: "Max Müller", disabledAt: new Date() });
  expect((await searchDesk({ query: "müller" })).people).toEqual([
    { id, name: "Zoë Müller", role: "editor" },
  ]);
});

test("an opinion that is not for everybody yet is not found by its words", async () => {
  const first = await makeMember({ role: "reviewer", name: "Uniquely Named" });
  await makeClaim({ state: "second_review", first, statement: "Something else." });
  expect(await db.review.count({ where: { conclusion: { contains: "Uniquely" } } })).toBe(1);
  const { claims } = await searchDesk({ query: "uniquely" });
  expect(claims).toEqual([]);
});

test("what was looked at is called as it is now, and what is gone is left out", async () => {
  const article = await makeArticle({ title: "Old" });
  await db.article.update({ where: { id: article.id }, data: { title: "New" } });
  const claim = await makeClaim({ article });
  const visits = [
    { kind: "article", id: article.id },
    { kind: "claim", id: claim.id },
    { kind: "claim", id: article.id },
  ] as const;
  const { articles, claims } = await listVisited({ visits });
  expect(articles.map(({ title }) => title)).toEqual(["New"]);
  expect(claims.map(({ id, articleTitle }) => [id, articleTitle])).toEqual([[claim.id, "New"]]);
});
