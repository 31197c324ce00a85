import { z } from "zod";
import { choice, id, webAddress } from "#lib/input.ts";
import { EVENT_FIELDS, WEBHOOK_EVENTS, type WebhookEvent } from "./values.ts";

const tick = z.enum(["yes"], "not_a_choice").optional();

/** As a form sends it: a tick for each event. */
const fields = z.strictObject({
  webhookUrl: webAddress,
  tellSubmitted: tick,
  tellVerdict: tick,
  tellPublished: tick,
  tellCorrected: tick,
  tellWithdrawn: tick,
});

/** Where a program is told, and of what. */
export type WebhookInput = { url: string; events: WebhookEvent[] };

function told({ webhookUrl, ...ticks }: z.output<typeof fields>, context: z.RefinementCtx): WebhookInput {
  const events = WEBHOOK_EVENTS.filter((event) => ticks[EVENT_FIELDS[event]] === "yes");
  if (events.length === 0) context.addIssue({ code: "custom", message: "required", path: ["events"] });
  return { url: webhookUrl, events };
}

export const addWebhookInput = fields.transform(told);

export const editWebhookInput = fields
  .extend({ webhookId: id })
  .transform(({ webhookId, ...form }, context) => ({ webhookId, ...told(form, context) }));

export const switchWebhookInput = z
  .strictObject({ webhookId: id, to: choice(["on", "off"]) })
  .transform(({ webhookId, to }) => ({ webhookId, isOn: to === "on" }));

export const webhookIdInput = z.strictObject({ webhookId: id });
export const deliveryIdInput = z.strictObject({ deliveryId: id });
