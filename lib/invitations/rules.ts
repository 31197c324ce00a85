import { may, type Role } from "#lib/auth/policy.ts";
import type { Refusal } from "#lib/errors.ts";

/** Milliseconds an invitation is open: a week. */
export const OPEN_FOR = 7 * 24 * 3_600_000;

export type InvitationFacts = {
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  invitedBy: { role: Role; disabledAt: Date | null };
};

/**
 * Why an invitation lets nobody in any more, or null. With whoever made it their invitations go too: an admin who is
 * switched off must not have left doors open.
 */
export function invitationRefusal(invitation: InvitationFacts, now: Date): Refusal | null {
  const { expiresAt, acceptedAt, withdrawnAt, invitedBy } = invitation;
  if (acceptedAt !== null) return { reason: "link_used" };
  if (expiresAt <= now) return { reason: "link_expired" };
  const isBacked = invitedBy.disabledAt === null && may(invitedBy, "members.edit");
  return withdrawnAt !== null || !isBacked ? { reason: "link_withdrawn" } : null;
}
