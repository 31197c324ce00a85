import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

/** When a form was drawn, as the form itself carries it: nobody else can write one that holds. */
export function stampForm(now: Date): string {
  const at = now.getTime().toString(36);
  return `${at}.${signatureOf(at)}`;
}

/** When the form with this stamp was drawn; null when the stamp is none of ours. */
export function readStamp(stamp: string): Date | null {
  const [at = "", signature = ""] = stamp.split(".", 2);
  const expected = Buffer.from(signatureOf(at));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return new Date(Number.parseInt(at, 36));
}

function signatureOf(at: string): string {
  return createHmac("sha256", env.AUTH_SECRET).update(`form-stamp ${at}`).digest("base64url");
}
