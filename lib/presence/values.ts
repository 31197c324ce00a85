/** Milliseconds between two signs of life of a page, and after which without one nobody is there any more. */
export const PRESENCE = { every: 20_000, lasts: 50_000 } as const;

/** The fields of a claim's form, by the names they are sent with. */
export const CLAIM_FIELDS = [
  "statement",
  "claimantName",
  "claimantKind",
  "saidOn",
  "saidWhere",
  "topics",
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** Somebody who has an article open: on which claim they are, and whether its form is open before them. */
export type PersonHere = {
  memberId: string;
  name: string;
  claimId: string | null;
  isEditing: boolean;
  field: ClaimField | null;
};
