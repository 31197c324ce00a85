/** What of a claim's life other programs can be told. */
export const WEBHOOK_EVENTS = [
  "claim.submitted",
  "claim.verdict",
  "claim.published",
  "claim.corrected",
  "claim.withdrawn",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What a delivery tells: one of these, or that somebody tries the address. */
export type DeliveredEvent = WebhookEvent | "test";

/** After these readers have a page of the claim. */
export const PUBLIC_EVENTS: ReadonlySet<string> = new Set<WebhookEvent>([
  "claim.published",
  "claim.corrected",
  "claim.withdrawn",
]);

/** The form's tick for each event. */
export const EVENT_FIELDS = {
  "claim.submitted": "tellSubmitted",
  "claim.verdict": "tellVerdict",
  "claim.published": "tellPublished",
  "claim.corrected": "tellCorrected",
  "claim.withdrawn": "tellWithdrawn",
} as const satisfies Record<WebhookEvent, string>;

export type DeliveryState = "waiting" | "sent" | "dead";

export const WEBHOOK_LIMITS = { count: 20 } as const;

/** Deliveries of each webhook that are shown. */
export const MOST_SHOWN = 10;
