import type { Refusal } from "#lib/errors.ts";

/** Roles, weakest first: each includes the ones before. */
export const ROLES = ["reporter", "reviewer", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking, as rules and commands need to know them. */
export type Actor = {
  id: string;
  name: string;
  role: Role;
  /** With which of their tokens a program asks for them: for the history, and for nothing else. */
  token?: { id: string; name: string };
};

/** The one table of who may do what: the least role that may. What a claim's state adds is in lib/claims/rules.ts. */
const LEAST_ROLE = {
  "desk.read": "reporter",
  "article.create": "reporter",
  "article.edit": "reporter",
  "article.display": "editor",
  "article.plan": "editor",
  "claim.create": "reporter",
  "claim.edit": "reporter",
  "claim.delete": "reporter",
  "claim.submit": "reporter",
  "claim.dismiss": "reporter",
  "claim.reopen": "reporter",
  "comment.write": "reporter",
  "evidence.edit": "reporter",
  "source.edit": "reporter",
  "review.take": "reviewer",
  "review.decide": "reviewer",
  "review.return": "reviewer",
  "insights.read": "reviewer",
  "source.merge": "editor",
  "evidence.attest": "editor",
  "claim.prioritise": "editor",
  "claim.assign": "editor",
  "claim.publish": "editor",
  "claim.correct": "editor",
  "claim.withdraw": "editor",
  "tip.check": "reporter",
  "tip.correct": "editor",
  "insights.people": "editor",
  "policies.edit": "editor",
  "feeds.edit": "editor",
  "audit.read": "editor",
  "audit.verify": "admin",
  "newsroom.edit": "admin",
  "members.edit": "admin",
  "webhooks.edit": "admin",
  "checks.import": "admin",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof LEAST_ROLE;

/** Whether a role includes another. An unknown role includes none. */
export function includesRole(role: string, least: Role): boolean {
  const rank = ROLES.indexOf(role as Role);
  return rank >= 0 && rank >= ROLES.indexOf(least);
}

/** May this person do this at all? Unknown permission or role: no. */
export function may(actor: Pick<Actor, "role">, permission: Permission): boolean {
  return Object.hasOwn(LEAST_ROLE, permission) && includesRole(actor.role, LEAST_ROLE[permission]);
}

/** `may` as a refusal, for commands: `insist(forbidden(actor, "members.edit"))`. */
export function forbidden(actor: Pick<Actor, "role">, permission: Permission): Refusal | null {
  return may(actor, permission) ? null : { reason: "not_allowed" };
}
