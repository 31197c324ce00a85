import type { Refusal } from "#lib/errors.ts";

/** Milliseconds: nobody reads a form and fills it in faster; nobody has it open longer and means to send it. */
export const LEAST_TIME = 3_000;
export const MOST_TIME = 86_400_000;

/**
 * Why a form as it was sent is not taken, or null: `drawnAt` null when it says nothing of ours, `trap` what stands in
 * the field that people leave empty. What was typed stays in the form, so that a person sends it again.
 */
export function formRefusal({
  drawnAt,
  trap,
  now,
}: {
  drawnAt: Date | null;
  trap: string;
  now: Date;
}): Refusal | null {
  if (trap !== "") return { reason: "left_empty" };
  if (drawnAt === null) return { reason: "form_expired" };
  const taken = now.getTime() - drawnAt.getTime();
  if (taken > MOST_TIME) return { reason: "form_expired" };
  return taken < LEAST_TIME ? { reason: "sent_too_quickly" } : null;
}
