import { z } from "zod";
import { BLOCK_TYPES } from "#lib/anchoring/blocks.ts";
import { ARTICLE_ORIGINS } from "#lib/articles/values.ts";
import { CLAIM_STATES, CLAIMANT_KINDS, DISMISSAL_GROUNDS } from "#lib/claims/values.ts";
import { ANCHOR_OUTCOMES } from "#lib/passages/schema.ts";
import { GATE_KEYS, TONES } from "#lib/publishing/values.ts";
import { REVIEW_STAGES } from "#lib/reviews/values.ts";
import { SOURCE_KINDS, STANCES, VISIBILITIES } from "#lib/sources/values.ts";

// What the API answers. Fields are only ever added.

const id = z.uuid();
const instant = z.iso.datetime();
const day = z.iso.date();
const offset = z.int().min(0);

const mark = z.union([
  z.strictObject({ type: z.enum(["em", "strong", "code"]), start: offset, end: offset }),
  z.strictObject({ type: z.literal("link"), start: offset, end: offset, href: z.string() }),
]);

/** Offsets are UTF-16 code units into the revision's text, end exclusive. */
const block = z.strictObject({
  type: z.enum(BLOCK_TYPES),
  start: offset,
  end: offset,
  level: z.int().optional(),
  language: z.string().optional(),
  direction: z.enum(["ltr", "rtl"]).optional(),
  cell: z.strictObject({ table: offset, row: offset, column: offset, isHeader: z.boolean() }).optional(),
  marks: z.array(mark),
});

export const revisionShape = z.strictObject({
  number: z.int().min(1),
  text: z.string().nullable().describe("Null where the text is its publisher’s to show."),
  blocks: z.array(block).nullable().describe("Offsets are UTF-16 code units into `text`, end exclusive."),
  sha256: z.string().nullable().describe("Of the text in UTF-8, lower-case hex."),
  createdAt: instant,
});

export const articleShape = z.strictObject({
  id,
  slug: z.string(),
  url: z.url().describe("The page for readers, which there is once a claim of it is published."),
  title: z.string(),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  origin: z.enum(ARTICLE_ORIGINS),
  publishedAt: day.nullable().describe("The day its publisher prints."),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
  revision: revisionShape,
});

export const articleListShape = z.strictObject({
  items: z.array(articleShape.omit({ revision: true, byline: true, sourceUrl: true })),
  next: z.string().nullable().describe("The `cursor` of the next page; null: this is the last."),
});

export const reanchoringShape = z.strictObject({
  outcome: z.enum(["revised", "unchanged"]),
  revision: z.int().min(1),
  passages: z.array(
    z.strictObject({
      claimId: id,
      passageId: id,
      outcome: z.enum(ANCHOR_OUTCOMES),
      score: z.number().min(0).max(1),
      start: offset.nullable(),
      end: offset.nullable(),
    }),
  ),
});

