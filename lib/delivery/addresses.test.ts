import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Address, addressOf, inLanguage, nowhere, ownTarget, readableTarget } from "./addresses.ts";

const KNOWN: Record<string, Address> = {
  "/": { key: "/", tags: ["lists"], isBoundless: false },
  "/?utm_source=x": { key: "/", tags: ["lists"], isBoundless: false },
  "/claims": { key: "/claims", tags: ["lists"], isBoundless: false },
  "/claims?q=": { key: "/claims", tags: ["lists"], isBoundless: false },
  "/claims?verdict=false&q=tax+cuts": {
    key: "/claims?q=tax+cuts&verdict=false",
    tags: ["lists"],
    isBoundless: true,
  },
  "/claims?q=one&q=two&x=3": { key: "/claims?q=one", tags: ["lists"], isBoundless: true },
  "/claims/taxes-fell": { key: "/claims/taxes-fell", tags: ["claim:taxes-fell"], isBoundless: false },
  "/claims/taxes-fell?q=1#x": { key: "/claims/taxes-fell", tags: ["claim:taxes-fell"], isBoundless: false },
  "/claims/ضرائب": {
    key: "/claims/%D8%B6%D8%B1%D8%A7%D8%A6%D8%A8",
    tags: ["claim:ضرائب"],
    isBoundless: false,
  },
  "/claims/%74axes-%66ell": {
    key: "/claims/taxes-fell",
    tags: ["claim:taxes-fell"],
    isBoundless: false,
  },
  "/claims/%d8%b6?version=1": { key: "/claims/%D8%B6?version=1", tags: ["claim:ض"], isBoundless: true },
  "/claims/a%2Fb%2525": { key: "/claims/a%2Fb%2525", tags: ["claim:a/b%25"], isBoundless: false },
  "/claims/%zz": { key: "/claims/%zz", tags: ["claim:%zz"], isBoundless: false },
  "/claims/taxes-fell/annotation.jsonld?x=1": {
    key: "/claims/taxes-fell/annotation.jsonld",
    tags: ["claim:taxes-fell"],
    isBoundless: false,
  },
  "/claims/taxes-fell/record.json?x=1": {
    key: "/claims/taxes-fell/record.json",
    tags: ["claim:taxes-fell"],
    isBoundless: true,
    age: 60_000,
  },
  "/fr/claims/taxes-fell/record": {
    key: "/fr/claims/taxes-fell/record",
    tags: ["claim:taxes-fell"],
    language: "fr",
    isBoundless: true,
    age: 60_000,
  },
  "/audit/heads.json?x=1": { key: "/audit/heads.json", tags: ["lists"], isBoundless: true, age: 60_000 },
  "/articles/budget/annotations.jsonld": {
    key: "/articles/budget/annotations.jsonld",
    tags: ["article:budget"],
    isBoundless: false,
  },
  "/claims.csv?sort=date&q=a&x=1": { key: "/claims.csv?q=a", tags: ["lists"], isBoundless: true },
  "/claims.json": { key: "/claims.json", tags: ["lists"], isBoundless: true },
  "/corrections/rss.xml?x=1": { key: "/corrections/rss.xml", tags: ["lists"], isBoundless: false },
  "/claimreview.json?cursor=a": { key: "/claimreview.json?cursor=a", tags: ["lists"], isBoundless: true },
  "/sitemaps/claims-2.xml": { key: "/sitemaps/claims-2.xml", tags: ["lists"], isBoundless: true },
  "/topics/taxes?cursor=a&q=b": { key: "/topics/taxes?cursor=a", tags: ["topic:taxes"], isBoundless: true },
  "/topics/taxes/feed.xml": { key: "/topics/taxes/feed.xml", tags: ["topic:taxes"], isBoundless: false },
  "/claimants/ana": { key: "/claimants/ana", tags: ["claimant:ana"], isBoundless: false },
  "/claimants/ana/feed.json": {
    key: "/claimants/ana/feed.json",
    tags: ["claimant:ana"],
    isBoundless: false,
  },
  "/claims/taxes-fell/image.png?v=2": {
    key: "/claims/taxes-fell/image.png",
    tags: ["claim:taxes-fell"],
    isBoundless: true,
    age: 86_400_000,
  },
  "/fr/claims/taxes-fell/image.png": {
    key: "/fr/claims/taxes-fell/image.png",
    tags: ["claim:taxes-fell"],
    language: "fr",
    isBoundless: true,
    age: 86_400_000,
  },
  "/claims/taxes-fell/report": {
    key: "/claims/taxes-fell/report",
    tags: ["claim:taxes-fell"],
    isBoundless: true,
    age: 1_000,
    takesForms: true,
  },
  "/claims/taxes-fell/report/thanks": {
    key: "/claims/taxes-fell/report/thanks",
    tags: ["claim:taxes-fell"],
    isBoundless: false,
  },
  "/articles/budget": { key: "/articles/budget", tags: ["article:budget"], isBoundless: false },
};

test.each(Object.entries(KNOWN))("%s is kept under one key with its tags", (target, address) => {
  expect(addressOf(target)).toEqual(address);
});

test.each([
  "/desk",
  "/desk/claims/1",
  "/login",
  "/api/health",
  "/metrics",
  "/_next/static/chunks/1.js",
  "/claims/",
  "/claims/a/b",
  "/topics",
  "/topics/a/b",
  "/topics/a/feed.xml/b",
  "/claims/../desk",
  "//claims",
  "claims",
  "*",
  "http://elsewhere.example/claims",
  `/claims/${"x".repeat(2_000)}`,
])("%s is no reader's page", (target) => {
  expect(addressOf(target)).toBeNull();
});

