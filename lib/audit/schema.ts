import { z } from "zod";
import { ROLES } from "#lib/auth/policy.ts";
import { SECOND_STEPS, WAYS_IN } from "#lib/auth/ways-in.ts";
import { CLAIM_STATES, DISMISSAL_GROUNDS } from "#lib/claims/values.ts";
import { POLICY_KEYS } from "#lib/policies/values.ts";
import { GATE_KEYS } from "#lib/publishing/values.ts";
import { REPLY_OUTCOMES } from "#lib/replies/values.ts";
import { REVIEW_STAGES } from "#lib/reviews/values.ts";
import { STANCES, VISIBILITIES } from "#lib/sources/values.ts";
import { TIP_KINDS } from "#lib/tips/values.ts";
import { FINDINGS, TASK_OUTCOMES } from "#lib/watch/values.ts";

const value = z.union([z.string(), z.number().int(), z.boolean(), z.null(), z.array(z.string())]);
type Value = z.infer<typeof value>;

/** Which fields an edit changed: what stood there, what stands there now. */
const changes = z.record(z.string(), z.object({ from: value, to: value }));
export type Changes = z.infer<typeof changes>;

const member = z.object({ name: z.string() });
/** The id of whoever the event names: null once they were erased; events from before it was kept have none. */
const whose = z.string().nullable().optional();
const ofMember = member.extend({ memberId: whose });
const nothing = z.object({});
/** Its whole address may be what lets one write there. */
const webhook = z.object({ host: z.string() });
const erased = z.object({ parts: z.number().int(), sha256: z.string() });
/** A token of a program, never the token itself. `member`: whose it is. */
const invitation = z.object({ email: z.string(), role: z.enum(ROLES) });
const token = z.object({
  name: z.string(),
  member: z.string(),
  memberId: whose,
  scopes: z.array(z.string()),
});
const claim = z.object({ number: z.number().int(), statement: z.string() });
const evidence = z.object({
  stance: z.enum(STANCES),
  title: z.string(),
  url: z.string().nullable(),
  /** What is confidential not everybody at the desk may read of. */
  visibility: z.enum(VISIBILITIES).default("public"),
});
const found = evidence.extend({ finding: z.enum(FINDINGS) });
const reason = z.object({ reason: z.string() });
/** A passage's words before and after a person said where they stand; null: nowhere in this text. */
const repaired = z.object({
  number: z.number().int(),
  revision: z.number().int(),
  before: z.string(),
  after: z.string().nullable(),
});
/** Words of the article a person attached to a claim, or took from it again. */
const chosen = z.object({ number: z.number().int(), revision: z.number().int(), words: z.string() });
/** A sentence of the article that was suggested for checking. */
const sentence = z.object({ words: z.string() });
const passages = z.number().int();
/** Something somebody outside sent: never their address, and not their words, which may name them. */
const tip = z.object({ kind: z.enum(TIP_KINDS), claimId: z.string().nullable() });
const staged = z.object({ stage: z.enum(REVIEW_STAGES) });
/** A request for a reply to the claim. */
const asked = z.object({ asked: z.string(), via: z.string(), outcome: z.enum(REPLY_OUTCOMES) });
const opinions = z.object({ opinions: z.number().int() });

/**
 * What history keeps of each action, and nothing else: fields not named here are dropped before writing.
 * An opinion's event says its stage only, never rating or words, because the history is read while a second
 * reviewer is still blind.
 */