/** W3C: offsets are Unicode code points. */
export const quoteSelector = z.strictObject({
  type: z.literal("TextQuoteSelector"),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
export const positionSelector = z.strictObject({
  type: z.literal("TextPositionSelector"),
  start: offset,
  end: offset,
});

const passage = z.strictObject({
  id: id.nullable(),
  start: offset.nullable().describe("UTF-16 code units into the newest text; null in published data."),
  end: offset.nullable(),
  quote: z.string(),
  selector: z
    .array(z.union([quoteSelector, positionSelector]))
    .describe("W3C selectors: their offsets are Unicode code points."),
});

const rating = z.strictObject({ key: z.string(), label: z.string(), tone: z.enum(TONES) });

const evidence = z.strictObject({
  id: id.nullable(),
  number: z.int().nullable(),
  stance: z.enum(STANCES),
  quote: z.string().nullable(),
  note: z.string().nullable(),
  visibility: z.enum(VISIBILITIES),
  readAt: instant,
  archiveUrl: z.string().nullable(),
  noSnapshotReason: z.string().nullable(),
  source: z.strictObject({
    id: id.nullable(),
    url: z.string().nullable(),
    title: z.string(),
    publisher: z.string().nullable(),
    author: z.string().nullable(),
    publishedAt: day.nullable(),
    kind: z.enum(SOURCE_KINDS),
    interests: z.string().nullable(),
  }),
});

export const claimShape = z.strictObject({
  id,
  slug: z.string(),
  url: z.url().describe("The page for readers, which there is once the claim is published."),
  number: z.int().nullable().describe("Within its article; null in published data."),
  articleId: id,
  state: z.enum(CLAIM_STATES),
  version: z.int().nullable().describe("For PATCH; null in published data."),
  statement: z.string().nullable().describe("Null once it was withdrawn."),
  claimant: z.strictObject({ name: z.string(), kind: z.enum(CLAIMANT_KINDS), slug: z.string() }).nullable(),
  saidAt: day.nullable(),
  saidWhere: z.string().nullable(),
  topics: z.array(z.string()),
  passages: z.array(passage),
  evidence: z.array(evidence),
  verdict: z
    .strictObject({
      rating: rating
        .nullable()
        .describe("Null where the newsroom gives no ratings: the conclusion says it all."),
      problem: z.string().nullable(),
      conclusion: z.string(),
      rationale: z.string().describe("Markdown."),
    })
    .nullable(),
  opinions: z
    .array(
      z.strictObject({
        id,
        round: z.int(),
        stage: z.enum(REVIEW_STAGES),
        reviewer: z.strictObject({ id, name: z.string() }),
        rating: rating.nullable().describe("Null where the newsroom gives no ratings."),
        conclusion: z.string(),
        rationale: z.string(),
        decidedAt: instant,
      }),
    )
    .describe("Those the token’s member may see: others’ are hidden until all are in."),
  stage: z.enum(REVIEW_STAGES).nullable().describe("Which opinion it waits for."),
  lease: z.strictObject({ holder: z.strictObject({ id, name: z.string() }), expiresAt: instant }).nullable(),
  returnReason: z.string().nullable(),
  dismissal: z
    .strictObject({ ground: z.enum(DISMISSAL_GROUNDS), reason: z.string(), duplicateOf: id.nullable() })
    .nullable(),
  noPrimaryReason: z.string().nullable(),
  searchNote: z.string().nullable(),
  gate: z
    .array(z.strictObject({ item: z.enum(GATE_KEYS), passed: z.boolean() }))
    .describe("What publishing asks; empty in published data."),
  publication: z
    .strictObject({
      number: z.int(),
      publishedAt: instant,
      withdrawn: z.strictObject({ at: instant, reason: z.string() }).nullable(),
    })
    .nullable(),
  corrections: z.array(
    z.strictObject({
      type: z.enum(["typo", "update", "verdict_changed", "withdrawn"]),
      reason: z.string(),
      at: instant,
    }),
  ),
  author: z.strictObject({ id: id.nullable(), name: z.string() }).nullable(),
});
export type ClaimBody = z.infer<typeof claimShape>;

export const claimListShape = z.strictObject({
  items: z.array(
    z.strictObject({
      id,
      slug: z.string(),
      articleId: id,
      state: z.enum(CLAIM_STATES),
      statement: z.string(),
      claimant: z.string().nullable(),
      rating: z
        .strictObject({ label: z.string(), tone: z.enum(TONES) })
        .nullable()
        .describe("Null before a verdict, and where the newsroom gives no ratings."),
      updatedAt: instant,
    }),
  ),
  next: z.string().nullable().describe("The `cursor` of the next page; null: this is the last."),
});

const annotation = z.looseObject({
  id: z.string(),
  type: z.literal("Annotation"),
  target: z.unknown(),
  body: z.unknown(),
});

export const annotationsShape = z.looseObject({
  "@context": z.literal("http://www.w3.org/ns/anno.jsonld"),
  id: z.url(),
  type: z.literal("AnnotationCollection"),
  label: z.string(),
  total: z.int().min(0),
  first: z
    .looseObject({
      id: z.url(),
      type: z.literal("AnnotationPage"),
      startIndex: z.int(),
      items: z.array(annotation),
    })
    .optional(),
});

export const claimReviewShape = z.looseObject({
  "@context": z.literal("https://schema.org"),
  "@type": z.literal("ClaimReview"),
  claimReviewed: z.string(),
  url: z.url(),
});

export const auditShape = z.strictObject({
  items: z.array(
    z.looseObject({
      id,
      seq: z.int(),
      at: instant,
      action: z.string(),
      actor: z.strictObject({ id: id.nullable(), name: z.string(), isErased: z.boolean() }),
      token: z
        .strictObject({ id, name: z.string() })
        .nullable()
        .describe("With which token a program did it for the actor; null: they did it at the desk."),
      articleId: id.nullable(),
      claimId: id.nullable(),
      subjectId: id.nullable(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  next: z.string().nullable().describe("The `cursor` of the next page; null: this is the last."),
});
