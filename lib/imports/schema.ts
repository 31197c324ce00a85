import { z } from "zod";
import { BLOCK_TYPES } from "#lib/anchoring/blocks.ts";
import { articleDetails, cellPlace, inlineMark } from "#lib/articles/schema.ts";
import { ARTICLE_LIMITS } from "#lib/articles/values.ts";
import type { Reason } from "#lib/errors.ts";
import { id, optionalWebAddress, text, webAddress } from "#lib/input.ts";

/** The article a new text belongs to; empty in the form for a new article. */
const articleId = z
  .literal("")
  .transform(() => null)
  .or(id)
  .nullable()
  .default(null);

export const importAddressInput = z.strictObject({ url: webAddress, articleId });
export type ImportAddressInput = z.infer<typeof importAddressInput>;

/** `html` is what the clipboard held besides the plain `text`; without script it is empty. */
export const importPastedInput = z.strictObject({
  text: z.string().min(1, "required"),
  html: z.string().default(""),
  url: optionalWebAddress,
  articleId,
});
export type ImportPastedInput = z.infer<typeof importPastedInput>;

/** Beside the file itself. */
export const importFileInput = z.strictObject({ url: optionalWebAddress, articleId });

export const checkForChangesInput = z.strictObject({ articleId: id });

export const importIdInput = z.strictObject({ importId: id });

/** Places of the blocks that are to be the article, in the order they were read. */
const kept = z.array(z.coerce.number().int().min(0));

/** Saves what was read as a new article. */
export const saveAsArticleInput = z.strictObject({ importId: id, kept, ...articleDetails });
export type SaveAsArticleInput = z.infer<typeof saveAsArticleInput>;

/** Saves what was read as the next text of its article. */
export const saveAsRevisionInput = z.strictObject({ importId: id, kept });
export type SaveAsRevisionInput = z.infer<typeof saveAsRevisionInput>;

/** What a stored import has read: lib/importing's answer. */
export const readArticle = z.object({
  parts: z.array(
    z.object({
      type: z.enum(BLOCK_TYPES),
      text: z.string(),
      level: z.number().int().optional(),
      language: z.string().optional(),
      direction: z.enum(["ltr", "rtl"]).optional(),
      cell: cellPlace.optional(),
      marks: z.array(inlineMark).readonly().exactOptional(),
      isKept: z.boolean(),
    }),
  ),
  metadata: z.object({
    title: z.string().nullable(),
    byline: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedOn: z.string().nullable(),
    canonicalUrl: z.string().nullable(),
    language: z.string(),
    direction: z.enum(["ltr", "rtl"]),
  }),
  notes: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("date_stamp"), removed: z.string(), day: z.string() }),
      z.object({ kind: z.literal("markers"), removed: z.array(z.string()) }),
      z.object({ kind: z.literal("replaced_characters"), count: z.number().int() }),
    ]),
  ),
});
export type ReadArticle = z.infer<typeof readArticle>;
export type ReadPart = ReadArticle["parts"][number];

/** Why an import failed: a refusal as it is stored. */
export const importFailure = z.object({
  reason: z.string().transform((reason) => reason as Reason),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportFailure = z.infer<typeof importFailure>;

/**
 * Blocks of which a person decided otherwise than the reader whether they belong to the article, each by its first
 * words (`choiceKey`): the next text of the same page is cut the same way.
 */
export const importChoices = z.object({
  leftOut: z.array(z.string()).default([]),
  broughtBack: z.array(z.string()).default([]),
});
export type ImportChoices = z.infer<typeof importChoices>;

/** A file's name is shown and kept, never used as a path. */
export const fileName = text(ARTICLE_LIMITS.name);
