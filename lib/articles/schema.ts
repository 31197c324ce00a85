import { z } from "zod";
import { BLOCK_TYPES } from "#lib/anchoring/blocks.ts";
import { choice, id, optionalDay, optionalText, optionalWebAddress, text, version } from "#lib/input.ts";

export const ARTICLE_ORIGINS = ["own", "external"] as const;
export type ArticleOrigin = (typeof ARTICLE_ORIGINS)[number];
export const ARTICLE_DISPLAYS = ["excerpts", "full"] as const;
export type ArticleDisplay = (typeof ARTICLE_DISPLAYS)[number];

/** In UTF-16 code units: far beyond any headline or name. How long a text may be is lib/importing's to say. */
export const ARTICLE_LIMITS = { title: 500, name: 300 } as const;

const metadata = {
  title: text(ARTICLE_LIMITS.title),
  byline: optionalText(ARTICLE_LIMITS.name),
  publisher: optionalText(ARTICLE_LIMITS.name),
  sourceUrl: optionalWebAddress,
  publishedOn: optionalDay,
  origin: choice(ARTICLE_ORIGINS),
};

export const createArticleInput = z.strictObject({
  ...metadata,
  /** As pasted: cleaned and cut into blocks by lib/importing. */
  text: z.string().min(1, "required"),
});
export type CreateArticleInput = z.infer<typeof createArticleInput>;

/** For the look at the blocks before saving. */
export const previewTextInput = z.object({ text: z.string().min(1, "required") });

export const editArticleInput = z.strictObject({
  articleId: id,
  version,
  ...metadata,
  /** Left as it is when the form has no such field. */
  display: choice(ARTICLE_DISPLAYS).optional(),
});
export type EditArticleInput = z.infer<typeof editArticleInput>;

const offset = z.number().int().min(0);
const inlineMark = z.discriminatedUnion("type", [
  z.object({ type: z.enum(["em", "strong", "code"]), start: offset, end: offset }),
  z.object({ type: z.literal("link"), start: offset, end: offset, href: z.string() }),
]);

/** Blocks as they are stored with a revision. */
export const storedBlocks = z.array(
  z.object({
    type: z.enum(BLOCK_TYPES),
    start: offset,
    end: offset,
    level: z.number().int().exactOptional(),
    language: z.string().exactOptional(),
    direction: z.enum(["ltr", "rtl"]).exactOptional(),
    cell: z.object({ table: offset, row: offset, column: offset, isHeader: z.boolean() }).exactOptional(),
    marks: z.array(inlineMark),
  }),
);
