import type { AuditAction } from "./schema.ts";

/**
 * How it is known whose name or address a field has. `subject`: the event is about them. `thing`: about something of theirs.
 * `id`: the data has their id in the field `id`; events from before that go by `words`, being equal to what they are called.
 */
export type PersonField =
  | { path: readonly [string, ...string[]]; by: "subject" | "thing" | "words" }
  | { path: readonly [string]; by: "id"; id: string };

const subject = (...path: [string, ...string[]]) => ({ path, by: "subject" }) as const;
const words = (...path: [string, ...string[]]) => ({ path, by: "words" }) as const;
const byId = (field: string, id: string) => ({ path: [field], by: "id", id }) as const;

const changed = [subject("changes", "name", "from"), subject("changes", "name", "to")] as const;
const changedAddress = [subject("changes", "email", "from"), subject("changes", "email", "to")] as const;
const named = [subject("name")];
const invited = [words("email")];
const asked = [words("asked"), words("via")];
/** What a token is called is its member's own word, and names nobody else. */
const token = [{ path: ["name"], by: "thing" } as const, byId("member", "memberId")];
const member = [byId("name", "memberId")];

/** Which fields of which events have a person's name or address: erasing somebody looks there and nowhere else. */
export const PEOPLE: Partial<Record<AuditAction, readonly PersonField[]>> = {
  "member.added": [...named, subject("email")],
  "member.joined": [...named, subject("email")],
  "member.edited": [...named, ...changed, ...changedAddress],
  "member.profile_edited": changed,
  "member.disabled": named,
  "member.enabled": named,
  "member.link_mailed": named,
  "member.sign_in_link_mailed": named,
  "member.reset_link_made": named,
  "member.two_factor_removed": named,
  "member.work_handed_over": [...named, byId("to", "toId")],
  "invitation.made": invited,
  "invitation.renewed": invited,
  "invitation.withdrawn": invited,
  "invitation.accepted": [...named, subject("email"), byId("invitedBy", "invitedById")],
  "token.created": token,
  "token.revoked": token,
  "claim.assigned": member,
  "claim.unassigned": member,
  "claim.assignment_lapsed": member,
  "claim.handed_over": [byId("from", "fromId"), byId("to", "toId")],
  "claim.lease_expired": [byId("holderName", "holderId")],
  "claim.reply_recorded": asked,
  "claim.reply_removed": asked,
  "claim.reply_edited": [
    words("asked"),
    ...["asked", "via"].flatMap((field) => [words("changes", field, "from"), words("changes", field, "to")]),
  ],
};
