import type { Tone } from "#lib/publishing/values.ts";

/** A rating of a scale as it is set up. */
export type NewRating = {
  key: string;
  label: string;
  /** One sentence that tells reviewers when to use it and readers what it means. */
  definition: string;
  tone: Tone;
  /** Bigger is truer; null when it stands outside the order. */
  value: number | null;
};

/** Ratings in the order lists show them. */
export type NewScale = { key: string; name: string; ratings: readonly NewRating[] };

/** A rating as screens need it. */
export type RatingView = {
  id: string;
  key: string;
  label: string;
  definition: string;
  tone: Tone;
  position: number;
};

/** What a newsroom begins with. Values run from 1, because readers of ClaimReview expect `worstRating` ≥ 1. */
export const DEFAULT_SCALE: NewScale = {
  key: "six-step",
  name: "Six steps",
  ratings: [
    {
      key: "true",
      label: "True",
      definition: "The claim is accurate, and nothing that matters is left out.",
      tone: "true",
      value: 5,
    },
    {
      key: "mostly-true",
      label: "Mostly true",
      definition: "The claim is accurate in substance; a detail is wrong or missing.",
      tone: "mostly_true",
      value: 4,
    },
    {
      key: "mixed",
      label: "Mixed",
      definition: "Parts of the claim are accurate and parts are not, and neither outweighs the other.",
      tone: "mixed",
      value: 3,
    },
    {
      key: "misleading",
      label: "Misleading",
      definition: "The claim uses facts, but what it leaves out or suggests gives a wrong impression.",
      tone: "misleading",
      value: 2,
    },
    {
      key: "false",
      label: "False",
      definition: "The evidence contradicts the claim.",
      tone: "false",
      value: 1,
    },
    {
      key: "unproven",
      label: "Unproven",
      definition: "The evidence we could find neither confirms the claim nor refutes it.",
      tone: "unverified",
      value: null,
    },
  ],
};
