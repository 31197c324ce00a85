import { z } from "zod";
import { BLOCK_TYPES } from "#lib/anchoring/blocks.ts";
import {
  choice,
  id,
  languageTag,
  optionalDay,
  optionalLocalTime,
  optionalText,
  optionalWebAddress,
  text,
  version,
} from "#lib/input.ts";
import { ARTICLE_DISPLAYS, ARTICLE_LIMITS, ARTICLE_ORIGINS, ARTICLE_REACHES } from "./values.ts";

/** What a person says of an article besides its text. */
export const articleDetails = {
  title: text(ARTICLE_LIMITS.title),
  byline: optionalText(ARTICLE_LIMITS.name),
  publisher: optionalText(ARTICLE_LIMITS.name),
  sourceUrl: optionalWebAddress,
  publishedOn: optionalDay,
  origin: choice(ARTICLE_ORIGINS),
  /** BCP 47; left as it is, or as it was read, when the form has no such field. */
  language: languageTag.optional(),
};

const articleDetailsInput = z.strictObject(articleDetails);
export type ArticleDetails = z.infer<typeof articleDetailsInput>;

/** Hours between two looks at the page; a month at most. */
const MOST_HOURS = 720;

export const editArticleInput = z.strictObject({
  articleId: id,
  version,
  ...articleDetails,
  /** Left as it is when the form has no such field. */
  display: choice(ARTICLE_DISPLAYS).optional(),
  reach: choice(ARTICLE_REACHES).optional(),
  deadlineAt: optionalLocalTime.optional(),
  embargoUntil: optionalLocalTime.optional(),
});
type EditArticleForm = z.infer<typeof editArticleInput>;

/** What a form says, its times as instants. What is not there stays as it is. */
export type EditArticleInput = Omit<EditArticleForm, "deadlineAt" | "embargoUntil"> & {
  deadlineAt?: Date | null | undefined;
  embargoUntil?: Date | null | undefined;
};

/** How often an article is looked at again by itself: empty for never. */
export const watchArticleInput = z.strictObject({
  articleId: id,
  version,
  everyHours: z
    .literal("")
    .transform(() => null)
    .or(
      z.coerce
        .number("not_a_choice")
        .int("not_a_choice")
        .min(1, "not_a_choice")
        .max(MOST_HOURS, "not_a_choice"),
    ),
});
export type WatchArticleInput = z.infer<typeof watchArticleInput>;

const offset = z.number().int().min(0);

/** A stretch of words with a meaning of its own, as it is stored. */
export const inlineMark = z.discriminatedUnion("type", [
  z.object({ type: z.enum(["em", "strong", "code"]), start: offset, end: offset }),
  z.object({ type: z.literal("link"), start: offset, end: offset, href: z.string() }),
]);

/** Where a cell stands, as it is stored. */
export const cellPlace = z.object({ table: offset, row: offset, column: offset, isHeader: z.boolean() });

/** Blocks as they are stored with a revision. */
export const storedBlocks = z.array(
  z.object({
    type: z.enum(BLOCK_TYPES),
    start: offset,
    end: offset,
    level: z.number().int().exactOptional(),
    language: z.string().exactOptional(),
    direction: z.enum(["ltr", "rtl"]).exactOptional(),
    cell: cellPlace.exactOptional(),
    marks: z.array(inlineMark),
  }),
);

/** A text's direction as the database has it. Its CHECK allows these two. */
export const storedDirection = (direction: string): "ltr" | "rtl" => (direction === "rtl" ? "rtl" : "ltr");
