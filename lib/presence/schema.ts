import { z } from "zod";
import { id } from "#lib/input.ts";
import { CLAIM_FIELDS } from "./values.ts";

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
