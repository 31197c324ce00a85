import "server-only";
import { requireActor } from "#lib/auth/session.ts";
import { listWebhooks, type Webhook } from "./queries.ts";

/** The newsroom's webhooks, for admins. */
export async function loadWebhooks(): Promise<Webhook[]> {
  await requireActor("webhooks.edit");
  return listWebhooks();
}
