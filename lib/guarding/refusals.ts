import { createHmac } from "node:crypto";
import { env } from "#lib/env.ts";
import { AppError, type Reason } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { senderOf } from "./rate-limit.ts";

/** Refusals of who one says to be that are answered as something else. */
const OF_PROOFS: ReadonlySet<Reason> = new Set([
  "wrong_password",
  "wrong_code",
  "link_unknown",
  "link_used",
  "link_expired",
  "link_withdrawn",
  "sent_too_often",
]);

/** Whether it says that somebody was not let in, or not allowed what they asked for. */
export function isRefusal(error: unknown): error is AppError {
  if (!(error instanceof AppError)) return false;
  return error.code === "unauthenticated" || error.code === "forbidden" || OF_PROOFS.has(error.reason);
}

type Refused = {
  reason: Reason;
  /** Who is signed in, if anybody is. */
  memberId?: string | undefined;
  /** Whose account it is about, as it was typed. */
  email?: string | null;
  /** The network address it comes from. */
  sender: string;
};

/**
 * Writes down that somebody was refused: why, and who and from where. E-mail and network addresses are hashes that only
 * this installation can make: lines about the same one can be joined, and tell nobody which it is.
 */
export function writeRefusal({ reason, memberId, email = null, sender }: Refused): void {
  const account = email === null ? undefined : hashOf(`account ${email.trim().toLowerCase()}`);
  log.warn({ reason, memberId, account, sender: hashOf(`sender ${senderOf(sender)}`) }, "refused");
}

type TurnedAway = { status: number; method: string; path: string; sender: string };

/**
 * Writes down that a request was turned away before anything of it was read: what another site's page sent, what was too
 * large, or TRACE. `path`: as the log may have it.
 */
export function writeTurnedAway({ sender, ...asked }: TurnedAway): void {
  log.warn({ ...asked, sender: hashOf(`sender ${senderOf(sender)}`) }, "turned away");
}

function hashOf(text: string): string {
  return createHmac("sha256", env.AUTH_SECRET).update(`log ${text}`).digest("base64url").slice(0, 22);
}
