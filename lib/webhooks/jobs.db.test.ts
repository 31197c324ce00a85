import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { addWebhook, renewWebhookSecret, resendDelivery, switchWebhook, testWebhook } from "./commands.ts";
import { sendDelivery } from "./jobs.ts";
import { WEBHOOK_EVENTS } from "./values.ts";

type Received = {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
};
let received: Received[];
let answer: { status: number; headers?: Record<string, string> };
const server = createServer(async (request, response) => {
  const { method, url: path, headers } = request;
  received.push({ method, path, headers, body: await text(request) });
  response.writeHead(answer.status, answer.headers).end("x".repeat(100_000));
});
let url = "";

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
  received = [];
  answer = { status: 200 };
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}/hook`;
  vi.stubEnv("FETCH_ALLOWED_HOSTS", `127.0.0.1:${port}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

async function add() {
  const actor = await makeMember({ role: "admin" });
  const made = await addWebhook({ actor, url, events: [...WEBHOOK_EVENTS], now: new Date() });
  return { actor, webhookId: made.id, secret: made.secret };
}

/** A webhook with a test that waits. */
async function tested() {
  const hook = await add();
  await testWebhook({ ...hook, now: new Date() });
  const { id: deliveryId } = await db.webhookDelivery.findFirstOrThrow();
  return { ...hook, deliveryId };
}

/** As a receiver checks it: docs/webhooks.md. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const parts = String(headers["proofmark-signature"])
    .split(",")
    .map((part) => part.split("="));
  const t = parts.find(([name]) => name === "t")?.[1];
  const expected = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
  const isFresh = Math.abs(Date.now() / 1000 - Number(t)) < 300;
  return isFresh && parts.some(([name, value]) => name === "v1" && value === expected);
}

const outcome = () =>
  db.webhookDelivery.findFirstOrThrow({
    select: { state: true, status: true, attempts: true, failure: true },
  });

test("what arrives is signed, and tells of a claim no more than where to ask", async () => {
  const { secret } = await add();
  const claim = await makeClaim({ state: "published", firstRating: "misleading" });
  const { slug, number } = await db.claim.findUniqueOrThrow({ where: { id: claim.id } });
  const all = await db.webhookDelivery.findMany({ orderBy: { id: "asc" } });
  for (const { id: deliveryId } of all) await sendDelivery({ deliveryId });
  expect(received.every((one) => isSigned(one, secret))).toBe(true);
  expect(received.some((one) => isSigned(one, "pmwh_another"))).toBe(false);
  const api = `http://localhost:3000/api/v1/claims/${claim.id}`;
  const about = { id: claim.id, number, api };
  expect(received.map(({ body }) => JSON.parse(body))).toEqual(
    all.map(({ id, event, at }) => ({
      ...{ id, event, at: at.toISOString() },
      claim: event === "claim.published" ? { ...about, url: `http://localhost:3000/claims/${slug}` } : about,
    })),
  );
  for (const [at, { method, path, headers }] of received.entries()) {
    expect({ method, path }).toEqual({ method: "POST", path: "/hook" });
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "proofmark-event": all[at]?.event,
      "proofmark-delivery": all[at]?.id,
    });
  }
  expect(await outcome()).toMatchObject({ state: "sent", status: 200, attempts: 1, failure: null });
});

test("what is refused is tried again when it is due, and arrives in the end", async () => {
  const { deliveryId } = await tested();
  answer = { status: 503 };
  await sendDelivery({ deliveryId });
  await sendDelivery({ deliveryId }); // not due yet
  expect(received).toHaveLength(1);
  expect(await outcome()).toMatchObject({
    ...{ state: "waiting", attempts: 1 },
    failure: { reason: "fetch_status", values: { status: 503 } },
  });
  await db.webhookDelivery.updateMany({ data: { nextAttemptAt: new Date() } });
  answer = { status: 204 };
  await sendDelivery({ deliveryId });
  await sendDelivery({ deliveryId }); // arrived
  expect(received).toHaveLength(2);
  expect(await outcome()).toMatchObject({ state: "sent", status: 204, attempts: 2, failure: null });
});

test("what was given up is sent by hand, with the same body", async () => {
  const { actor, deliveryId } = await tested();
  answer = { status: 500 };
  await db.webhookDelivery.updateMany({ data: { attempts: 6 } });
  await sendDelivery({ deliveryId });
  expect(await outcome()).toMatchObject({ state: "dead", attempts: 7 });
  answer = { status: 200 };
  await resendDelivery({ actor, deliveryId, now: new Date() });
  await sendDelivery({ deliveryId });
  expect(await outcome()).toMatchObject({ state: "sent", attempts: 1 });
  expect(received[0]?.body).toBe(received[1]?.body);
});

test("while the receiver changes over it finds a signature of either secret", async () => {
  const { actor, webhookId, deliveryId, secret: former } = await tested();
  const present = await renewWebhookSecret({ actor, webhookId, now: new Date() });
  await sendDelivery({ deliveryId });
  const [sent] = received;
  expect([former, present, "pmwh_another"].map((secret) => sent && isSigned(sent, secret))).toEqual([
    ...[true, true, false],
  ]);
});

test("no redirect is followed", async () => {
  const { deliveryId } = await tested();
  answer = { status: 307, headers: { Location: "/elsewhere" } };
  await sendDelivery({ deliveryId });
  expect(received.map(({ path }) => path)).toEqual(["/hook"]);
  expect(await outcome()).toMatchObject({ failure: { reason: "fetch_status", values: { status: 307 } } });
});

test("nothing is sent to an address on the inside", async () => {
  vi.stubEnv("FETCH_ALLOWED_HOSTS", "");
  const { deliveryId } = await tested();
  await sendDelivery({ deliveryId });
  expect(received).toEqual([]);
  expect(await outcome()).toMatchObject({ state: "waiting", failure: { reason: "fetch_unreachable" } });
});

test("nothing is sent while it is off", async () => {
  const { actor, webhookId, deliveryId } = await tested();
  await switchWebhook({ actor, webhookId, isOn: false });
  await sendDelivery({ deliveryId });
  expect(received).toEqual([]);
});

test("nothing is sent unsigned where the secret cannot be read any more", async () => {
  const { deliveryId } = await tested();
  await db.webhook.updateMany({ data: { sealedSecret: "AAAA" } });
  await sendDelivery({ deliveryId });
  expect(received).toEqual([]);
  expect(await outcome()).toMatchObject({ failure: { reason: "webhook_secret_lost" } });
});
