import { z } from "zod";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { choice, id, text, version } from "#lib/input.ts";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";

export const publishTranslationInput = z.strictObject({
  claimId: id,
  language: choice(LANGUAGES),
  /** The number of the publication that was translated; of another one it is refused. */
  number: version,
  /** Of the translation the person saw; 0 when there was none. */
  version: z.coerce.number("not_a_choice").int().min(0).max(2_147_483_647),
  statement: text(CLAIM_LIMITS.statement),
  conclusion: text(REVIEW_LIMITS.conclusion),
  /** Markdown. */
  rationale: text(REVIEW_LIMITS.rationale),
});
export type PublishTranslationInput = z.infer<typeof publishTranslationInput>;

export const removeTranslationInput = z.strictObject({ claimId: id, language: choice(LANGUAGES), version });
export type RemoveTranslationInput = z.infer<typeof removeTranslationInput>;
