import { readdirSync } from "node:fs";
import type { APIResponse } from "@playwright/test";
import { expect, person } from "./fixtures.ts";
import { addressOf, listPages, test } from "./pages.ts";

// What every answer says of itself, whatever it is and whoever asks: the type of its body with the characters it is written
// in, that nobody is to guess another, and what other sites are told of where one came from.

const APP = "app";

/** The pattern of every address for programs that is read, streams apart: they have no end to wait for. */
const FILES = readdirSync(APP, { recursive: true, encoding: "utf8" }).flatMap((path) =>
  path.endsWith("/route.ts") && !path.endsWith("/events/route.ts")
    ? `/${path.replace(/\/route\.ts$/, "").replaceAll(/\([^)]+\)\//g, "")}`
    : [],
);

/** What Next or the server answers by itself. */
const OTHERS = [
  "/nothing",
  "/desk/nothing",
  "/_next/static/nothing.js",
  "/api/v1/nothing",
  "/fr/nothing",
  "/claims/%ff",
];

/** Types whose characters could be taken for others'. */
const WRITTEN = /^(?:text\/|application\/(?:xml|javascript|(?:[\w.-]+\+)xml))/;

const ELSEWHERE = { Origin: "https://elsewhere.example" };

async function expectWellSaid(answer: APIResponse): Promise<void> {
  const headers = answer.headers();
  const what = `${answer.status()} ${answer.url()}`;
  expect(headers["x-content-type-options"], what).toBe("nosniff");
  // Nothing of whoever is signed in is read across origins, whatever origin asks.
  const path = new URL(answer.url()).pathname;
  const across = headers["access-control-allow-origin"];
  expect(across === undefined || across === "*", what).toBe(true);
  if (/^\/(?:api\/)?desk(?:\/|$)/.test(path)) expect(across, what).toBeUndefined();
  // A script that asks by http learns so: it is not led to https with what it has sent already.
  expect(headers.location ?? "", what).not.toMatch(/^https:/);
  // What only members read stays in no browser, nor in a proxy.
  if (/^\/(?:api\/)?desk(?:\/|$)/.test(path) && answer.status() === 200)
    expect(headers["cache-control"], what).toContain("no-store");
  expect(headers["x-powered-by"], what).toBeUndefined();
  expect(headers["referrer-policy"], what).toMatch(/^strict-origin(?:-when-cross-origin)?$/);
  if ((await answer.body()).length === 0) return;
  const type = headers["content-type"] ?? "";
  expect(type, what).toMatch(/^[a-z]+\/[\w.+-]+/);
  if (WRITTEN.test(type)) expect(type.toLowerCase(), what).toContain("charset=utf-8");
}

for (const who of ["nobody", "an admin"] as const) {
  test(`every answer to ${who} says what it is`, async ({ requestAs, things }) => {
    test.setTimeout(180_000);
    const member = await person("admin");
    const request = await requestAs(who === "nobody" ? null : member);
    const patterns = [...listPages(), ...FILES];
    expect(FILES.length).toBeGreaterThan(40);
    const addresses = patterns.map((pattern) =>
      addressOf(pattern, things, member)
        .replace("[slug]", things.published.slug)
        .replaceAll(/\[[^\]]+\]/g, "1"),
    );
    for (const path of [...addresses, ...OTHERS]) {
      await expectWellSaid(await request.get(path, { maxRedirects: 0, headers: ELSEWHERE }));
    }
    const html = await (await request.get("/login")).text();
    const parts = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(
      ([, path]) => path ?? "",
    );
    expect(parts.length).toBeGreaterThan(1);
    for (const path of [...parts.slice(0, 4), "/embed/article.js"])
      await expectWellSaid(await request.get(path));
    // Neither what a script was made of nor what there is besides.
    for (const path of [`${parts[0]}.map`, "/_next/static/", "/_next/static/chunks/", "/.git/HEAD", "/.env"])
      expect((await request.get(path)).status(), path).toBe(404);
  });
}
