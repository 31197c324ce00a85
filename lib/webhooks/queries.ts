import { type Db, db as pool } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Refusal } from "#lib/errors.ts";
import { snapshotFailure } from "#lib/snapshots/schema.ts";
import { type DeliveredEvent, type DeliveryState, MOST_SHOWN, type WebhookEvent } from "./values.ts";

export type Delivery = {
  id: string;
  event: DeliveredEvent;
  at: Date;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Date;
  attemptedAt: Date | null;
  status: number | null;
  failure: Refusal | null;
  claim: { id: string; number: number } | null;
};

export type Webhook = {
  id: string;
  version: number;
  url: string;
  events: WebhookEvent[];
  isOn: boolean;
  /** While deliveries are signed with the former secret too. */
  formerUntil: Date | null;
  createdAt: Date;
  createdBy: { name: string };
  /** The newest of those that gave up, then the newest of all others. */
  deliveries: Delivery[];
};

/** Webhooks, oldest first, with their last deliveries. */
export async function listWebhooks(db: Db = pool): Promise<Webhook[]> {
  const select = {
    ...{ id: true, event: true, at: true, state: true, attempts: true, nextAttemptAt: true },
    ...{ attemptedAt: true, status: true, failure: true },
    claim: { select: { id: true, number: true } },
  } as const;
  const hooks = await db.webhook.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, version: true, url: true, events: true, isOn: true, formerUntil: true, createdAt: true },
      createdBy: { select: { name: true } },
    },
  });
  const newest = {
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    select,
  } satisfies Prisma.WebhookDeliveryFindManyArgs;
  return Promise.all(
    hooks.map(async (hook) => {
      const webhookId = hook.id;
      const dead = await db.webhookDelivery.findMany({ where: { webhookId, state: "dead" }, ...newest });
      const others = await db.webhookDelivery.findMany({
        where: { webhookId, state: { not: "dead" } },
        ...newest,
      });
      return {
        ...hook,
        events: hook.events as WebhookEvent[],
        deliveries: [...dead, ...others].map(({ failure, event, ...row }) => ({
          ...row,
          event: event as DeliveredEvent,
          failure: failure === null ? null : snapshotFailure.parse(failure),
        })),
      };
    }),
  );
}
