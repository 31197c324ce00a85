import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { addFeed } from "./commands.ts";
import { readOneFeed } from "./jobs.ts";
import { listFeeds, listIncoming } from "./queries.ts";

const RSS = `<rss version="2.0"><channel><title>The Paper</title>
  <item><title>Größe</title><link>/one</link></item></channel></rss>`;

let answer: (request: IncomingMessage, response: ServerResponse) => void;
const server = createServer((request, response) => answer(request, response));
let feedUrl = "";

beforeEach(async () => {
  await resetDb();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  feedUrl = `http://127.0.0.1:${port}/feed`;
  vi.stubEnv("FETCH_ALLOWED_HOSTS", `127.0.0.1:${port}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const add = async () => {
  const actor = await makeMember({ role: "editor" });
  return addFeed({ actor, feedUrl, feedWords: [], now: new Date() });
};

test("a feed is read in its own encoding, and asked the next time whether it has changed", async () => {
  const asked: (string | undefined)[] = [];
  answer = ({ headers }, response) => {
    asked.push(headers["if-none-match"]);
    if (headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else
      response
        .writeHead(200, { "Content-Type": "application/rss+xml; charset=iso-8859-1", ETag: '"1"' })
        .end(Buffer.from(RSS, "latin1"));
  };
  const { id: feedId } = await add();
  await readOneFeed({ feedId });
  await readOneFeed({ feedId });
  expect(asked).toEqual([undefined, '"1"']);
  expect(await listIncoming()).toMatchObject([{ title: "Größe", url: new URL("/one", feedUrl).href }]);
  expect(await listFeeds()).toMatchObject([{ title: "The Paper", failures: 0 }]);
});

test.each([
  ["is no feed", 200, "application/xml", "<p/>", "feed_unreadable"],
  ["is a page", 200, "text/html", "<p>", "fetch_wrong_type"],
  ["is gone", 404, "text/plain", "", "fetch_status"],
])("what %s is told as a failure", async (_, status, type, body, reason) => {
  answer = (__, response) => void response.writeHead(status, { "Content-Type": type }).end(body);
  const { id: feedId } = await add();
  await readOneFeed({ feedId });
  expect(await listFeeds()).toMatchObject([{ failures: 1, failure: { reason }, succeededAt: null }]);
});

test("nobody's feed on the inside is opened", async () => {
  vi.stubEnv("FETCH_ALLOWED_HOSTS", "");
  let wasAsked = false;
  answer = (_, response) => {
    wasAsked = true;
    response.end(RSS);
  };
  const { id: feedId } = await add();
  await readOneFeed({ feedId });
  expect(wasAsked).toBe(false);
  expect(await listFeeds()).toMatchObject([{ failure: { reason: "fetch_unreachable" } }]);
});
