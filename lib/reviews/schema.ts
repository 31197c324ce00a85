import { z } from "zod";
import { id, text } from "#lib/input.ts";
import { REVIEW_LIMITS } from "./values.ts";

/** The parts every verdict has. */
export const opinionFields = {
  ratingId: id,
  /** What kind of problem the claim has, where the scale tells them apart. Empty: none of them. */
  problemId: z
    .literal("")
    .transform(() => null)
    .or(id)
    .nullable()
    .optional(),
  conclusion: text(REVIEW_LIMITS.conclusion),
  /** Markdown. */
  rationale: text(REVIEW_LIMITS.rationale),
};

export const giveOpinionInput = z.strictObject({ claimId: id, ...opinionFields });
export type GiveOpinionInput = z.infer<typeof giveOpinionInput>;

export const returnClaimInput = z.strictObject({ claimId: id, reason: text(REVIEW_LIMITS.reason) });
export type ReturnClaimInput = z.infer<typeof returnClaimInput>;
