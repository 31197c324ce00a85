import { z } from "zod";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import { id, text } from "#lib/input.ts";

export const wavedAwayInput = z.strictObject({ articleId: id });

/** A sentence of an article, by its words: it stays what it is in the article's next text. */
export const suggestionInput = z.strictObject({ articleId: id, words: text(CLAIM_LIMITS.passage) });
export type SuggestionInput = z.infer<typeof suggestionInput>;
