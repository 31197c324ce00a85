import { createHmac } from "node:crypto";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { postText } from "#lib/fetching/post-text.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import {
  beginAttempt,
  forgetFormerSecrets,
  purgeDeliveries,
  recordFailed,
  recordSent,
  retryDue,
} from "./commands.ts";
import { bodyOf } from "./rules.ts";

/** Tries again what is due, and forgets what is old. */
export const checkDeliveries: JobHandler<"webhooks.check"> = async () => {
  const begun = await retryDue({ now: new Date() });
  if (begun > 0) log.info({ begun }, "webhook deliveries tried again");
  await purgeDeliveries({ now: new Date() });
  await forgetFormerSecrets({ now: new Date() });
};

/** Sends one delivery, once. Every way it can fail is told on the page of webhooks. */
export const sendDelivery: JobHandler<"webhooks.send"> = async ({ deliveryId }) => {
  const now = new Date();
  const attempt = await beginAttempt({ deliveryId, now });
  if (!attempt) return;
  const { told, url, secrets, attempts } = attempt;
  try {
    if (secrets.length === 0) throw new AppError("webhook_secret_lost");
    const body = bodyOf(told, env.PUBLIC_URL);
    const { status } = await postText({
      ...{ url, body, contentType: "application/json", allowedHosts: env.FETCH_ALLOWED_HOSTS },
      headers: {
        "proofmark-event": told.event,
        "proofmark-delivery": deliveryId,
        "proofmark-signature": signatureOf({ body, secrets, now }),
      },
    });
    await recordSent({ deliveryId, attempts, status });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.info({ deliveryId, attempts, reason: error.reason }, "webhook delivery failed");
    await recordFailed({ deliveryId, attempts, error });
  }
};

type Signed = { body: string; secrets: readonly string[]; now: Date };

/** With the instant in it, so that what somebody overheard cannot be sent again later. docs/webhooks.md */
function signatureOf({ body, secrets, now }: Signed): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const signatures = secrets.map((secret) =>
    createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"),
  );
  return [`t=${seconds}`, ...signatures.map((signature) => `v1=${signature}`)].join(",");
}
