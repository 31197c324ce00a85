import { randomBytes, randomUUID } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { seal, unseal } from "#lib/auth/sealing.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError, insist } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { MOST_ATTEMPTS, nextAttempt, OVERLAP, type Told } from "./rules.ts";
import type { WebhookInput } from "./schema.ts";
import { WEBHOOK_LIMITS, type WebhookEvent } from "./values.ts";

type By = { actor: Actor; now: Date };

/** No failure is noted. */
const NOTHING = Prisma.DbNull;

/** So that people and programs that look for leaked secrets know one when they see it. */
const BEGINS = "pmwh_";

export type MadeWebhook = { id: string; secret: string };

/** Has an address told from now on. The secret is in the answer, to be shown once. Refuses with `too_many_webhooks`. */
export async function addWebhook({ actor, url, events, now }: WebhookInput & By): Promise<MadeWebhook> {
  insist(forbidden(actor, "webhooks.edit"));
  const id = randomUUID();
  const { secret, sealedSecret } = makeSecret(id);
  await db.$transaction(async (tx) => {
    // Of two that are added at once the second waits here, and counts the first.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('webhooks'))::text`;
    if ((await tx.webhook.count()) >= WEBHOOK_LIMITS.count) {
      throw new AppError("too_many_webhooks", { values: { limit: WEBHOOK_LIMITS.count } });
    }
    const data = { id, url, events, sealedSecret, createdById: actor.id, createdAt: now };
    await tx.webhook.create({ data, select: { id: true } });
    await tell(tx, { actor, action: "webhook.added", webhookId: id, url });
  });
  return { id, secret };
}

function makeSecret(owner: string): { secret: string; sealedSecret: string } {
  const secret = BEGINS + randomBytes(32).toString("base64url");
  return { secret, sealedSecret: seal(secret, { purpose: "webhook", owner }) };
}

/**
 * Has the program told at another address, or of other things. What waits goes to the new address too. Refuses with
 * `stale_version` what was written on another version: of two admins, the second sees what the first has made of it.
 */
export async function editWebhook({
  actor,
  webhookId,
  version,
  url,
  events,
}: WebhookInput & Pick<By, "actor"> & { webhookId: string; version: number }): Promise<void> {
  insist(forbidden(actor, "webhooks.edit"));
  await db.$transaction(async (tx) => {
    const before = await lockWebhook(tx, webhookId);
    if (before.version !== version) throw new AppError("stale_version");
    const changes = changesBetween(inHistory(before), inHistory({ url, events }));
    if (Object.keys(changes).length === 0 && url === before.url) return;
    const data = { url, events, version: { increment: 1 } };
    await tx.webhook.update({ where: { id: webhookId }, data, select: { id: true } });
    await recordAudit(tx, {
      ...{ actor, action: "webhook.edited", subjectId: webhookId },
      data: { host: new URL(before.url).host, changes },
    });
  });
}

const inHistory = ({ url, events }: { url: string; events: readonly string[] }) => ({
  host: new URL(url).host,
  events: [...events],
});

/**
 * Signs with another secret, which is in the answer, to be shown once. For a day deliveries are signed with the former one
 * too, so that nothing is lost while the program changes over.
 */
export async function renewWebhookSecret({
  actor,
  webhookId,
  now,
}: By & { webhookId: string }): Promise<string> {
  insist(forbidden(actor, "webhooks.edit"));
  const { secret, sealedSecret } = makeSecret(webhookId);
  await db.$transaction(async (tx) => {
    const { url, sealedSecret: formerSealedSecret } = await lockWebhook(tx, webhookId);
    const formerUntil = new Date(now.getTime() + OVERLAP);
    const data = { sealedSecret, formerSealedSecret, formerUntil };
    await tx.webhook.update({ where: { id: webhookId }, data, select: { id: true } });
    await tell(tx, { actor, action: "webhook.secret_renewed", webhookId, url });
  });
  return secret;
}

/** Forgets secrets that nothing is signed with any more. */
export async function forgetFormerSecrets({ now }: { now: Date }): Promise<void> {
  await db.webhook.updateMany({
    where: { formerUntil: { lte: now } },
    data: { formerSealedSecret: null, formerUntil: null },
  });
}

