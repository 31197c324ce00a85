import type { Role } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";

/** What can be found at the desk, and no more of it than anybody at the desk may know. */
export type FoundArticle = { id: string; title: string; publisher: string | null };
export type FoundClaim = {
  id: string;
  statement: string;
  state: ClaimState;
  claimantName: string | null;
  articleTitle: string;
};
/** What a claim is found by. */
export const wordsOfClaim = ({ statement, claimantName }: FoundClaim): string =>
  claimantName === null ? statement : `${statement} ${claimantName}`;

export type FoundPerson = { id: string; name: string; role: Role };

/** The best of each kind, best first. */
export type Found = { articles: FoundArticle[]; claims: FoundClaim[]; people: FoundPerson[] };

/** What was looked at before, as the browser keeps it: no words, only what the server is asked again. */
export type Visit = { kind: "article" | "claim"; id: string };

/** Visits that are remembered, and that one request may ask for. */
export const MOST_VISITS = 8;

/** Visits as they stand in an address: `article:<id>,claim:<id>`. */
export const listVisits = (visits: readonly Visit[]): string =>
  visits.map(({ kind, id }) => `${kind}:${id}`).join(",");

/** As Postgres writes ids: whatever passes can be asked for. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Visits from an address, as `listVisits` writes them. What is none is passed over. */
export function visitsFrom(listed: string): Visit[] {
  return listed
    .split(",")
    .flatMap((entry): Visit[] => {
      const [kind = "", id = ""] = entry.split(":");
      return (kind === "article" || kind === "claim") && UUID.test(id) ? [{ kind, id }] : [];
    })
    .slice(0, MOST_VISITS);
}
