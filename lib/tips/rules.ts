import { type Actor, includesRole, may, type Permission } from "#lib/auth/policy.ts";
import type { Refusal } from "#lib/errors.ts";
import { TIP_KINDS, type TipKind, type TipState } from "./values.ts";

/** What the rules need to know of a tip. */
export type TipFacts = {
  kind: TipKind;
  state: TipState;
  takenById: string | null;
  hasAddress: boolean;
  isAnswered: boolean;
};

export type TipStep = "take" | "release" | "settle" | "reopen" | "answer" | "erase" | "check";

const WORKS_ON: Record<TipKind, Permission> = { error: "tip.correct", claim: "tip.check" };

/** The kinds of tips that are for this member; others are not there for them. */
export function kindsFor(actor: Pick<Actor, "role">): TipKind[] {
  return TIP_KINDS.filter((kind) => may(actor, WORKS_ON[kind]));
}

/** Who is told the e-mail address of whoever wrote: editors, and the member who has the tip in hand. */
export function seesAddress(
  { takenById, state }: Pick<TipFacts, "takenById" | "state">,
  actor: Pick<Actor, "id" | "role">,
): boolean {
  return includesRole(actor.role, "editor") || (state === "in_work" && takenById === actor.id);
}

/** Why `actor` may not do this with the tip, or null. */
export function tipRefusal(step: TipStep, tip: TipFacts, actor: Pick<Actor, "id" | "role">): Refusal | null {
  if (!kindsFor(actor).includes(tip.kind)) return { reason: "not_found" };
  const isEditor = includesRole(actor.role, "editor");
  const isSettled = tip.state === "done" || tip.state === "no_change";
  const isMine = tip.state === "in_work" && tip.takenById === actor.id;
  if (step === "erase") {
    if (!isEditor) return { reason: "not_allowed" };
    return tip.hasAddress ? null : { reason: "tip_without_address" };
  }
  if (step === "reopen") return isSettled ? null : { reason: "tip_open" };
  if (step === "answer") {
    if (!isEditor && !isMine) return { reason: "tip_not_yours" };
    if (tip.isAnswered) return { reason: "tip_answered" };
    return tip.hasAddress ? null : { reason: "tip_without_address" };
  }
  if (isSettled) return { reason: "tip_settled" };
  if (step === "take") return tip.state === "new" ? null : { reason: "tip_taken" };
  if (step === "release")
    return isMine || (isEditor && tip.state === "in_work") ? null : { reason: "tip_not_yours" };
  if (step === "check" && tip.kind !== "claim") return { reason: "not_found" };
  return isMine ? null : { reason: "tip_not_yours" };
}
