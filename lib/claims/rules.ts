import { type Actor, includesRole, may, type Permission } from "#lib/auth/policy.ts";
import type { Refusal } from "#lib/errors.ts";
import type { ReviewStage } from "#lib/reviews/values.ts";
import type { ClaimState } from "./values.ts";

/** Everything one can do to a claim that depends on its state. */
export const CLAIM_COMMANDS = [
  "edit",
  "delete",
  "submit",
  "recall",
  "edit_evidence",
  "attest",
  "take",
  "release",
  "decide",
  "return",
  "dismiss",
  "reopen",
  "prioritise",
  "assign",
  "snooze",
  "publish",
  "correct",
  "withdraw",
] as const;
export type ClaimCommand = (typeof CLAIM_COMMANDS)[number];

/** The right to work on a claim in the queue until `expiresAt`. */
export type Lease = { holderId: string; holderName: string; expiresAt: Date };

/** That an editor asked somebody to do a claim; nobody else may take it until then. */
export type Assignment = { memberId: string; memberName: string; until: Date };

/** Everything the rules need to know of a claim. */
export type ClaimFacts = {
  state: ClaimState;
  authorId: string;
  /** Whose it was before it was handed over. */
  formerAuthorIds: readonly string[];
  evidenceCount: number;
  passageCount: number;
  /** Whether it has ever been in the queue: then its history stays. */
  wasSubmitted: boolean;
  /** Who already gave an opinion in this round. */
  reviewerIds: readonly string[];
  /** Which opinion it waits for; null outside the queue. */
  stage: ReviewStage | null;
  lease: Lease | null;
  assignment: Assignment | null;
};

/** Asks whether this person may, once role and state are right. */
type Who = (claim: ClaimFacts, actor: Actor, now: Date) => Refusal | null;

const anyone: Who = () => null;

const editor: Who = (_claim, actor) => (isEditor(actor) ? null : { reason: "not_allowed" });

const authorOrEditor: Who = (claim, actor) =>
  claim.authorId === actor.id || isEditor(actor) ? null : { reason: "not_yours" };

/** Blind and independent: neither the author, now or before it was handed over, nor anybody who has spoken in this round. */
const independent: Who = (claim, actor) => {
  if (wrote(claim, actor.id)) return { reason: "own_claim" };
  return claim.reviewerIds.includes(actor.id) ? { reason: "opinion_given" } : null;
};

const taker: Who = (claim, actor, now) =>
  independent(claim, actor, now) ?? heldByOther(claim, actor, now) ?? keptForOther(claim, actor, now);

const holder: Who = (claim, actor, now) => {
  const refused = taker(claim, actor, now);
  if (refused) return refused;
  if (claim.lease?.holderId !== actor.id) return { reason: "lease_missing" };
  return isLive(claim.lease, now) ? null : { reason: "lease_expired" };
};

const holderOrEditor: Who = (claim, actor, now) => {
  if (isEditor(actor)) return null;
  return may(actor, "review.take") ? holder(claim, actor, now) : { reason: "not_allowed" };
};

/** Giving back harms nobody, so an expired lease may be given back too. */
const releaser: Who = (claim, actor, now) => {
  if (claim.lease === null) return { reason: "lease_missing" };
  if (claim.lease.holderId === actor.id || isEditor(actor)) return null;
  return heldByOther(claim, actor, now) ?? { reason: "lease_missing" };
};

const submitter: Who = (claim, actor, now) => {
  const refused = authorOrEditor(claim, actor, now);
  if (refused) return refused;
  if (claim.evidenceCount === 0) return { reason: "no_evidence" };
  return claim.passageCount === 0 ? { reason: "no_passage" } : null;
};

/** Out of the queue again while nobody works on it: nobody's work is pulled from under their hands. */
const recaller: Who = (claim, actor, now) => {
  const refused = authorOrEditor(claim, actor, now);
  if (refused) return refused;
  const { lease } = claim;
  if (lease === null || lease.holderId === actor.id || !isLive(lease, now)) return null;
  return { reason: "taken_by_other", values: { name: lease.holderName } };
};

const deleter: Who = (claim, actor, now) =>
  authorOrEditor(claim, actor, now) ?? (claim.wasSubmitted ? { reason: "was_submitted" } : null);

type Rule = { permission: Permission; where: Partial<Record<ClaimState, Who>> };

/**
 * The life of a claim: for each command the least role (lib/auth/policy.ts), the states it is possible in, and
 * who may there. What an editor changes on a published claim stays at the desk until a correction publishes it.
 */
