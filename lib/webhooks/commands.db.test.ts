import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { correctClaim } from "#lib/publishing/commands.ts";
import { makeClaim, makeMember, makeNewsroom } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  addWebhook,
  beginAttempt,
  editWebhook,
  forgetFormerSecrets,
  purgeDeliveries,
  queueWebhooks,
  recordFailed,
  recordSent,
  removeWebhook,
  renewWebhookSecret,
  resendDelivery,
  retryDue,
  switchWebhook,
  testWebhook,
} from "./commands.ts";
import { listWebhooks } from "./queries.ts";
import { MOST_ATTEMPTS } from "./rules.ts";
import { WEBHOOK_EVENTS } from "./values.ts";

const now = new Date("2026-03-01T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let actor: Actor;

beforeEach(async () => {
  await resetDb();
  await makeNewsroom();
  actor = await makeMember({ role: "admin" });
});

const url = "https://cms.example/hook?key=private";
const add = (events: (typeof WEBHOOK_EVENTS)[number][] = [...WEBHOOK_EVENTS]) =>
  addWebhook({ actor, url, events, now });
const told = async () =>
  (await db.webhookDelivery.findMany({ orderBy: { id: "asc" }, select: { event: true } })).map(
    ({ event }) => event,
  );
const only = () => db.webhookDelivery.findFirstOrThrow();

/** A test that waits for its first attempt. */
async function waiting() {
  const { id: webhookId } = await add();
  await testWebhook({ actor, webhookId, now });
  return { webhookId, deliveryId: (await only()).id };
}

describe("a webhook is told", () => {
  test("what happens to a claim, once each, and nothing of what single reviewers say", async () => {
    await add();
    await makeClaim({ state: "withdrawn" });
    expect(await told()).toEqual(["claim.submitted", "claim.verdict", "claim.published", "claim.withdrawn"]);
  });

  test("nothing new while opinions are hidden", async () => {
    await add();
    await makeClaim({ state: "second_review" });
    expect(await told()).toEqual(["claim.submitted"]);
  });

  test("only what it asked for", async () => {
    await add(["claim.corrected"]);
    const { id: claimId, editor } = await makeClaim({ state: "published" });
    expect(await told()).toEqual([]);
    const { statement } = await db.claim.findUniqueOrThrow({ where: { id: claimId } });
    const { ratingId, rationale } = await db.verdict.findFirstOrThrow({ where: { claimId } });
    const words = { statement, ratingId, rationale, conclusion: "Said more clearly." };
    const kind = { version: 1, type: "update", reason: "It was unclear." } as const;
    await correctClaim({ actor: editor, claimId, ...words, ...kind, now: new Date() });
    expect(await told()).toEqual(["claim.corrected"]);
  });

  test("nothing of what was not done after all", async () => {
    await add();
    const { id: claimId } = await makeClaim({ state: "draft" });
    const undone = db.$transaction(async (tx) => {
      await queueWebhooks(tx, { event: "claim.published", claimId, now });
      throw new Error("Not after all");
    });
    await expect(undone).rejects.toThrow("Not after all");
    expect(await told()).toEqual([]);
  });

  test("nothing while it is off, and what waits for it waits", async () => {
    const { webhookId, deliveryId } = await waiting();
    await switchWebhook({ actor, webhookId, isOn: false });
    await makeClaim({ state: "queued" });
    expect(await told()).toEqual(["test"]);
    expect(await beginAttempt({ deliveryId, now })).toBeNull();
    expect(await retryDue({ now: later(10) })).toBe(0);
    await expect(testWebhook({ actor, webhookId, now })).rejects.toMatchObject({ reason: "webhook_off" });
    await switchWebhook({ actor, webhookId, isOn: true });
    expect(await retryDue({ now: later(10) })).toBe(1);
    expect(await beginAttempt({ deliveryId, now })).not.toBeNull();
  });
});

describe("a delivery", () => {
  const error = new AppError("fetch_status", { values: { status: 500 } });

  test("is attempted by one worker at a time, ever later, and then given up", async () => {
    const { deliveryId } = await waiting();
    const waits: number[] = [];
    let at = now;
    for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts += 1) {
      const both = await Promise.all([
        beginAttempt({ deliveryId, now: at }),
        beginAttempt({ deliveryId, now: at }),
      ]);
      expect(both.filter(Boolean)).toMatchObject([
        { attempts, url, secrets: [expect.stringMatching(/^pmwh_/)] },
      ]);
      await recordFailed({ deliveryId, attempts, error });
      const { nextAttemptAt, state } = await only();
      expect(state).toBe(attempts < MOST_ATTEMPTS ? "waiting" : "dead");
      if (state === "waiting") waits.push((nextAttemptAt.getTime() - at.getTime()) / 60_000);
      at = nextAttemptAt;
    }
    expect(waits).toEqual([1, 5, 30, 120, 480, 1440]);
    expect(await retryDue({ now: later(100_000) })).toBe(0);
    const [hook] = await listWebhooks();
    expect(hook?.deliveries).toMatchObject([
      { state: "dead", attempts: 7, failure: { reason: "fetch_status" } },
    ]);
  });

  test("is sent again by hand, from its first attempt on, with the same id", async () => {
    const { deliveryId } = await waiting();
    const again = () => resendDelivery({ actor, deliveryId, now });
    await expect(again()).rejects.toMatchObject({ reason: "already_changed" });
    await beginAttempt({ deliveryId, now });
    await recordSent({ deliveryId, attempts: 1, status: 200 });
    await again();
    expect(await beginAttempt({ deliveryId, now })).toMatchObject({ attempts: 1, told: { id: deliveryId } });
  });

  test("whose last attempt nobody told of is given up", async () => {
    const { deliveryId } = await waiting();
    await db.webhookDelivery.update({ where: { id: deliveryId }, data: { attempts: MOST_ATTEMPTS } });
    expect(await beginAttempt({ deliveryId, now })).toBeNull();
    expect(await only()).toMatchObject({ state: "dead" });
  });

  test("is forgotten after a month", async () => {
    await waiting();
    expect(await purgeDeliveries({ now: later(29 * 24 * 60) })).toBe(0);
    expect(await purgeDeliveries({ now: later(31 * 24 * 60) })).toBe(1);
  });
});

