export const REVIEW_STAGES = ["first", "second", "third", "adjudication"] as const;
export type ReviewStage = (typeof REVIEW_STAGES)[number];

/** In UTF-16 code units. The conclusion is one sentence; ClaimReview readers cut longer ones. */
export const REVIEW_LIMITS = { conclusion: 300, rationale: 20_000, reason: 2_000 } as const;
