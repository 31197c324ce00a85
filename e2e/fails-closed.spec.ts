import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { request as newRequest } from "@playwright/test";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { freePort } from "../scripts/lib/ports.mjs";
import { type Service, startService } from "../scripts/lib/processes.ts";
import { callAction } from "./actions.ts";
import { cookieFor, expect, person } from "./fixtures.ts";
import { addressOf, listPages, test } from "./pages.ts";

// A web server of its own, whose database can be taken away: what is protected is then served to nobody.

type Site = { url: string; web: Service; database: Relay };

/** The database's door, which can be shut, with all who are in. */
type Relay = { url: string; shut: () => void; open: () => void; close: () => void };

async function relayToDatabase(): Promise<Relay> {
  const target = new URL(env.DATABASE_URL);
  const inside = new Set<Socket>();
  let isShut = false;
  const server = createServer((socket) => {
    const onward = connect(Number(target.port), target.hostname);
    for (const end of [socket, onward]) {
      inside.add(end);
      end.on("error", () => {}).on("close", () => [socket, onward].map((each) => each.destroy()));
    }
    if (isShut) socket.destroy();
    else socket.pipe(onward).pipe(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const shut = () => {
    isShut = true;
    for (const end of inside) end.destroy();
    inside.clear();
  };
  return {
    url: Object.assign(new URL(target), { hostname: "127.0.0.1", port: String(port) }).href,
    shut,
    open() {
      isShut = false;
    },
    close() {
      shut();
      server.close();
    },
  };
}

/** What a web server is started with. */
async function settings(databaseUrl: string): Promise<Record<string, string>> {
  const port = String(await freePort());
  return {
    ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: port, LOG_LEVEL: "fatal" },
    ...{ DATABASE_URL: databaseUrl, AUTH_SECRET: env.AUTH_SECRET, PUBLIC_URL: `http://localhost:${port}` },
  };
}

/** Without its database it has much to say, which is shown where the test fails. */
const startWith = (variables: Record<string, string>) =>
  startService("The web server", ["scripts/web.ts"], variables, { isQuiet: true });

async function startSite({ isShut }: { isShut: boolean }): Promise<Site> {
  const database = await relayToDatabase();
  if (isShut) database.shut();
  const variables = await settings(database.url);
  const web = startWith(variables);
  await web.ready;
  return { url: variables.PUBLIC_URL ?? "", web, database };
}

async function signedIn({ url }: Site) {
  const Cookie = await cookieFor(await person("admin"));
  return newRequest.newContext({ baseURL: url, extraHTTPHeaders: { Cookie, Origin: url } });
}

/** What only our own code says of itself: a place in it, or what the database's driver said. */
const INSIDE = /\bat .+:\d+:\d+|node_modules|ECONNREFUSED|PrismaClient|Connection terminated|postgres:/u;

test.describe.configure({ timeout: 120_000 });

test("without the secret no web server starts", async () => {
  for (const AUTH_SECRET of ["", "too short"]) {
    const variables = await settings(env.DATABASE_URL);
    const web = startWith({ ...variables, AUTH_SECRET });
    await expect(web.ready).rejects.toThrow("AUTH_SECRET");
    await expect(fetch(`${variables.PUBLIC_URL}/api/health`)).rejects.toThrow();
  }
});

for (const when of ["before it starts", "while it runs"]) {
  test(`with the database away ${when}, nothing that is protected is served, and it says that it cannot serve`, async ({
    things,
  }) => {
    const site = await startSite({ isShut: when === "before it starts" });
    const member = await signedIn(site);
    try {
      if (when === "while it runs") {
        expect((await member.get("/desk/queue")).status()).toBe(200);
        site.database.shut();
      }
      const ready = await member.get("/api/health/ready");
      expect([ready.status(), await ready.json()]).toEqual([
        503,
        { status: "unavailable", missing: ["database", "migrations"] },
      ]);
      expect((await member.get("/api/health")).status()).toBe(200);
      const desk = listPages().filter((pattern) => pattern.startsWith("/desk"));
      for (const path of [
        ...desk.map((pattern) => addressOf(pattern, things, things.author)),
        ...[
          "/api/desk/search?q=nato",
          "/api/desk/notifications",
          "/api/v1/articles",
          "/desk/audit/events.csv",
        ],
        `/api/desk/snapshots/${things.snapshot.id}/file`,
      ]) {
        const answer = await member.get(path, { maxRedirects: 0 });
        const body = await answer.text();
        expect.soft([200, 204].includes(answer.status()), `${path}: ${answer.status()}`).toBe(false);
        expect.soft(body, path).not.toContain(things.article.title);
        expect.soft(body, path).not.toMatch(INSIDE);
      }
      const before = await db.auditEvent.count();
      const fields = { claimId: things.draft.id, body: "Said while nobody listens." };
      const path = `/desk/claims/${things.draft.id}`;
      const said = await callAction(member, { name: "addCommentAction", path, fields }, site.url);
      expect(said.status()).toBeGreaterThanOrEqual(400);
      expect(await said.text()).not.toMatch(INSIDE);
      expect(await db.auditEvent.count()).toBe(before);
      site.database.open();
      await expect(async () => expect((await member.get("/desk/queue")).status()).toBe(200)).toPass();
    } finally {
      await member.dispose();
      site.database.close();
      await site.web.stop(5_000);
      await test.info().attach("what the web server said", { body: site.web.unshown() });
    }
  });
}
