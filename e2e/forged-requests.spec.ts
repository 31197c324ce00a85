import { connect } from "node:net";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { ACTIONS, makeActionWorld, makeActors } from "#lib/testing/access/actions.ts";
import { actionBody, actionId } from "../scripts/lib/server-actions.ts";
import { cookieFor, expect, test } from "./fixtures.ts";

// What another site's page can have a member's browser send: the form, with the cookie, and with whose it is.

const FORGED: Record<string, string>[] = [
  { Origin: "https://elsewhere.example" },
  { Origin: "null" },
  { Origin: `${env.PUBLIC_URL}.elsewhere.example` },
  // Whoever leaves it away is no browser.
  {},
];

test("no member's action is done for another site, or for nobody in particular", async () => {
  test.slow();
  const world = await makeActionWorld({ people: await makeActors() });
  const cookie = await cookieFor(world.admin);
  const members = Object.entries(ACTIONS).filter(([name]) => name !== "setUpAction");
  const done = () => db.auditEvent.count({ where: { actorId: world.admin.id } });
  const before = await done();
  for (const [name, row] of members) {
    const path = row.path?.(world) ?? `/desk/claims/${world.claim.id}`;
    for (const from of FORGED) {
      const answer = await fetch(`${env.PUBLIC_URL}${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { ...from, "Next-Action": actionId(name), Accept: "text/x-component", Cookie: cookie },
        body: actionBody({ ...row.fields?.(world) }),
      });
      expect.soft(answer.status, `${name} ${JSON.stringify(from)}`).toBeGreaterThanOrEqual(400);
    }
  }
  expect(await done()).toBe(before);
});

test("nothing answers what was sent to it, as TRACE does", async () => {
  for (const path of ["/", "/desk", "/api/health", "/api/v1/claims", "/claims"]) {
    const said = await raw(
      `TRACE ${path} HTTP/1.1\r\nHost: localhost\r\nX-Secret: told\r\nConnection: close\r\n\r\n`,
    );
    expect(said, path).toMatch(/^HTTP\/1\.1 40[0-9]/);
    expect(said, path).not.toContain("told");
  }
});

test("where a request ends is never read in two ways", async () => {
  const head = "POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
  const hidden = "0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n";
  for (const lengths of [
    "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n",
    "Content-Length: 6\r\nContent-Length: 60\r\n",
    "Transfer-Encoding: chunked, identity\r\n",
    "Transfer-Encoding : chunked\r\n",
    "Content-Length: +6\r\n",
  ]) {
    const said = await raw(`${head}${lengths}\r\n${hidden}`);
    expect(said, lengths).toMatch(/^HTTP\/1\.1 400 /);
    expect(said.match(/HTTP\/1\.1/g), lengths).toHaveLength(1);
  }
});

/** What the server answers to these very bytes. */
function raw(request: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(env.PUBLIC_URL).port), "127.0.0.1", () => socket.write(request));
  let said = "";
  socket.on("data", (bytes) => {
    said += bytes;
  });
  socket.on("end", () => resolve(said)).on("error", reject);
  return promise;
}
