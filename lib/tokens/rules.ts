import { type Actor, may } from "#lib/auth/policy.ts";
import type { Refusal } from "#lib/errors.ts";
import { SCOPE_PERMISSIONS, type Scope } from "./values.ts";

/** Why a token of this member may not have these scopes: none goes further than they do. */
export function scopesRefusal({ role }: Pick<Actor, "role">, scopes: readonly Scope[]): Refusal | null {
  const beyond = scopes.find((scope) => !may({ role }, SCOPE_PERMISSIONS[scope]));
  return beyond === undefined ? null : { reason: "scope_beyond_role", values: { role, scope: beyond } };
}

/** Why a token with these scopes may not be used for what needs `scope`. */
export function scopeRefusal(scopes: readonly string[], scope: Scope): Refusal | null {
  return scopes.includes(scope) || scopes.includes("all")
    ? null
    : { reason: "scope_missing", values: { scope } };
}

export type TokenState = "works" | "expired" | "revoked";

/** Whether a token still works. Its member's account may be switched off all the same. */
export function tokenState(
  { expiresAt, revokedAt }: { expiresAt: Date | null; revokedAt: Date | null },
  now: Date,
): TokenState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "works";
}
