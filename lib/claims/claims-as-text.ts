import type { DeskClaim } from "./desk-claim.ts";

/**
 * Claims as one piece of text. React takes a list apart into its values and the browser puts it together one by one;
 * text is read by JSON.parse, at once.
 */
export function claimsToText(claims: readonly DeskClaim[]): string {
  return JSON.stringify(claims);
}

/** The claims again, whether sent by a page or by an address of the desk. */
export function claimsFromText(text: string): DeskClaim[] {
  return withInstants(JSON.parse(text));
}

/** JSON has no instants: they came as text. Takes over the list that is given. */
export function withInstants(claims: DeskClaim[]): DeskClaim[] {
  for (const claim of claims) {
    claim.submittedAt = claim.submittedAt && new Date(claim.submittedAt);
    claim.updatedAt = new Date(claim.updatedAt);
    if (claim.lease) claim.lease = { ...claim.lease, expiresAt: new Date(claim.lease.expiresAt) };
  }
  return claims;
}