const AUDIT_DATA = {
  "newsroom.set_up": z.object({ name: z.string() }),
  "newsroom.edited": z.object({ changes }),
  /** An admin had the history verified; what came of it is no change. */
  "newsroom.verification_asked": nothing,
  "policy.saved": z.object({ policy: z.enum(POLICY_KEYS), version: z.number().int() }),
  "policy.translated": z.object({
    policy: z.enum(POLICY_KEYS),
    language: z.string(),
    version: z.number().int(),
    /** The version of the policy that it translates. */
    number: z.number().int(),
  }),
  "scale.drafted": z.object({ name: z.string() }),
  /** `what`: the label or name that was changed. */
  "scale.edited": z.object({ name: z.string(), what: z.string() }),
  "scale.put_into_use": z.object({ name: z.string(), number: z.number().int() }),
  "scale.discarded": z.object({ name: z.string() }),
  "scale.translated": z.object({
    language: z.string(),
    /** What is translated. */
    label: z.string(),
    before: z.object({ label: z.string(), definition: z.string() }).nullable(),
    after: z.object({ label: z.string(), definition: z.string() }).nullable(),
  }),
  "member.added": z.object({ name: z.string(), email: z.string(), role: z.enum(ROLES) }),
  "invitation.made": invitation,
  "invitation.renewed": invitation,
  "invitation.withdrawn": invitation,
  "invitation.accepted": invitation.extend({
    name: z.string(),
    invitedBy: z.string(),
    invitedById: whose,
  }),
  /** By an account at the sign-in provider, without an invitation. `provider`: its issuer. */
  "member.joined": z.object({
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    provider: z.string(),
  }),
  /** An account at the sign-in provider signs them in from now on. */
  "member.provider_linked": z.object({ provider: z.string() }),
  /** It does not any more. */
  "member.provider_unlinked": z.object({ provider: z.string() }),
  "member.edited": z.object({ name: z.string(), changes }),
  "member.disabled": member,
  "member.enabled": member,
  /** Who it was is gone, here too. How many parts of events with it, and the hash of what is written down of them. */
  "member.erased": erased,
  /** Somebody who wrote in, of whom there is no more than what they wrote. */
  "person.erased": erased.extend({
    tips: z.number().int(),
    reason: z.string().nullable().default(null),
  }),
  "member.link_mailed": member,
  "member.sign_in_link_mailed": member,
  "member.reset_link_made": member,
  "member.password_reset": nothing,
  /** By what; null: from before it was kept. `secondStep` null also: there was none, or a passkey stood for both. */
  "member.signed_in": z.object({
    by: z.enum(WAYS_IN).nullable().default(null),
    secondStep: z.enum(SECOND_STEPS).nullable().default(null),
  }),
  "member.signed_out": nothing,
  /** By themselves, in other browsers; `count`: how many. */
  "member.sessions_ended": z.object({ count: z.number().int() }),
  "member.two_factor_begun": nothing,
  "member.two_factor_on": nothing,
  "member.two_factor_off": nothing,
  "member.backup_codes_made": nothing,
  /** Without its name, which the history could never forget. */
  "member.passkey_added": nothing,
  "member.passkey_removed": nothing,
  /** Its counter had gone back: there may be a copy of it. */
  "member.passkey_refused": nothing,
  /** By somebody else: the member had lost it. */
  "member.two_factor_removed": member,
  /** `drafts` have another author, `kept` are kept for them in the queue, `freed` went back to everybody. */
  "member.work_handed_over": z.object({
    name: z.string(),
    to: z.string(),
    toId: whose,
    drafts: z.number().int(),
    kept: z.number().int(),
    freed: z.number().int(),
  }),
  /** `bioChanged`: whether what readers may know of them was changed, never its words. */
  "member.profile_edited": z.object({ changes, bioChanged: z.boolean() }),
  "member.password_changed": nothing,
  /** `expiresAt`: an ISO instant. */
  "token.created": token.extend({ expiresAt: z.string().nullable() }),
  "token.revoked": token,
  "article.created": z.object({ title: z.string(), sha256: z.string() }),
  "article.edited": z.object({ changes }),
  /** How many passages came through the change which way. */
  "article.revised": z.object({
    number: z.number().int(),
    sha256: z.string(),
    exact: passages,
    moved: passages,
    reworded: passages,
    ambiguous: passages,
    lost: passages,
  }),
  "suggestion.waved_away": sentence,
  "suggestion.brought_back": sentence,
  "passage.confirmed": repaired,
  "passage.placed": repaired,
  "passage.detached": repaired,
  /** `before` null: they had said that it stands nowhere in this text. */
  "passage.repair_undone": repaired.extend({ before: z.string().nullable(), after: z.string() }),
  "passage.added": chosen,
  "passage.moved": repaired,
  "passage.removed": chosen,
  // That somebody commented, never what: see `staged`.
  "comment.added": nothing,
  "comment.edited": nothing,
  "comment.deleted": nothing,
  "comment.resolved": nothing,
  "comment.reopened": nothing,
  "claim.created": claim,
  "claim.edited": z.object({ changes }),
  "claim.deleted": claim,
  "claim.restored": claim,
  "claim.checks_edited": z.object({ changes }),
  "claim.reply_recorded": asked,
  "claim.reply_edited": z.object({ asked: z.string(), changes }),
  "claim.reply_removed": asked,
  "claim.submitted": z.object({ round: z.number().int() }),
  "claim.recalled": nothing,
  "claim.prioritised": z.object({ priority: z.number().int() }),
  /** `name`: of whoever was asked to do it. */
  "claim.assigned": staged.extend({ name: z.string(), memberId: whose }),
  "claim.unassigned": ofMember,
  /** A draft: whose it was, whose it is. */
  "claim.handed_over": z.object({ from: z.string(), fromId: whose, to: z.string(), toId: whose }),
  "claim.assignment_lapsed": ofMember,
  /** `until`: an ISO instant. */
  "claim.snoozed": staged.extend({ until: z.string() }),
  "claim.woken": nothing,
  "claim.taken": staged,
  "claim.released": staged,
  "claim.lease_expired": z.object({
    stage: z.enum(REVIEW_STAGES),
    holderName: z.string(),
    holderId: whose,
  }),
  "claim.returned": reason,
  "claim.dismissed": z.object({
    ground: z.enum(DISMISSAL_GROUNDS),
    reason: z.string(),
    duplicateOf: z.string().nullable(),
  }),
  "claim.reopened": z.object({ from: z.enum(CLAIM_STATES), round: z.number().int() }),
  "claim.published": z.object({
    number: z.number().int(),
    ratingLabel: z.string(),
    override: z.object({ item: z.enum(GATE_KEYS), reason: z.string() }).nullable(),
  }),
  "claim.corrected": z.object({ number: z.number().int(), type: z.string(), reason: z.string() }),
  "claim.withdrawn": reason,
  "claim.translated": z.object({ language: z.string(), number: z.number().int() }),
  "claim.translation_removed": z.object({ language: z.string() }),
  "evidence.attached": evidence.extend({
    /** The file, where the source is one. */
    document: z.object({ sha256: z.string(), fileName: z.string() }).optional(),
  }),
  "evidence.edited": evidence.extend({
    changes,
    /** How many other claims the edited source is cited in. */
    otherClaims: z.number().int(),
  }),
  "evidence.removed": evidence,
  /** An editor says that they have seen confidential evidence, or takes that back. */
  "evidence.seen": evidence,
  "evidence.seen_taken_back": evidence,
  /** The numbers of the claim's sources in their new order. */
  "evidence.ordered": z.object({ numbers: z.array(z.number().int()) }),
  /** How many pieces, and what the claim says they were copied from. */
  "evidence.copied": z.object({ count: z.number().int(), statement: z.string() }),
  /** The watch found that the cited page is not what it was. */
  "evidence.task_raised": found,
  "evidence.task_settled": found.extend({ outcome: z.enum(TASK_OUTCOMES), reason: z.string().nullable() }),
  /** The page says again what it said. */
  "evidence.task_closed": found,
  "evidence.correction_wanted": found,
  "source.edited": z.object({ title: z.string(), url: z.string().nullable(), changes }),
  /** `from` went into the source; how much of its evidence and copies. */
  "source.merged": z.object({
    title: z.string(),
    url: z.string().nullable(),
    from: z.object({ id: z.string(), title: z.string(), url: z.string().nullable() }),
    evidence: z.number().int(),
    snapshots: z.number().int(),
  }),
  /** Somebody asked for a look at the page. */
  "source.check_requested": z.object({ title: z.string(), url: z.string() }),
  /** Somebody asked for a copy of a source as it is now. */
  "snapshot.requested": z.object({ title: z.string(), url: z.string() }),
  "snapshot.archiving_requested": z.object({ title: z.string(), url: z.string() }),
  "snapshot.archived": z.object({ title: z.string(), url: z.string().nullable(), archiveUrl: z.string() }),
  /** `code`: in the archive's own words. */
  "snapshot.archiving_failed": z.object({ title: z.string(), url: z.string().nullable(), code: z.string() }),
  /** The copy is kept; `changes`: what was empty of the source and could be filled in from it. */
  "snapshot.kept": z.object({ title: z.string(), url: z.string().nullable(), sha256: z.string(), changes }),
  "feed.added": z.object({ url: z.string() }),
  "feed.edited": z.object({ url: z.string(), changes }),
  "feed.removed": z.object({ url: z.string() }),
  "webhook.added": webhook,
  "webhook.edited": webhook.extend({ changes }),
  "webhook.secret_renewed": webhook,
  "webhook.switched_on": webhook,
  "webhook.switched_off": webhook,
  "webhook.removed": webhook,
  "webhook.tested": webhook,
  "webhook.resent": webhook,
  /** Checks of others that were taken over; `sha256`: of the file. */
  "checks.imported": z.object({ count: z.number().int(), sha256: z.string() }),
  "tip.received": tip,
  "tip.taken": tip,
  "tip.released": tip,
  "tip.settled": tip.extend({ state: z.enum(["done", "no_change"]), reason: z.string().nullable() }),
  "tip.reopened": tip,
  /** `byMail`: it was given to the mail server; otherwise the member sends it themselves. */
  "tip.answered": tip.extend({ byMail: z.boolean() }),
  "tip.address_deleted": tip,
  "review.decided": staged,
  "review.agreed": opinions,
  "review.differed": opinions,
} as const satisfies Record<string, z.ZodObject>;

