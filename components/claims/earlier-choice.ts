import type { CheckedClaim } from "#lib/claims/checked-before.ts";
import type { EarlierUse } from "./earlier-claim.tsx";

/** What shall be made of an earlier claim that says the same. */
export type EarlierChoice = { claim: CheckedClaim; use: EarlierUse };

/** As the form's draft keeps it; empty for none. */
export function choiceAsText(choice: EarlierChoice | null): string {
  return choice === null ? "" : JSON.stringify(choice);
}

/** The choice a draft kept; null for none, and for what an older version wrote. */
export function choiceFromText(text: string): EarlierChoice | null {
  try {
    const value: unknown = JSON.parse(text);
    return isChoice(value) ? { use: value.use, claim: withDates(value.claim) } : null;
  } catch {
    return null;
  }
}

function isChoice(value: unknown): value is EarlierChoice {
  if (typeof value !== "object" || value === null || !("use" in value && "claim" in value)) return false;
  const { use, claim } = value;
  if (use !== "duplicate" && use !== "sources") return false;
  return typeof claim === "object" && claim !== null && "id" in claim && "createdAt" in claim;
}

/** JSON has no instants: they come as text. */
export function withDates(claim: CheckedClaim): CheckedClaim {
  const { createdAt, decidedAt } = claim;
  return { ...claim, createdAt: new Date(createdAt), decidedAt: decidedAt && new Date(decidedAt) };
}
