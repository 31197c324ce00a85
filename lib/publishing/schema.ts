import { z } from "zod";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import { choice, id, optionalText, text, version } from "#lib/input.ts";
import { opinionFields } from "#lib/reviews/schema.ts";
import { CORRECTIONS, GATE_KEYS, TONES } from "./values.ts";

export const publishClaimInput = z
  .strictObject({
    claimId: id,
    /** The one missing item to let pass, and why. A reason without an item counts for nothing. */
    overrideItem: z
      .literal("")
      .transform(() => null)
      .or(choice(GATE_KEYS))
      .nullable()
      .default(null),
    overrideReason: optionalText(CLAIM_LIMITS.reason),
  })
  .refine(({ overrideItem, overrideReason }) => overrideItem === null || overrideReason !== null, {
    path: ["overrideReason"],
    error: "required",
  });
export type PublishClaimInput = z.infer<typeof publishClaimInput>;

export const correctClaimInput = z.strictObject({
  claimId: id,
  /** The number of the publication the words were written on; with it, a correction of another one is refused. */
  version,
  type: choice(CORRECTIONS),
  reason: text(CLAIM_LIMITS.reason),
  statement: text(CLAIM_LIMITS.statement),
  ...opinionFields,
});
export type CorrectClaimInput = z.infer<typeof correctClaimInput>;

export const withdrawClaimInput = z.strictObject({ claimId: id, reason: text(CLAIM_LIMITS.reason) });
export type WithdrawClaimInput = z.infer<typeof withdrawClaimInput>;

const day = z.string();
const instant = z.iso.datetime();

/** What readers get of a claim, frozen when it is published. Whatever is not in here is not public. */
export const publishedClaim = z.object({
  statement: z.string(),
  claimant: z
    .object({ name: z.string(), slug: z.string(), kind: z.enum(["person", "organisation", "other"]) })
    .nullable(),
  saidOn: day.nullable(),
  saidWhere: z.string().nullable(),
  topics: z.array(z.object({ name: z.string(), slug: z.string() })),
  article: z.object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    origin: z.enum(["own", "external"]),
    publisher: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    publishedOn: day.nullable(),
    language: z.string(),
    direction: z.enum(["ltr", "rtl"]),
  }),
  /** Offsets are UTF-16 code units into the revision's text; `before` and `after` are a sentence or two around the words. */
  passages: z.array(
    z.object({
      revision: z.number().int(),
      start: z.number().int(),
      end: z.number().int(),
      quote: z.string(),
      before: z.string(),
      after: z.string(),
      /** The words are not in the article any more: place and surroundings are those of the revision named. */
      isGone: z.boolean().default(false),
      /** Directive of a text fragment (`:~:text=…`) that finds the words on the live page, where there is one. */
      fragment: z.string().nullable().default(null),
    }),
  ),
  rating: z.object({
    key: z.string(),
    label: z.string(),
    definition: z.string(),
    tone: z.enum(TONES),
    value: z.number().int().nullable(),
    /** The lowest and highest value on the scale; null when it has no order. */
    range: z.object({ worst: z.number().int(), best: z.number().int() }).nullable(),
    scale: z.string(),
    /** Of the scale. */
    version: z.number().int().default(1),
    /** False when the newsroom gives no ratings: then the conclusion says it all. */
    isRated: z.boolean().default(true),
  }),
  /** What kind of problem the claim has. */
  problem: z.object({ key: z.string(), label: z.string(), definition: z.string() }).nullable().default(null),
  conclusion: z.string(),
  /** Markdown. */
  rationale: z.string(),
  evidence: z.array(
    z.object({
      /** What the footnotes of the rationale name; null in copies from before there were any. */
      number: z.number().int().nullable().default(null),
      stance: z.enum(["supports", "refutes", "context"]),
      title: z.string(),
      url: z.string().nullable(),
      publisher: z.string().nullable(),
      author: z.string().nullable(),
      publishedOn: day.nullable(),
      kind: z.enum(["primary", "secondary", "reference"]),
      interests: z.string().nullable(),
      quote: z.string().nullable(),
      /** What the source says around the quoted words, where they were found in a kept copy; copies from before have none. */
      context: z.object({ before: z.string(), after: z.string() }).nullable().default(null),
      /** Directive of a text fragment that finds the quoted words on the source's page, where there is one. */
      fragment: z.string().nullable().default(null),
      note: z.string().nullable(),
      readAt: instant,
      archiveUrl: z.string().nullable(),
      /** When the newsroom kept a copy of its own, and the SHA-256 of its bytes. */
      keptCopy: z.object({ readAt: instant, sha256: z.string() }).nullable().default(null),
      noSnapshotReason: z.string().nullable(),
    }),
  ),
  confidentialSources: z.number().int(),
  /** How many editors said that they have seen every one of them; copies from before they could say so have none. */
  confidentialSeenBy: z.number().int().default(0),
  noPrimaryReason: z.string().nullable(),
  searchNote: z.string().nullable(),
  replies: z.array(
    z.object({
      asked: z.string(),
      via: z.string(),
      askedOn: day,
      /** Until when they could answer; copies from before there were deadlines have none. */
      deadlineAt: z.iso.datetime().nullable().default(null),
      outcome: z.enum(["awaiting", "answered", "declined", "no_answer"]),
      answer: z.string().nullable(),
    }),
  ),
  /** Names for public credit. */
  people: z.object({
    author: z.string(),
    /** Who gave an opinion without knowing the others'. */
    reviewers: z.array(z.string()),
    /** Who decided between opinions that differed; null when they agreed. */
    adjudicator: z.string().nullable().default(null),
    editor: z.string(),
  }),
  opinions: z.number().int(),
  override: z.object({ item: z.enum(GATE_KEYS), reason: z.string() }).nullable(),
});
export type PublishedClaim = z.infer<typeof publishedClaim>;

/** Where a published claim's words stand in the newest text of its article. Offsets as in its passages. */
export const publishedPlaces = z.object({
  revision: z.number().int(),
  passages: z.array(z.object({ start: z.number().int(), end: z.number().int(), quote: z.string() })),
});
export type PublishedPlaces = z.infer<typeof publishedPlaces>;