/** Off: it is told nothing, and what waits for it waits on. */
export async function switchWebhook({
  actor,
  webhookId,
  isOn,
}: Pick<By, "actor"> & { webhookId: string; isOn: boolean }): Promise<void> {
  insist(forbidden(actor, "webhooks.edit"));
  await db.$transaction(async (tx) => {
    const hook = await lockWebhook(tx, webhookId);
    if (hook.isOn === isOn) throw new AppError("already_changed");
    await tx.webhook.update({ where: { id: webhookId }, data: { isOn }, select: { id: true } });
    const action = isOn ? "webhook.switched_on" : "webhook.switched_off";
    await tell(tx, { actor, action, webhookId, url: hook.url });
  });
}

/** Ends a webhook, with what was still to be sent to it. */
export async function removeWebhook({
  actor,
  webhookId,
}: Pick<By, "actor"> & { webhookId: string }): Promise<void> {
  insist(forbidden(actor, "webhooks.edit"));
  await db.$transaction(async (tx) => {
    const { url } = await lockWebhook(tx, webhookId);
    await tx.webhook.delete({ where: { id: webhookId }, select: { id: true } });
    await tell(tx, { actor, action: "webhook.removed", webhookId, url });
  });
}

/** Sends something that tells of no claim, to see whether it arrives. Refuses with `webhook_off`. */
export async function testWebhook({ actor, webhookId, now }: By & { webhookId: string }): Promise<void> {
  insist(forbidden(actor, "webhooks.edit"));
  await db.$transaction(async (tx) => {
    const { url, isOn } = await lockWebhook(tx, webhookId);
    if (!isOn) throw new AppError("webhook_off");
    await addDelivery(tx, { webhookId, event: "test", claimId: null, at: now });
    await tell(tx, { actor, action: "webhook.tested", webhookId, url });
  });
}

/**
 * Sends once more what was sent, or given up: with the same id and body, and as many attempts as at first. Refuses with
 * `already_changed` while it waits anyway, and with `webhook_off`.
 */
export async function resendDelivery({ actor, deliveryId, now }: By & { deliveryId: string }): Promise<void> {
  insist(forbidden(actor, "webhooks.edit"));
  await db.$transaction(async (tx) => {
    const delivery = await tx.webhookDelivery.findUnique({
      where: { id: deliveryId },
      select: { webhookId: true },
    });
    if (!delivery) throw new AppError("not_found");
    const { webhookId } = delivery;
    const { url, isOn } = await lockWebhook(tx, webhookId);
    if (!isOn) throw new AppError("webhook_off");
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: deliveryId, state: { not: "waiting" } },
      data: { state: "waiting", attempts: 0, nextAttemptAt: now, status: null, failure: NOTHING },
    });
    if (count === 0) throw new AppError("already_changed");
    await enqueue(tx, "webhooks.send", { deliveryId }, { key: deliveryId });
    await tell(tx, { actor, action: "webhook.resent", webhookId, url });
  });
}

type LockedWebhook = { version: number; url: string; isOn: boolean; events: string[]; sealedSecret: string };

async function lockWebhook(tx: Tx, id: string): Promise<LockedWebhook> {
  await tx.$queryRaw`SELECT 1 AS one FROM webhooks WHERE id = ${id}::uuid FOR UPDATE`;
  const hook = await tx.webhook.findUnique({
    where: { id },
    select: { version: true, url: true, isOn: true, events: true, sealedSecret: true },
  });
  if (!hook) throw new AppError("not_found");
  return hook;
}

type Telling = {
  actor: Actor;
  action: `webhook.${"added" | "secret_renewed" | "switched_on" | "switched_off" | "removed" | "tested" | "resent"}`;
  webhookId: string;
  url: string;
};

/** The whole address may be what lets one write there: the history, which more people read, has the host only. */
async function tell(tx: Tx, { actor, action, webhookId, url }: Telling): Promise<void> {
  await recordAudit(tx, { actor, action, subjectId: webhookId, data: { host: new URL(url).host } });
}

