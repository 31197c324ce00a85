import { expect, test } from "vitest";
import { partOf, partPath, sitemap, sitemapIndex } from "./sitemap.ts";

const SITE = "https://daily.example";
const DAY = new Date("2026-03-02T12:00:00Z");

test("an address is named in full, encoded and escaped, with the day of its last change", () => {
  expect(sitemap([{ path: "/claims/ضرائب-&-<more>", changedAt: DAY }], SITE)).toContain(
    "<url><loc>https://daily.example/claims/%D8%B6%D8%B1%D8%A7%D8%A6%D8%A8-&amp;-%3Cmore%3E</loc>" +
      "<lastmod>2026-03-02T12:00:00.000Z</lastmod></url>",
  );
  expect(sitemapIndex([{ path: partPath("claims", 2), changedAt: DAY }], SITE)).toContain(
    "<sitemap><loc>https://daily.example/sitemaps/claims-2.xml</loc>",
  );
});

test.each([
  ["claims-1.xml", { kind: "claims", part: 1 }],
  ["articles-12.xml", { kind: "articles", part: 12 }],
  ["claims-0.xml", null],
  ["claims-01.xml", null],
  ["claims-1000000.xml", null],
  ["drafts-1.xml", null],
  ["constructor-1.xml", null],
  ["claims-1.xml/..", null],
])("%s names a part or none", (name, part) => {
  expect(partOf(name)).toEqual(part);
});
