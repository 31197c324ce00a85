import { type Actor, forbidden } from "#lib/auth/policy.ts";
import type { Refusal } from "#lib/errors.ts";
import type { ArchivingState } from "./values.ts";

const MINUTE = 60_000;

/** Tries after which nothing will come of it: over a day and a half, with the pauses between them. */
const MOST_TRIES = 6;

/** When to try again after `tries` that failed: 2, 8, 32 … minutes later. Null: not any more. */
export function nextTryAt(tries: number, now: Date): Date | null {
  if (tries >= MOST_TRIES) return null;
  return new Date(now.getTime() + 2 * 4 ** (tries - 1) * MINUTE);
}

/** When to ask how it stands with what was submitted: a page takes a minute, and some an hour. */
export function nextQuestionAt(submittedAt: Date, now: Date): Date {
  const age = now.getTime() - submittedAt.getTime();
  return new Date(now.getTime() + Math.min(Math.max(MINUTE, age / 2), 10 * MINUTE));
}

/** Milliseconds after which what was submitted counts as failed: the archive forgets its jobs in a day. */
const PATIENCE = 6 * 60 * MINUTE;

export function isForgotten(submittedAt: Date, now: Date): boolean {
  return now.getTime() - submittedAt.getTime() > PATIENCE;
}

/** Milliseconds between two submissions of one address. */
export const COOLDOWN = 60 * MINUTE;

/** Why `actor` may not have a copy archived, or null. `isCitedInPublic`: nothing that is confidential is told to others. */
export function archiveRefusal(
  copy: { isOn: boolean; isCitedInPublic: boolean; state: ArchivingState | null },
  actor: Pick<Actor, "role">,
): Refusal | null {
  const refused = forbidden(actor, "evidence.edit");
  if (refused) return refused;
  if (!copy.isOn) return { reason: "archiving_off" };
  if (!copy.isCitedInPublic) return { reason: "archiving_confidential" };
  return copy.state === null || copy.state === "failed" ? null : { reason: "archiving_begun" };
}