const RULES: Record<ClaimCommand, Rule> = {
  edit: {
    permission: "claim.edit",
    where: { draft: authorOrEditor, queued: editor, ready: editor, published: editor },
  },
  delete: { permission: "claim.delete", where: { draft: deleter, dismissed: deleter } },
  submit: { permission: "claim.submit", where: { draft: submitter } },
  recall: { permission: "claim.submit", where: { queued: recaller, in_review: recaller } },
  edit_evidence: {
    permission: "evidence.edit",
    where: {
      draft: authorOrEditor,
      queued: editor,
      in_review: holderOrEditor,
      second_review: holderOrEditor,
      adjudication: holderOrEditor,
      ready: editor,
      published: editor,
    },
  },
  // What stands with a withdrawn or a dismissed claim is not told to readers.
  attest: {
    permission: "evidence.attest",
    where: {
      draft: anyone,
      queued: anyone,
      in_review: anyone,
      second_review: anyone,
      adjudication: anyone,
      ready: anyone,
      published: anyone,
    },
  },
  take: {
    permission: "review.take",
    where: { queued: taker, in_review: taker, second_review: taker, adjudication: taker },
  },
  release: {
    permission: "review.take",
    where: { in_review: releaser, second_review: releaser, adjudication: releaser },
  },
  // A claim whose lease ran out may be queued again: then the answer is "take it first", not "wrong state".
  decide: {
    permission: "review.decide",
    where: { queued: holder, in_review: holder, second_review: holder, adjudication: holder },
  },
  return: {
    permission: "review.return",
    where: {
      queued: editor,
      in_review: holderOrEditor,
      second_review: holderOrEditor,
      adjudication: holderOrEditor,
      ready: editor,
    },
  },
  dismiss: {
    permission: "claim.dismiss",
    where: { draft: authorOrEditor, queued: editor, in_review: holderOrEditor },
  },
  reopen: { permission: "claim.reopen", where: { dismissed: authorOrEditor } },
  prioritise: {
    permission: "claim.prioritise",
    where: { queued: anyone, in_review: anyone, second_review: anyone, adjudication: anyone },
  },
  assign: {
    permission: "claim.assign",
    where: { queued: anyone, in_review: anyone, second_review: anyone, adjudication: anyone },
  },
  snooze: {
    permission: "review.take",
    where: {
      queued: independent,
      in_review: independent,
      second_review: independent,
      adjudication: independent,
    },
  },
  publish: { permission: "claim.publish", where: { ready: anyone } },
  correct: { permission: "claim.correct", where: { published: anyone } },
  withdraw: { permission: "claim.withdraw", where: { published: anyone } },
};

/**
 * Why `actor` may not do this to the claim at `now`, or null when they may. Role first, then state, then
 * person. Values are raw: `state` a key, `until` an ISO instant; lib/i18n/refusals.ts makes the sentence.
 */
export function refusal(command: ClaimCommand, claim: ClaimFacts, actor: Actor, now: Date): Refusal | null {
  const { permission, where } = RULES[command];
  if (!may(actor, permission)) return { reason: "not_allowed" };
  const who = where[claim.state];
  return who ? who(claim, actor, now) : { reason: "wrong_state", values: { state: claim.state } };
}

/** The answer for every command at once: what a claim's page offers, and why not the rest. */
export function refusals(claim: ClaimFacts, actor: Actor, now: Date): Record<ClaimCommand, Refusal | null> {
  const answers = CLAIM_COMMANDS.map((command) => [command, refusal(command, claim, actor, now)]);
  return Object.fromEntries(answers) as Record<ClaimCommand, Refusal | null>;
}

const OPEN_STATES: readonly ClaimState[] = ["adjudication", "ready", "published", "withdrawn"];

/** Whether everybody at the desk may see all opinions. Until then reviewers are blind: each sees only their own. */
export function maySeeOpinions(claim: Pick<ClaimFacts, "state">): boolean {
  return OPEN_STATES.includes(claim.state);
}

/** Whether a verdict is in force. An earlier round's verdict is not, and would prejudice the next. */
export function isDecided(state: ClaimState): boolean {
  return state === "ready" || state === "published" || state === "withdrawn";
}

/** Whether a lease still holds at `now`. */
export function isLive(lease: Pick<Lease, "expiresAt">, now: Date): boolean {
  return lease.expiresAt > now;
}

function heldByOther({ lease }: ClaimFacts, actor: Actor, now: Date): Refusal | null {
  if (lease === null || lease.holderId === actor.id || !isLive(lease, now)) return null;
  const values = { name: lease.holderName, until: lease.expiresAt.toISOString() };
  return { reason: "leased_by_other", values };
}

function keptForOther({ assignment }: ClaimFacts, actor: Actor, now: Date): Refusal | null {
  if (assignment === null || assignment.memberId === actor.id || assignment.until <= now) return null;
  return { reason: "assigned_to_other", values: { name: assignment.memberName } };
}

/**
 * Why an editor may not ask this member to do the claim next, or null. They must be able to take it: neither its
 * author nor anybody who has spoken in this round.
 */
export function assigneeRefusal(
  claim: Pick<ClaimFacts, "authorId" | "formerAuthorIds" | "reviewerIds">,
  { id, name, role, isDisabled }: Actor & { isDisabled: boolean },
): Refusal | null {
  const values = { name };
  if (isDisabled) return { reason: "assignee_disabled", values };
  if (!may({ role }, "review.take")) return { reason: "assignee_no_reviewer", values };
  if (wrote(claim, id)) return { reason: "assignee_own_claim", values };
  return claim.reviewerIds.includes(id) ? { reason: "assignee_gave_opinion", values } : null;
}

/** The furthest a claim may be put aside: what is wanted later than this is given back instead. */
const LONGEST_SNOOZE = 31 * 86_400_000;

/** Why a claim may not be put aside until then, or null. */
export function snoozeRefusal(until: Date, now: Date): Refusal | null {
  if (until <= now) return { reason: "snooze_past" };
  return until.getTime() - now.getTime() > LONGEST_SNOOZE ? { reason: "snooze_too_long" } : null;
}

/** Whether somebody is a claim's author, or was before it was handed over. */
export function wrote(
  { authorId, formerAuthorIds }: Pick<ClaimFacts, "authorId" | "formerAuthorIds">,
  id: string,
): boolean {
  return authorId === id || formerAuthorIds.includes(id);
}

function isEditor(actor: Actor): boolean {
  return includesRole(actor.role, "editor");
}
