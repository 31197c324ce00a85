/** The states of a claim's life, in order. */
export const CLAIM_STATES = [
  "draft",
  "queued",
  "in_review",
  "second_review",
  "adjudication",
  "ready",
  "published",
  "withdrawn",
  "dismissed",
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Those in which it is the reviewers' turn. */
export const REVIEW_STATES = [
  "queued",
  "in_review",
  "second_review",
  "adjudication",
] as const satisfies readonly ClaimState[];

/** What the desk's list of claims can be narrowed down to: one state, or all in which it is the reviewers' turn. */
export const STATE_FILTERS = ["draft", "with_reviewers", ...CLAIM_STATES.slice(1)] as const;
export type StateFilter = ClaimState | "with_reviewers";

/** What "My work" is divided into. */
export const WORK_PARTS = [
  "returned",
  "leased",
  "drafts",
  "waiting",
  "ready",
  "published",
  "dismissed",
] as const;
export type WorkPart = (typeof WORK_PARTS)[number];

export const CLAIMANT_KINDS = ["person", "organisation", "other"] as const;
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number];

export const DISMISSAL_GROUNDS = ["not_checkable", "duplicate", "out_of_scope"] as const;
export type DismissalGround = (typeof DISMISSAL_GROUNDS)[number];

/** What the desk knows the names of. */
export const NAME_KINDS = ["claimants", "topics"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/**
 * In UTF-16 code units. A statement is a sentence or two, a reason a paragraph, a passage two pages at most; ten
 * topics are already too many to help. A slogan repeated in fifty places of one article is a list of its own.
 */
export const CLAIM_LIMITS = {
  statement: 1_000,
  passage: 5_000,
  passages: 50,
  name: 200,
  place: 300,
  reason: 2_000,
  topics: 10,
  topic: 60,
} as const;

/** What stands between topics on a line: the commas of Latin, Arabic and East Asian scripts. */
export const COMMA = /[,،，、]/u;

/** As many as fit an address that every proxy passes on: 100 ids are 3,700 characters. */
export const MOST_ASKED_CLAIMS = 100;
