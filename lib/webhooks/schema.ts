import { z } from "zod";
import { choice, id, webAddress } from "#lib/input.ts";
import { EVENT_FIELDS, WEBHOOK_EVENTS, type WebhookEvent } from "./values.ts";

const tick = z.enum(["yes"], "not_a_choice").optional();

export type AddWebhookInput = { url: string; events: WebhookEvent[] };

/** As the form sends it: a tick for each event. */
export const addWebhookInput = z
  .strictObject({
    webhookUrl: webAddress,
    tellSubmitted: tick,
    tellVerdict: tick,
    tellPublished: tick,
    tellCorrected: tick,
    tellWithdrawn: tick,
  })
  .transform(({ webhookUrl, ...ticks }, context): AddWebhookInput => {
    const events = WEBHOOK_EVENTS.filter((event) => ticks[EVENT_FIELDS[event]] === "yes");
    if (events.length === 0) context.addIssue({ code: "custom", message: "required", path: ["events"] });
    return { url: webhookUrl, events };
  });

export const switchWebhookInput = z
  .strictObject({ webhookId: id, to: choice(["on", "off"]) })
  .transform(({ webhookId, to }) => ({ webhookId, isOn: to === "on" }));

export const webhookIdInput = z.strictObject({ webhookId: id });
export const deliveryIdInput = z.strictObject({ deliveryId: id });
