import { may, type Role } from "#lib/auth/policy.ts";
import type { Refusal } from "#lib/errors.ts";

type Person = { role: Role; disabledAt: Date | null };

export type EntryLinkFacts = {
  expiresAt: Date;
  endedAt: Date | null;
  member: Person;
  /** The admin who made it; null: the member asked for it by e-mail. */
  madeBy: Person | null;
};

/** Why a link lets its member in no more, or null. */
export function entryLinkRefusal(
  { expiresAt, endedAt, member, madeBy }: EntryLinkFacts,
  now: Date,
): Refusal | null {
  if (member.disabledAt !== null) return { reason: "member_disabled" };
  if (endedAt !== null) return { reason: "link_used" };
  if (expiresAt <= now) return { reason: "link_expired" };
  const isBacked = madeBy === null || (madeBy.disabledAt === null && may(madeBy, "members.edit"));
  return isBacked ? null : { reason: "link_withdrawn" };
}
