import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { answerTheme } from "./themes.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A site that has nothing but themes. */
async function site(publicUrl = "http://readers.example") {
  const server = createServer((request, response) => {
    if (!answerTheme(request, response, { publicUrl, headers: { "x-site": "ours" } }))
      response.writeHead(418).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const style = async (cookie?: string, tag?: string) => {
    const answer = await fetch(`${here}/theme.css`, {
      headers: {
        ...(cookie !== undefined && { cookie }),
        ...(tag !== undefined && { "if-none-match": tag }),
      },
    });
    return { answer, text: await answer.text() };
  };
  const choose = (theme: string, headers: Record<string, string> = {}) => {
    const body = new FormData();
    body.set("theme", theme);
    return fetch(`${here}/theme`, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { origin: here, referer: `${here}/fr/claims?q=a`, ...headers },
    });
  };
  return { here, style, choose };
}

test("the style sheet has what the cookie says, and nobody but the browser may keep it", async () => {
  const { style } = await site();
  const { answer, text } = await style("a=b; proofmark.theme=dark; c=d");
  expect(text).toContain("@media screen{:root{color-scheme:dark}}");
  expect(text).toContain('.theme-choice[value="dark"]');
  expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  expect(answer.headers.get("x-site")).toBe("ours");
  expect(text.length).toBeLessThan(1_000);
  expect(answer.headers.get("vary")).toBe("Cookie");
  const tag = answer.headers.get("etag") ?? "";
  expect((await style("proofmark.theme=dark", tag)).answer.status).toBe(304);
  expect((await style("proofmark.theme=light", tag)).answer.status).toBe(200);
  expect((await style("proofmark.theme=light")).text).toContain("color-scheme:light");
  for (const cookie of [
    undefined,
    "proofmark.theme=",
    "proofmark.theme=pink",
    "theme=dark",
    "myproofmark.theme=dark",
    "proofmark.theme=dark}*{",
    "proofmark.theme=constructor",
  ]) {
    expect((await style(cookie)).text, cookie).not.toContain("color-scheme");
  }
});

test("who chooses is led back, with a cookie for as long as there is a choice", async () => {
  const { choose } = await site();
  const chosen = await choose("dark");
  expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/fr/claims?q=a"]);
  expect(chosen.headers.get("set-cookie")).toBe(
    "proofmark.theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
  );
  expect((await choose("system")).headers.get("set-cookie")).toContain("Max-Age=0");
  const { choose: chooseSafely } = await site("https://readers.example");
  expect((await chooseSafely("dark")).headers.get("set-cookie")).toBe(
    "__Host-proofmark.theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure",
  );
});

test("on https only a cookie that nobody else can have planted counts", async () => {
  const { style } = await site("https://readers.example");
  expect((await style("proofmark.theme=dark; theme=dark")).text).not.toContain("color-scheme");
  expect((await style("a=b; __Host-proofmark.theme=dark")).text).toContain("color-scheme:dark");
});

test("nobody is led elsewhere, and no other site chooses", async () => {
  const { here, choose } = await site();
  for (const referer of [
    "http://evil.example/a",
    `${here}//evil.example`,
    `${here}/\\evil.example`,
    "nonsense",
  ]) {
    expect((await choose("dark", { referer })).headers.get("location"), referer).toBe("/");
  }
  for (const [theme, headers, status] of [
    ["dark", { origin: "http://evil.example" }, 403],
    ["dark", { origin: "null" }, 403],
    ["pink", {}, 400],
    ["x".repeat(70_000), {}, 413],
  ] as const) {
    const answer = await choose(theme, headers);
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([status, null]);
  }
});

test("all else is not a matter of themes", async () => {
  const { here } = await site();
  for (const [path, method] of [
    ["/theme", "GET"],
    ["/theme.css", "POST"],
    ["/themes", "POST"],
    ["/", "GET"],
  ]) {
    expect((await fetch(here + path, { method: method ?? "" })).status, `${method} ${path}`).toBe(418);
  }
});
