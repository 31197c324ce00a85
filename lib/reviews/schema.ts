import { z } from "zod";
import { id, text } from "#lib/input.ts";

export const REVIEW_STAGES = ["first", "second", "third", "adjudication"] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

/** In UTF-16 code units. The conclusion is one sentence; ClaimReview readers cut longer ones. */
export const REVIEW_LIMITS = { conclusion: 300, rationale: 20_000, reason: 2_000 } as const;

/** The parts every verdict has. */
export const opinionFields = {
  ratingId: id,
  conclusion: text(REVIEW_LIMITS.conclusion),
  /** Markdown. */
  rationale: text(REVIEW_LIMITS.rationale),
};

export const giveOpinionInput = z.strictObject({ claimId: id, ...opinionFields });
export type GiveOpinionInput = z.infer<typeof giveOpinionInput>;

export const returnClaimInput = z.strictObject({ claimId: id, reason: text(REVIEW_LIMITS.reason) });
export type ReturnClaimInput = z.infer<typeof returnClaimInput>;

export const QUEUE_VIEWS = ["mine", "next", "all", "second", "adjudication", "ready"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];
