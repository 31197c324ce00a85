import { expect, test } from "vitest";
import { claimAt } from "./embedding.ts";

const SITE = "https://desk.example";

test.each([
  ["/claims/taxes-fell", { slug: "taxes-fell", language: null }],
  ["/de/claims/taxes-fell?x=1#sources", { slug: "taxes-fell", language: "de" }],
  ["/ar/embed/claims/taxes-fell", { slug: "taxes-fell", language: "ar" }],
  ["/xx/claims/taxes-fell", null],
  ["/claims/taxes-fell/report", null],
  ["/de/topics/taxes-fell", null],
])("an address of the site tells which claim it is of, and its language: %s", (path, found) => {
  expect(claimAt(`${SITE}${path}`, SITE)).toEqual(found);
});

test("an address of another site is of no claim", () => {
  expect(claimAt("https://other.example/claims/taxes-fell", SITE)).toBeNull();
});