test("the secret is shown once and kept sealed, and the history has no more of the address than the host", async () => {
  const { id, secret } = await add();
  await switchWebhook({ actor, webhookId: id, isOn: false });
  await expect(switchWebhook({ actor, webhookId: id, isOn: false })).rejects.toMatchObject({
    reason: "already_changed",
  });
  await removeWebhook({ actor, webhookId: id });
  const { id: webhookId } = await add();
  const { sealedSecret } = await db.webhook.findUniqueOrThrow({ where: { id: webhookId } });
  expect(sealedSecret).not.toContain(secret);
  const events = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
  expect(events.map(({ action, data }) => [action, data])).toEqual(
    ["webhook.added", "webhook.switched_off", "webhook.removed"].map((action) => [
      action,
      { host: "cms.example" },
    ]),
  );
});

test("an address and events are changed, and what waits goes to the new address", async () => {
  const { webhookId, deliveryId } = await waiting();
  const edit = (more: { version?: number; url?: string; events?: (typeof WEBHOOK_EVENTS)[number][] }) =>
    editWebhook({ actor, webhookId, version: 1, url, events: [...WEBHOOK_EVENTS], ...more });
  await edit({});
  await edit({ url: `${url}2` });
  await edit({ version: 2, url: "https://new.example/in", events: ["claim.corrected"] });
  expect(await beginAttempt({ deliveryId, now })).toMatchObject({ url: "https://new.example/in" });
  await makeClaim({ state: "queued" });
  expect(await told()).toEqual(["test"]);
  const edits = await db.auditEvent.findMany({
    where: { subjectId: webhookId, action: "webhook.edited" },
    orderBy: { seq: "asc" },
  });
  expect(edits.map(({ data }) => data)).toEqual([
    { host: "cms.example", changes: {} },
    {
      host: "cms.example",
      changes: {
        host: { from: "cms.example", to: "new.example" },
        events: {
          from: ["claim.submitted", "claim.verdict", "claim.published", "claim.corrected", "claim.withdrawn"],
          to: ["claim.corrected"],
        },
      },
    },
  ]);
});

test("of two admins who edit the same webhook at once, one is told that the other has", async () => {
  const { id: webhookId } = await add();
  const edit = (at: string) =>
    editWebhook({ actor, webhookId, version: 1, url: `https://${at}.example/in`, events: ["claim.verdict"] });
  const results = await Promise.allSettled([edit("one"), edit("other")]);
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.map(({ reason }) => reason.reason)).toEqual(["stale_version"]);
  const kept = await db.webhook.findUniqueOrThrow({ where: { id: webhookId } });
  expect(kept).toMatchObject({
    version: 2,
    url: `https://${results[0]?.status === "fulfilled" ? "one" : "other"}.example/in`,
  });
  expect(await db.auditEvent.count({ where: { subjectId: webhookId, action: "webhook.edited" } })).toBe(1);
});

test("for a day after it was changed deliveries are signed with the former secret too, and never with one before", async () => {
  const { id: webhookId, secret: first } = await add();
  const signedWith = async (at: Date) => {
    await db.webhookDelivery.deleteMany();
    await testWebhook({ actor, webhookId, now: at });
    return (await beginAttempt({ deliveryId: (await only()).id, now: at }))?.secrets;
  };
  const second = await renewWebhookSecret({ actor, webhookId, now });
  expect(await signedWith(later(24 * 60 - 1))).toEqual([second, first]);
  expect(await signedWith(later(24 * 60))).toEqual([second]);
  const third = await renewWebhookSecret({ actor, webhookId, now: later(60) });
  expect(await signedWith(later(61))).toEqual([third, second]);
  const kept = () => db.webhook.findUniqueOrThrow({ where: { id: webhookId } });
  expect(JSON.stringify(await kept())).not.toMatch(/pmwh_/);
  await forgetFormerSecrets({ now: later(25 * 60 - 1) });
  expect(await kept()).toMatchObject({ formerUntil: later(25 * 60) });
  await forgetFormerSecrets({ now: later(25 * 60) });
  expect(await kept()).toMatchObject({ formerSealedSecret: null, formerUntil: null });
  const renewed = { subjectId: webhookId, action: "webhook.secret_renewed" };
  expect(await db.auditEvent.count({ where: renewed })).toBe(2);
});

test("nobody but an admin does anything with webhooks, and there are not too many", async () => {
  const { webhookId, deliveryId } = await waiting();
  const by = { actor: await makeMember({ role: "editor" }), now };
  for (const refused of [
    addWebhook({ ...by, url, events: ["claim.published"] }),
    editWebhook({ ...by, webhookId, version: 1, url, events: ["claim.published"] }),
    renewWebhookSecret({ ...by, webhookId }),
    switchWebhook({ ...by, webhookId, isOn: false }),
    testWebhook({ ...by, webhookId }),
    removeWebhook({ ...by, webhookId }),
    resendDelivery({ ...by, deliveryId }),
  ])
    await expect(refused).rejects.toMatchObject({ reason: "not_allowed" });
  for (let count = 1; count < 20; count += 1) await add();
  await expect(add()).rejects.toMatchObject({ reason: "too_many_webhooks", values: { limit: 20 } });
});
