import { PUBLIC_EVENTS } from "./values.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds from an attempt that failed to the next one. */
const WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, 24 * HOUR];

/** Attempts after which a delivery is dead. */
export const MOST_ATTEMPTS = WAITS.length + 1;

/** When a delivery is tried again that was tried so often, should this attempt fail. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + (WAITS[attempts - 1] ?? HOUR));
}

/** Milliseconds for which deliveries are signed with the former secret too, once there is another. */
export const OVERLAP = 24 * HOUR;

export type Told = {
  id: string;
  event: string;
  at: Date;
  claim: { id: string; number: number; slug: string } | null;
};

/**
 * What a program is sent: that something happened, when, and where to ask for more with a token. Never what was judged or
 * written: who may know that is the API's to say.
 */
export function bodyOf({ id, event, at, claim }: Told, siteUrl: string): string {
  return JSON.stringify({
    id,
    event,
    at: at.toISOString(),
    ...(claim && {
      claim: {
        id: claim.id,
        number: claim.number,
        api: new URL(`/api/v1/claims/${claim.id}`, siteUrl).href,
        ...(PUBLIC_EVENTS.has(event) && { url: new URL(`/claims/${claim.slug}`, siteUrl).href }),
      },
    }),
  });
}