export type AuditAction = keyof typeof AUDIT_DATA;
export const AUDIT_ACTIONS = Object.keys(AUDIT_DATA) as AuditAction[];

/** One action with the data it must come with: a union told apart by `action`. */
export type AuditEntry = {
  [Action in AuditAction]: { action: Action; data: z.infer<(typeof AUDIT_DATA)[Action]> };
}[AuditAction];

/** Drops what the action does not keep. Throws when something it needs is missing. */
export function parseAuditEntry({ action, data }: { action: string; data: unknown }): AuditEntry {
  if (!Object.hasOwn(AUDIT_DATA, action)) throw new Error(`Unknown audit action: ${action}`);
  const known = action as AuditAction;
  return { action: known, data: AUDIT_DATA[known].parse(data) } as AuditEntry;
}

/** An event as it is read: also one whose data cannot be, because of what was taken out of it or as another version wrote it. */
export type ReadEntry = AuditEntry | { action: "event.unreadable"; data: { action: string } };

/** One event must not keep anybody from reading the others: what cannot be read says so. */
export function readAuditEntry(event: { action: string; data: unknown }): ReadEntry {
  try {
    return parseAuditEntry(event);
  } catch {
    return { action: "event.unreadable", data: { action: event.action } };
  }
}

/** What the schema of an action is, for lists that have to be whole. */
export const schemaOf = (action: AuditAction): z.ZodObject => AUDIT_DATA[action];

/** The fields of `after` that differ from `before`, as an edit's event keeps them. */
export function changesBetween<Field extends string>(
  before: Readonly<Record<NoInfer<Field>, Value>>,
  after: Readonly<Record<Field, Value>>,
): Changes {
  const fields = Object.keys(after) as Field[];
  const differing = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(differing.map((field) => [field, { from: before[field], to: after[field] }]));
}