test.each([
  ["/fr", { key: "/fr", tags: ["lists"], language: "fr", isBoundless: false }],
  ["/ar/claims/tax?x=1", { key: "/ar/claims/tax", tags: ["claim:tax"], language: "ar", isBoundless: false }],
  ["/fr/claims?q=a", { key: "/fr/claims?q=a", tags: ["lists"], language: "fr", isBoundless: true }],
])("%s is the page in a language", (target, address) => {
  expect(addressOf(target)).toEqual(address);
});

test.each(["/xx/claims", "/fr/desk", "/fr/feed.xml", "/fr/fr/claims", "/frclaims", "/FR/claims"])(
  "%s is no page in a language",
  (target) => {
    expect(addressOf(target)).toBeNull();
  },
);

test.each([
  ["/", "/fr"],
  ["/?x=1#y", "/fr?x=1#y"],
  ["/claims/tax#sources", "/fr/claims/tax#sources"],
  ["/claims?verdict=false&amp;q=a", "/fr/claims?verdict=false&amp;q=a"],
  ["/feed.xml", "/feed.xml"],
  ["/desk", "/desk"],
  ["/de/claims", "/de/claims"],
  ["#main", "#main"],
  ["https://elsewhere.example/claims", "https://elsewhere.example/claims"],
  ["//elsewhere.example", "//elsewhere.example"],
])("the link %s leads in French to %s", (link, french) => {
  expect(inLanguage(link, "fr")).toBe(french);
});

test("a claim has one key in each language, however its slug is escaped", () => {
  const escapes = (character: string) => {
    const hex = character.codePointAt(0)?.toString(16).padStart(2, "0") ?? "";
    return fc.constantFrom(character, `%${hex}`, `%${hex.toUpperCase()}`);
  };
  const slug = fc.tuple(...[..."jobs-rose"].map(escapes)).map((characters) => characters.join(""));
  fc.assert(
    fc.property(slug, (escaped) => {
      expect(addressOf(`/fr/claims/${escaped}`)?.key).toBe("/fr/claims/jobs-rose");
    }),
  );
});

test("a key is its own address, whatever was asked for", () => {
  const parameter = fc.tuple(fc.constantFrom("q", "verdict", "cursor", "x", "__proto__"), fc.string());
  const path = fc.constantFrom("/", "/claims", "/corrections", "/claims/taxes fell", "/articles/é");
  fc.assert(
    fc.property(path, fc.array(parameter), (at, parameters) => {
      const address = addressOf(`${at}?${new URLSearchParams(parameters)}`);
      expect(address).not.toBeNull();
      expect(addressOf(address?.key ?? "")).toEqual(address);
    }),
  );
});

test.each([
  ["/claims/%E0%A4%A", "/nowhere"],
  ["/desk/sources/%zz?q=1", "/nowhere"],
  ["/desk/sources/%", "/nowhere"],
  ["/claims/taxes%00", "/nowhere"],
  ["/claims?q=%zz", "/claims?q=%zz"],
  ["/claims/%D8%B6?q=100%25", "/claims/%D8%B6?q=100%25"],
])("%s is asked for as %s", (target, asked) => {
  expect(readableTarget(target)).toBe(asked);
});

test.each([
  ["/claims?q=http://x", "/claims?q=http://x"],
  ["http://elsewhere.example/claims/?q=a", "/claims/?q=a"],
  ["HTTPS://elsewhere.example", "/"],
  ["*", "*"],
  ["data:text/html,x", "data:text/html,x"],
])("%s is asked of this site as %s", (target, own) => {
  expect(ownTarget(target)).toBe(own);
});

/** All that can be asked for: of pages and routes the pattern with something in it, and files by their names. */
function everyAddress(): string[] {
  const root = join(import.meta.dirname, "../..");
  const list = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const pages = list("app").flatMap((path) => {
    if (/^(?:icon|favicon)\./.test(path)) return [path];
    return /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(path) ? [path.replace(/\/?[^/]*$/, "")] : [];
  });
  return [...pages, ...list("public").filter((path) => /\.\w+$/.test(path))].map(
    (path) =>
      `/${path
        .replaceAll(/\([^)]*\)\/?/g, "")
        .replace("[part]", "claims-1.xml")
        .replaceAll(/\[+[^\]]*\]+/g, "x")}`,
  );
}

test("whatever the product answers is a reader's page, or leads somewhere else than to nothing", () => {
  const addresses = everyAddress();
  expect(addresses).toContain("/claims/x");
  expect(addresses).toContain("/embed/article.js");
  for (const address of addresses) {
    expect(addressOf(address) ?? nowhere(address), address).not.toMatchObject({ key: "/nowhere" });
  }
});

test.each([
  ["/wp-login.php", "/nowhere"],
  ["/claims/x/y/z", "/nowhere"],
  ["/fr/desk", "/fr/nowhere"],
  [`/claims/${"x".repeat(3_000)}`, "/nowhere"],
  [`/fr/claims?q=${"x".repeat(3_000)}`, "/fr/nowhere"],
  [`/embed/claims/tax?a=${"x".repeat(3_000)}`, "/nowhere"],
  ["/embed/article.js", null],
  ["/desk/nothing", null],
  ["/claims/", null],
  ["/claims//x", null],
  ["//elsewhere.example", null],
  ["*", null],
])("%s is answered with what is kept of nothing, or left to others", (target, key) => {
  expect(nowhere(target)?.key ?? null).toBe(key);
});
