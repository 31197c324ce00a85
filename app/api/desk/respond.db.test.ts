import { globSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { makeClaim, makeMember } from "#lib/testing/factories.ts";
import { askAs } from "#lib/testing/request.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { insistSameOrigin } from "./respond.ts";

// Every address for the desk's own script, asked what that script never asks.

type Handler = (request: Request, context: object) => Promise<Response>;
const METHODS = ["GET", "POST", "PUT", "DELETE"] as const;

const NAMES = [
  ...["after", "article", "assignee", "claim", "claimant", "comment", "ids", "key", "known", "language"],
  ...["q", "threads", "topic", "typed", "view", "visited", "waiting"],
];
const NOBODY = "019c0000-0000-7000-8000-000000000000";
const ODD = [
  "\0",
  "a\0b",
  "%",
  "\\",
  "é".repeat(20_000),
  "-1",
  "9".repeat(30),
  NOBODY,
  `claim:${NOBODY},x:\0`,
];
const HERE = `{"claimId":null,"isEditing":false,"field":null,"tab":"${NOBODY}"}`;
/** Bodies: what is no JSON, no object, and an object with what the database cannot keep. */
const BODIES = [
  ..."|null|[]|{}|7|{".split("|"),
  String.raw`{"statement":"\u0000","exceptId":null}`,
  String.raw`{"statement":"\ud800 was founded in 1949"}`,
  HERE,
  `{"claimId":"${NOBODY}","isEditing":true,"field":"statement","tab":"${NOBODY}"}`,
];
const KEPT = String.raw`{"typed":{"a":"\u0000\ud800"},"basis":{"version":"\u0000","saved":{}}}`;

let articleId = "";
let memberId = "";
beforeAll(async () => {
  await resetDb();
  articleId = (await makeClaim()).articleId;
  const member = await makeMember({ role: "admin" });
  memberId = member.id;
  await askAs(member);
});

const routes = globSync("app/api/desk/**/route.ts");

test.each(routes)("%s answers whatever it is asked", async (file) => {
  const handlers = (await import(resolve(file))) as Partial<Record<(typeof METHODS)[number], Handler>>;
  const bodies = [...BODIES, `{"key":"${memberId}:claim:x","known":null,"content":${KEPT}}`];
  const failed: string[] = [];
  for (const method of METHODS) {
    for (const [path, id, body] of method === "GET" ? addresses() : withBodies(bodies)) {
      const headers = { Accept: "application/json", Origin: "http://localhost:3000" };
      const stop = new AbortController();
      const init = { method, headers, signal: stop.signal, ...(body !== undefined && { body }) };
      const asked = new Request(`http://localhost:3000/${path}`, init);
      const answer = await handlers[method]?.(asked, { params: Promise.resolve({ id }) });
      if (answer && answer.status >= 500) failed.push(`${method} ${path.slice(0, 60)} ${id} ${body ?? ""}`);
      stop.abort();
      await answer?.body?.cancel();
    }
  }
  expect(failed).toEqual([]);
});

type Asked = [path: string, id: string, body?: string];

function addresses(): Asked[] {
  const alone = NAMES.map((name) => new URLSearchParams({ [name]: "a\0b" }));
  const all = ODD.map((value) => new URLSearchParams(NAMES.map((name) => [name, value])));
  const names = ODD.map((typed) => new URLSearchParams({ of: "claimants", typed }));
  const paths = ["", ...[...alone, ...all, ...names].map((params) => `?${params}`)];
  return [
    ...paths.map((path): Asked => [path, articleId]),
    ...ODD.map((id): Asked => [`?after=0&ids=${NOBODY}`, id]),
  ];
}

const withBodies = (bodies: readonly string[]): Asked[] => [
  ...bodies.map((body): Asked => ["", articleId, body]),
  ...ODD.map((id): Asked => ["", id, HERE]),
];

test.each([
  ["none", null, false],
  ["null", "null", false],
  ["another site", "https://evil.example", false],
  ["another port of this machine", "http://localhost:3999", false],
  ["no address", "localhost:3000", false],
  ["the product itself", "http://localhost:3000", true],
])("a request whose origin is %s", (_, origin, isLetIn) => {
  const headers = new Headers({ Host: "localhost:3000", ...(origin !== null && { Origin: origin }) });
  const asking = () => insistSameOrigin(new Request("http://localhost:3000/api/desk/drafts", { headers }));
  if (isLetIn) expect(asking).not.toThrow();
  else expect(asking).toThrow("not_allowed");
});
