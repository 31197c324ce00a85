import { z } from "zod";
import { choice, id, version, webAddress } from "#lib/input.ts";
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

type Fields = z.output<typeof fields>;

const tickedIn = (form: Partial<Fields>): WebhookEvent[] =>
  WEBHOOK_EVENTS.filter((event) => form[EVENT_FIELDS[event]] === "yes");

const isAnyTicked = (form: Partial<Fields>) => tickedIn(form).length > 0;

/** Asked along with what is wrong with the address, not after it. */
const ofEvents = {
  path: ["events"],
  error: "required",
  when: ({ value }: { value: unknown }) => typeof value === "object",
};

const told = (form: Fields): WebhookInput => ({ url: form.webhookUrl, events: tickedIn(form) });

export const addWebhookInput = fields.refine(isAnyTicked, ofEvents).transform(told);

export const editWebhookInput = fields
  .extend({ webhookId: id, version })
  .refine(isAnyTicked, ofEvents)
  .transform(({ webhookId, version, ...form }) => ({ webhookId, version, ...told(form) }));

export const switchWebhookInput = z
  .strictObject({ webhookId: id, to: choice(["on", "off"]) })
  .transform(({ webhookId, to }) => ({ webhookId, isOn: to === "on" }));

export const webhookIdInput = z.strictObject({ webhookId: id });
export const deliveryIdInput = z.strictObject({ deliveryId: id });
