import type { Reason, Refusal } from "#lib/errors.ts";

/** Whether somebody may come by this address: the provider vouches for it, and it is one of the newsroom's. */
export function addressRefusal(
  { email, emailVerified }: { email: string | null; emailVerified: boolean },
  domains: readonly string[],
): Refusal | null {
  if (email === null || !emailVerified) return { reason: "provider_email_unverified" };
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return domains.includes(domain) ? null : { reason: "provider_email_foreign" };
}

/** Why signing in with the provider may fail: what the sign-in page says it for, and no other address can make it say. */
const PROBLEMS = [
  "provider_unreachable",
  "provider_cancelled",
  "provider_too_late",
  "provider_wrong",
  "provider_email_unverified",
  "provider_email_foreign",
  "provider_account_unknown",
  "provider_account_unlinked",
  "provider_account_taken",
  "member_disabled",
  "too_many_guesses",
] as const satisfies Reason[];
type Problem = (typeof PROBLEMS)[number];

export const isProblem = (reason: unknown): reason is Problem => PROBLEMS.some((each) => each === reason);

type Settings = Readonly<Record<"OIDC_ISSUER" | "OIDC_NAME", string>>;

/** The provider of these settings, and what members call it; null: there is none. */
export function providerIn({ OIDC_ISSUER: issuer, OIDC_NAME: name }: Settings) {
  return issuer === "" ? null : { issuer, name: name || new URL(issuer).host };
}

/** Where linking an account ends. */
export const LINKED = "/desk/settings/account";

/** Where signing in with the provider begins. */
export const START = "/api/auth/oidc";
