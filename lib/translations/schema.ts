import { z } from "zod";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import { LANGUAGES } from "#lib/i18n/languages.ts";
import { choice, id, optionalText, text, version } from "#lib/input.ts";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";
import { SCALE_LIMITS } from "#lib/verdicts/values.ts";

/** Of the translation the person saw; 0 when there was none. */
const seenVersion = z.coerce.number("not_a_choice").int().min(0).max(2_147_483_647);

export const publishTranslationInput = z.strictObject({
  claimId: id,
  language: choice(LANGUAGES),
  /** The number of the publication that was translated; of another one it is refused. */
  number: version,
  version: seenVersion,
  statement: text(CLAIM_LIMITS.statement),
  conclusion: text(REVIEW_LIMITS.conclusion),
  /** Markdown. */
  rationale: text(REVIEW_LIMITS.rationale),
});
export type PublishTranslationInput = z.infer<typeof publishTranslationInput>;

export const removeTranslationInput = z.strictObject({ claimId: id, language: choice(LANGUAGES), version });
export type RemoveTranslationInput = z.infer<typeof removeTranslationInput>;

export const translateTermInput = z
  .strictObject({
    /** Of a rating or of a kind of problem. */
    termId: id,
    language: choice(LANGUAGES),
    version: seenVersion,
    /** Without a label and a definition the translation is taken back. */
    label: optionalText(SCALE_LIMITS.label),
    definition: optionalText(SCALE_LIMITS.definition),
  })
  .superRefine(({ label, definition }, { addIssue }) => {
    if ((label === null) === (definition === null)) return;
    addIssue({ code: "custom", message: "required", path: [label === null ? "label" : "definition"] });
  });
export type TranslateTermInput = z.infer<typeof translateTermInput>;