/** Has every webhook told that wants to know of this, if and only if the caller's transaction is committed. */
export async function queueWebhooks(
  tx: Tx,
  { event, claimId, now }: { event: WebhookEvent; claimId: string; now: Date },
): Promise<void> {
  // Whoever removes one meanwhile waits: what happens to a claim never fails because of it.
  const hooks = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM webhooks WHERE is_on AND ${event} = ANY (events) ORDER BY id FOR KEY SHARE`;
  for (const { id: webhookId } of hooks) await addDelivery(tx, { webhookId, event, claimId, at: now });
}

type NewDelivery = { webhookId: string; event: WebhookEvent | "test"; claimId: string | null; at: Date };

async function addDelivery(tx: Tx, data: NewDelivery): Promise<void> {
  const { id } = await tx.webhookDelivery.create({
    data: { ...data, nextAttemptAt: data.at },
    select: { id: true },
  });
  await enqueue(tx, "webhooks.send", { deliveryId: id }, { key: id });
}

/** Of one run; what is left over is due in the next. */
const MOST_DUE = 100;

/** Has what is due tried again. Answers how many. */
export async function retryDue({ now }: { now: Date }): Promise<number> {
  return db.$transaction(async (tx) => {
    // Of two workers, the second passes over what the first has taken.
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT d.id FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
      WHERE d.state = 'waiting' AND d.next_attempt_at <= ${now} AND w.is_on
      ORDER BY d.next_attempt_at LIMIT ${MOST_DUE} FOR UPDATE OF d SKIP LOCKED`;
    for (const { id: deliveryId } of due) {
      await enqueue(tx, "webhooks.send", { deliveryId }, { key: deliveryId });
    }
    return due.length;
  });
}

/** `secrets`: to sign with, the present one first; none when that cannot be read any more. */
export type Attempt = { told: Told; url: string; secrets: string[]; attempts: number };

/**
 * Begins an attempt, for one worker only; null when there is nothing to do now. Should the worker be lost meanwhile, the
 * next attempt is due as if this one had failed.
 */
export async function beginAttempt({
  deliveryId,
  now,
}: {
  deliveryId: string;
  now: Date;
}): Promise<Attempt | null> {
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ attempts: number }[]>`
      SELECT d.attempts FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
      WHERE d.id = ${deliveryId}::uuid AND d.state = 'waiting' AND d.next_attempt_at <= ${now} AND w.is_on
      FOR UPDATE OF d`;
    if (!row) return null;
    const where = { id: deliveryId };
    if (row.attempts >= MOST_ATTEMPTS) {
      // The last attempt was begun, and nobody said what came of it.
      await tx.webhookDelivery.update({ where, data: { state: "dead" }, select: { id: true } });
      return null;
    }
    const attempts = row.attempts + 1;
    const { webhook, ...told } = await tx.webhookDelivery.update({
      where,
      data: { attempts, attemptedAt: now, nextAttemptAt: nextAttempt(attempts, now) },
      select: {
        ...{ id: true, event: true, at: true },
        claim: { select: { id: true, number: true, slug: true } },
        webhook: {
          select: { id: true, url: true, sealedSecret: true, formerSealedSecret: true, formerUntil: true },
        },
      },
    });
    return { told, url: webhook.url, secrets: secretsOf(webhook, now), attempts };
  });
}

type Sealed = {
  id: string;
  sealedSecret: string;
  formerSealedSecret: string | null;
  formerUntil: Date | null;
};

function secretsOf({ id, sealedSecret, formerSealedSecret, formerUntil }: Sealed, now: Date): string[] {
  const open = (sealed: string) => unseal(sealed, { purpose: "webhook", owner: id });
  const present = open(sealedSecret);
  if (present === null) return [];
  const former = formerSealedSecret !== null && formerUntil !== null && formerUntil > now;
  return [present, former ? open(formerSealedSecret) : null].filter((secret) => secret !== null);
}

type Begun = { deliveryId: string; attempts: number };

/** An attempt was answered as it should be. What another attempt made of it since stays. */
export async function recordSent({
  deliveryId,
  attempts,
  status,
}: Begun & { status: number }): Promise<void> {
  await db.webhookDelivery.updateMany({
    where: { id: deliveryId, attempts, state: "waiting" },
    data: { state: "sent", status, failure: NOTHING },
  });
}

/** An attempt failed: the next one is due later, or there is none. */
export async function recordFailed({
  deliveryId,
  attempts,
  error,
}: Begun & { error: AppError }): Promise<void> {
  await db.webhookDelivery.updateMany({
    where: { id: deliveryId, attempts, state: "waiting" },
    data: {
      failure: { reason: error.reason, values: error.values },
      ...(attempts >= MOST_ATTEMPTS && { state: "dead" }),
    },
  });
}

/** Milliseconds: after a month nobody sends anything again. */
const REMEMBERED = 30 * 24 * 3_600_000;

/** Forgets old deliveries. Answers how many. */
export async function purgeDeliveries({ now }: { now: Date }): Promise<number> {
  const where = { at: { lt: new Date(now.getTime() - REMEMBERED) } };
  return (await db.webhookDelivery.deleteMany({ where })).count;
}
