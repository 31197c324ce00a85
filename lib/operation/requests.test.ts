import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { noteMember, requestUnderWay } from "#lib/asked-id.ts";
import { log } from "#lib/log.ts";
import { measuredText } from "./measures.ts";
import { loggedPath, watchRequest } from "./requests.ts";

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

const LOOKED = { jobs: [], connections: { total: 1, idle: 1, waiting: 0 }, streams: 0 };

type Answer = Parameters<typeof createServer>[1];

/** The address of a server whose every request is watched. */
async function served(answer: Answer, { isProxyTrusted = false, areAllLogged = true } = {}): Promise<string> {
  const server = createServer((request, response) =>
    watchRequest({ request, response }, { isProxyTrusted, areAllLogged }, () => answer?.(request, response)),
  );
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  stack.defer(() => server.closeAllConnections());
  stack.defer(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("an answer has an id, which is that of the log's lines, and a line has no query", async () => {
  const told = Promise.withResolvers<unknown>();
  vi.spyOn(log, "info").mockImplementation((line: unknown) => told.resolve(line));
  let worked: string | undefined;
  const site = await served(async (_, response) => {
    await Promise.resolve();
    worked = requestUnderWay()?.id;
    response.end("ok");
  });
  const answer = await fetch(`${site}/desk/articles?q=secret words`, {
    headers: { "X-Request-Id": "made-up-by-me" },
  });
  const id = answer.headers.get("x-request-id");
  expect(id).toMatch(/^[\da-f-]{36}$/);
  expect(worked).toBe(id);
  expect(await told.promise).toEqual({
    request: id,
    method: "GET",
    path: "/desk/articles",
    status: 200,
    ms: expect.any(Number),
  });
});

test("a line says who asked, once that is known, and so does every line written on the way", async () => {
  const answered = Promise.withResolvers<unknown>();
  vi.spyOn(log, "info").mockImplementation((line: unknown) => answered.resolve(line));
  let onTheWay: unknown;
  const site = await served(async (_, response) => {
    await Promise.resolve();
    noteMember("0199f000-0000-7000-8000-000000000001");
    onTheWay = requestUnderWay();
    response.end("ok");
  });
  await (await fetch(`${site}/desk`)).text();
  const memberId = "0199f000-0000-7000-8000-000000000001";
  expect(await answered.promise).toMatchObject({ memberId, path: "/desk" });
  expect(onTheWay).toMatchObject({ memberId });
});

test.each([
  ["made-by-nginx-1", true],
  ["short", false],
  ["with spaces and\tmore", false],
])("the id %j of a proxy of ours is taken over: %s", async (given, isTaken) => {
  const site = await served((_, response) => void response.end(), {
    isProxyTrusted: true,
    areAllLogged: false,
  });
  const { headers } = await fetch(site, { headers: { "X-Request-Id": given } });
  expect(headers.get("x-request-id") === given).toBe(isTaken);
});

test("a failure is written down whatever is asked for, and both are counted", async () => {
  const failed = Promise.withResolvers<unknown>();
  vi.spyOn(log, "warn").mockImplementation((line: unknown) => failed.resolve(line));
  const told = vi.spyOn(log, "info");
  const site = await served(
    (request, response) => void response.writeHead(request.url === "/fine" ? 200 : 503).end(),
    { areAllLogged: false },
  );
  await (await fetch(`${site}/fine`)).text();
  await (await fetch(`${site}/api/v1/claims`)).text();
  expect(await failed.promise).toMatchObject({ path: "/api/v1/claims", status: 503 });
  expect(told).not.toHaveBeenCalled();
  const text = await measuredText({ ...LOOKED, verified: null });
  expect(text).toContain('proofmark_requests_total{kind="api",status="5xx"} 1');
  expect(text).toMatch(/proofmark_requests_total\{kind="page",status="2xx"\} \d/);
});

test.each([
  ["/claims/taxes-fell?q=a", "/claims/taxes-fell"],
  ["/invite/abcdefgh", "/invite/…"],
  ["/fr/reset/abcdefgh/new?x=1", "/fr/reset/…/new"],
  ["/sign-in/abc", "/sign-in/…"],
  ["/invite", "/invite"],
  [`/${"x".repeat(5_000)}`, `/${"x".repeat(299)}`],
])("%s is written down as %s", (url, path) => {
  expect(loggedPath(url)).toBe(path);
});

test("it is told when the history was verified and what was found, and nothing where nobody can say", async () => {
  const told = async (verified: Parameters<typeof measuredText>[0]["verified"]) =>
    (await measuredText({ ...LOOKED, verified })).match(/^proofmark_audit_\w+ .*$/gmu) ?? [];
  expect(await told({ at: new Date(1_767_225_600_000), findings: 3 })).toEqual([
    "proofmark_audit_findings 3",
    "proofmark_audit_verified_timestamp_seconds 1767225600",
  ]);
  expect(await told(null)).toEqual(["proofmark_audit_verified_timestamp_seconds 0"]);
  expect(await told(undefined)).toEqual([]);
});
