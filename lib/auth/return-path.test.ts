import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isLocalPath, returnPath, signInPath } from "./return-path.ts";

const LOCAL = [
  "/",
  "/desk",
  "/desk/articles/0198-abc?page=2#claim-3",
  "/desk/claims?search=%22a%20b%22&state=draft",
  "/desk/claims?search=half%20of%20%C3%A4ll",
  "/desk/claims?search=a b",
  "/desk/claims?back=//evil.example",
  "/desk/it:s",
  "/café",
];

const NOT_LOCAL = [
  "",
  "desk",
  "https://evil.example/",
  "HTTPS:/evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/desk\\..\\evil",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/ /evil.example",
  "/\u0000/evil.example",
  "/%2f/evil.example",
  "/%2F%2Fevil.example",
  "/%5cevil.example",
  "/%5Cevil.example",
  "/%09/evil.example",
  "/%0d%0aLocation:%20//evil.example",
  "/%252f/evil.example",
  "/%25252fevil.example/%25255c",
  "/.//evil.example",
  "/desk/..//evil.example",
  "/%2e%2e//evil.example",
  "/desk/%2e%2e/%2fevil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "/%",
  "/%ff",
  "?from=//evil.example",
  "#//evil.example",
  "@evil.example",
  `/${"a".repeat(2_000)}`,
];

describe("a path of this site", () => {
  test.each(LOCAL)("is %j", (path) => {
    expect(isLocalPath(path)).toBe(true);
    expect(returnPath(path)).toBe(path);
  });

  test.each(NOT_LOCAL)("is not %j", (path) => {
    expect(isLocalPath(path)).toBe(false);
    expect(returnPath(path)).toBe("/desk");
  });
});

test("the sign-in page is told where to lead back to, and only to this site", () => {
  expect(signInPath("/desk/queue?view=mine&x=1")).toBe("/login?from=%2Fdesk%2Fqueue%3Fview%3Dmine%26x%3D1");
  expect(signInPath("//evil.example")).toBe("/login");
  expect(signInPath(null)).toBe("/login");
});

const CORPUS = new URL("../../../shared/corpora/open-redirect/payloads.json", import.meta.url);

describe.skipIf(!existsSync(CORPUS))("known open-redirect payloads", () => {
  const payloads: { values: { value: string }[] } = existsSync(CORPUS)
    ? JSON.parse(readFileSync(CORPUS, "utf8"))
    : { values: [] };

  test.each(payloads.values.map(({ value }) => value))("%j leads nowhere else", (value) => {
    const own = "https://desk.example";
    for (const path of [value, `/${value}`, safelyDecoded(value)]) {
      const target = new URL(returnPath(path), `${own}/login`);
      expect(target.origin).toBe(own);
      expect(target.pathname).not.toMatch(/^\/[/\\]/);
    }
  });
});

function safelyDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
