import { describe, expect, test } from "vitest";
import { en } from "#lib/i18n/en/words.ts";
import { resolveKeys } from "#lib/shortcuts/rules.ts";
import { COMMAND_IDS } from "#lib/shortcuts/values.ts";
import { isCalled, listEntries, narrowed, visitedEntries } from "./palette-entries.ts";
import { visitOf } from "./visits.ts";

const ID = "01990000-0000-7000-8000-000000000000";
const keys = resolveKeys({});
const place = (role: "reporter" | "admin") => ({
  words: en,
  actor: { id: ID, name: "Ada", role } as const,
  keys,
});

describe("a label is meant", () => {
  test.each<[string, string, boolean]>([
    ["Next claim", "", true],
    ["Next claim", "cla", true],
    ["Next claim", "CLAIM next", true],
    ["Next claim", "laim", false],
    ["Next claim", "next verdict", false],
    ["Größe ändern", "grosse", false],
    ["Größe ändern", "ander", true],
    ["Queue", "…", true],
  ])("%s by “%s”: %s", (label, query, isMeant) => {
    expect(isCalled(label, query)).toBe(isMeant);
  });
});

const found = {
  articles: [{ id: ID, title: "Title", publisher: null }],
  claims: [
    { id: ID, statement: "Said.", state: "in_review", claimantName: "Jonas Gahr", articleTitle: "Title" },
  ],
  people: [{ id: ID, name: "Ben", role: "editor" }],
} as const;
const copy = { articles: [...found.articles], claims: [...found.claims], people: [...found.people] };

test("what is typed narrows commands and pages down; groups without lines are left out", () => {
  const groups = listEntries({
    ...place("reporter"),
    query: "claim",
    found: null,
    commands: ["claim.next", "queue.take", "help.open"],
  });
  expect(groups.map(({ value, items }) => [value, items.map(({ label }) => label)])).toEqual([
    ["On this page", ["Next claim", "Take the next claim"]],
    ["Go to", ["Claims"]],
  ]);
});

test("actions and places answer to other words too", () => {
  const groups = listEntries({
    ...place("admin"),
    query: "keyb",
    found: null,
    commands: ["claim.next", "help.open"],
  });
  expect(groups.flatMap(({ items }) => items.map(({ label }) => label))).toEqual([
    "Show the shortcuts of the page",
    "Shortcuts",
  ]);
});

test("every other word belongs to an action or a place there is", () => {
  const names = listEntries({ ...place("admin"), query: "", found: null, commands: COMMAND_IDS })
    .flatMap(({ items }) => items)
    .map(({ does }) => ("href" in does ? does.href : does.command));
  expect(names).toEqual(expect.arrayContaining(Object.keys(en.palette.also)));
});

test("keys are the member's own, and none while they are switched off", () => {
  const keyOfNext = (own: typeof keys | null) =>
    listEntries({ ...place("reporter"), keys: own, query: "", found: null, commands: ["claim.next"] })[0]
      ?.items[0]?.key;
  expect(keyOfNext(resolveKeys({ "claim.next": "x" }))).toBe("x");
  expect(keyOfNext(resolveKeys({ "claim.next": null }))).toBeNull();
  expect(keyOfNext(null)).toBeNull();
});

test.each<[string, number, number, number]>([
  ["tit", 1, 0, 0],
  ["said", 0, 1, 0],
  ["gahr JONAS", 0, 1, 0],
  ["said gahr", 0, 1, 0],
  ["said ben", 0, 0, 0],
  ["ben", 0, 0, 1],
])("of what was found before, “%s” leaves what it is an answer to", (query, ...counts) => {
  const { articles, claims, people } = narrowed(copy, query);
  expect([articles.length, claims.length, people.length]).toEqual(counts);
});

test("only admins are led to the settings and to a member's account, others to their claims", () => {
  const hrefs = (role: "reporter" | "admin") =>
    listEntries({ ...place(role), query: "", found: copy, commands: [] })
      .flatMap(({ items }) => items)
      .flatMap(({ does }) => ("href" in does ? [does.href] : []));
  expect(hrefs("reporter")).toContain(`/desk/claims?author=${ID}`);
  expect(hrefs("reporter").filter((href) => href.startsWith("/desk/settings/members"))).toEqual([]);
  expect(hrefs("admin")).toContain(`/desk/settings/members/${ID}`);
});

test("lines have names of their own", () => {
  const names = listEntries({ ...place("admin"), query: "", found: copy, commands: ["claim.next"] })
    .flatMap(({ items }) => items)
    .map(({ value }) => value);
  expect(new Set(names).size).toBe(names.length);
});

test("visits come in their order, and without what is gone", () => {
  const visits = [
    { kind: "claim", id: ID },
    { kind: "article", id: "01990000-0000-7000-8000-000000000001" },
    { kind: "article", id: ID },
  ] as const;
  expect(visitedEntries(visits, copy, place("reporter")).map(({ label }) => label)).toEqual([
    "Said.",
    "Title",
  ]);
});

test.each<[string, string | null]>([
  [`/desk/articles/${ID}`, "article"],
  [`/desk/articles/${ID}/revisions`, "article"],
  [`/desk/claims/${ID}`, "claim"],
  ["/desk/articles/new", null],
  ["/desk/claims", null],
  [`/desk/imports/${ID}`, null],
])("%s is a visit: %s", (path, kind) => {
  expect(visitOf(path)?.kind ?? null).toBe(kind);
});
