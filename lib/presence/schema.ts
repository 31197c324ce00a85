import { z } from "zod";
import { id } from "#lib/input.ts";

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

const where = z.strictObject({
  claimId: id.nullable(),
  isEditing: z.boolean(),
  field: z.enum(CLAIM_FIELDS).nullable(),
});

/** What a page says of the person at it: where they are, or that they left. `tab`: an id the page made up. */
export const presenceInput = z
  .union([where.extend({ tab: id }), z.strictObject({ tab: id, isLeaving: z.literal(true) })])
  .refine((input) => "isLeaving" in input || !input.isEditing || input.claimId !== null, {
    path: ["claimId"],
    message: "required",
  });
export type PresenceInput = z.infer<typeof presenceInput>;

/** Somebody who has an article open: on which claim they are, and whether its form is open before them. */
export type PersonHere = {
  memberId: string;
  name: string;
  claimId: string | null;
  isEditing: boolean;
  field: ClaimField | null;
};
