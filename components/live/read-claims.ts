import { withInstants } from "#lib/claims/claims-as-text.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import { MOST_ASKED_CLAIMS } from "#lib/claims/values.ts";

/** What the server says now of some claims. `revisionId`: the text their passages stand in. */
export type ClaimsNow = { revisionId: string; claims: DeskClaim[]; goneIds: string[] };

/** Asks for claims again, as many as can be asked for at once. Throws when there is no answer. */
export async function readClaims(articleId: string, ids: readonly string[]): Promise<ClaimsNow> {
  const query = new URLSearchParams({ ids: ids.slice(0, MOST_ASKED_CLAIMS).join(",") });
  const response = await fetch(`/api/desk/articles/${articleId}/claims?${query}`);
  if (!response.ok) throw new Error(`The claims were answered with ${response.status}`);
  const { claims, ...rest } = (await response.json()) as ClaimsNow;
  return { ...rest, claims: withInstants(claims) };
}
