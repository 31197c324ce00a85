import "server-only";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { listPolicies, type Policy } from "./queries.ts";

/** The newsroom's policies, for those who write them. */
export async function loadPolicies(): Promise<{ actor: Actor; policies: Policy[] }> {
  const actor = await requireActor("policies.edit");
  return { actor, policies: await listPolicies() };
}
