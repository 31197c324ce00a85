import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { refusedStatus } from "./own-origin.ts";

const SITE = "https://desk.example";
const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
  refusedStatus({ method, url, headers } as unknown as IncomingMessage, SITE);
const from = (origin: string, host = "desk.example") => ask("POST", "/desk/queue", { origin, host });

test("a form of a page of this site is taken, under the name it is reached by", () => {
  expect(from("https://desk.example")).toBeNull();
  expect(from("http://127.0.0.1:3000", "127.0.0.1:3000")).toBeNull();
});

test.each([
  "https://elsewhere.example",
  "https://desk.example.elsewhere.example",
  "https://desk.example:8443",
  "null",
  "",
  "desk.example",
  "file://desk.example",
  "chrome-extension://desk.example",
])("a form of %j is refused", (origin) => {
  expect(from(origin)).toBe(403);
});

test("so is one that does not say whose it is", () => {
  expect(ask("POST", "/login", { host: "desk.example" })).toBe(403);
});

test("what changes nothing is asked nothing, and addresses for scripts ask for themselves", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"]) expect(ask(method, "/desk")).toBeNull();
  expect(ask("POST", "/api/v1/queue/take")).toBeNull();
});

test("the page among addresses for scripts is a page", () => {
  for (const url of ["/api/docs", "/api/docs/", "/api/docs?a"]) {
    expect(ask("POST", url, { origin: "null", host: "desk.example" })).toBe(403);
  }
});

test("nothing is told back what it sent", () => {
  for (const url of ["/", "/desk", "/api/v1/claims"]) expect(ask("TRACE", url)).toBe(405);
});
