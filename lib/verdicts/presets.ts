import type { NewProblem, NewRating, NewScale } from "./schema.ts";

const rating = (
  key: string,
  label: string,
  tone: NewRating["tone"],
  value: number | null,
  definition: string,
): NewRating => ({ key, label, tone, value, definition });

const problem = (key: string, label: string, definition: string): NewProblem => ({ key, label, definition });

/** What is wrong, beside how wrong it is. */
const PROBLEMS: readonly NewProblem[] = [
  problem("missing-context", "Missing context", "What is said is right, but without what belongs to it."),
  problem("wrong-figure", "Wrong figure", "A number, a date or a comparison is not what the source says."),
  problem(
    "misattributed",
    "Misattributed",
    "The words or the picture are not from whom or from where it is said.",
  ),
  problem("altered", "Altered", "A picture, a recording or a document was changed."),
  problem("fabricated", "Fabricated", "It was made up: there is nothing behind it."),
  problem("out-of-date", "Out of date", "It was so once, and is told as if it were so now."),
];

/**
 * What a newsroom begins with. Values run from 1, because readers of ClaimReview expect `worstRating` ≥ 1; bigger is
 * truer.
 */
export const DEFAULT_SCALE: NewScale = {
  key: "six-step",
  name: "Six steps",
  isRated: true,
  ratings: [
    rating("true", "True", "true", 5, "The claim is accurate, and nothing that matters is left out."),
    rating(
      "mostly-true",
      "Mostly true",
      "mostly_true",
      4,
      "The claim is accurate in substance; a detail is wrong or missing.",
    ),
    rating(
      "mixed",
      "Mixed",
      "mixed",
      3,
      "Parts of the claim are accurate and parts are not, and neither outweighs the other.",
    ),
    rating(
      "misleading",
      "Misleading",
      "misleading",
      2,
      "The claim uses facts, but what it leaves out or suggests gives a wrong impression.",
    ),
    rating("false", "False", "false", 1, "The evidence contradicts the claim."),
    rating(
      "unproven",
      "Unproven",
      "unverified",
      null,
      "The evidence we could find neither confirms the claim nor refutes it.",
    ),
  ],
  problems: [],
};

const PLAIN: NewScale = {
  key: "plain",
  name: "True, mixed, false, unproven",
  isRated: true,
  ratings: [
    rating("true", "True", "true", 3, "The evidence confirms the claim."),
    rating("mixed", "Mixed", "mixed", 2, "The evidence confirms a part of the claim and refutes another."),
    rating("false", "False", "false", 1, "The evidence refutes the claim."),
    rating("unproven", "Unproven", "unverified", null, "The evidence does not say whether the claim holds."),
  ],
  problems: PROBLEMS,
};

const POLITIFACT: NewScale = {
  key: "politifact",
  name: "Six ratings, as PolitiFact has them",
  isRated: true,
  ratings: [
    rating("true", "True", "true", 6, "The statement is accurate and lacks nothing that matters."),
    rating(
      "mostly-true",
      "Mostly True",
      "mostly_true",
      5,
      "The statement is accurate but needs to be made clearer or completed.",
    ),
    rating(
      "half-true",
      "Half True",
      "mixed",
      4,
      "The statement is partly accurate but leaves out important details or takes things out of context.",
    ),
    rating(
      "mostly-false",
      "Mostly False",
      "misleading",
      3,
      "There is something true in the statement, but it ignores facts that would give another impression.",
    ),
    rating("false", "False", "false", 2, "The statement is not accurate."),
    rating(
      "pants-on-fire",
      "Pants on Fire",
      "false",
      1,
      "The statement is not accurate, and ridiculous as well.",
    ),
  ],
  problems: [],
};

const AFRICA_CHECK: NewScale = {
  key: "africa-check",
  name: "Seven ratings, as Africa Check has them",
  isRated: true,
  ratings: [
    rating(
      "correct",
      "Correct",
      "true",
      5,
      "The best evidence there is in public bears the claim out, and nothing that matters is left out.",
    ),
    rating(
      "mostly-correct",
      "Mostly correct",
      "mostly_true",
      4,
      "There is truth in the claim, but it is not wholly accurate or needs to be made clearer.",
    ),
    rating("exaggerated", "Exaggerated", "mixed", 3, "The claim makes more of the facts than they bear."),
    rating(
      "understated",
      "Understated",
      "mixed",
      3,
      "The claim makes less of the facts than there is to them.",
    ),
    rating(
      "misleading",
      "Misleading",
      "misleading",
      2,
      "Parts of the claim are accurate but told so that they mislead.",
    ),
    rating(
      "incorrect",
      "Incorrect",
      "false",
      1,
      "The best evidence there is in public contradicts the claim.",
    ),
    rating(
      "unproven",
      "Unproven",
      "unverified",
      null,
      "What is known in public neither proves the claim nor disproves it.",
    ),
  ],
  problems: [],
};

const AFP: NewScale = {
  key: "afp",
  name: "Kinds of falsehood, as AFP has them",
  isRated: true,
  ratings: [
    rating("true", "True", "true", null, "Against appearances, it is as it is told."),
    rating(
      "missing-context",
      "Missing context",
      "mixed",
      null,
      "What is shown or said is real, and means something else with what was left out.",
    ),
    rating(
      "misleading",
      "Misleading",
      "misleading",
      null,
      "Real facts, pictures or words are used to suggest what is not so.",
    ),
    rating("altered", "Altered", "false", null, "A picture, a video or a recording was changed to deceive."),
    rating("false", "False", "false", null, "It is not so."),
    rating(
      "satire",
      "Satire",
      "unverified",
      null,
      "It was meant as a joke, and is passed on as if it were not.",
    ),
  ],
  problems: [],
};

const FEVER: NewScale = {
  key: "fever",
  name: "Supported, refuted, not enough information",
  isRated: true,
  ratings: [
    rating("supported", "Supported", "true", 2, "The evidence attached supports the claim."),
    rating("refuted", "Refuted", "false", 1, "The evidence attached refutes the claim."),
    rating(
      "not-enough-info",
      "Not enough information",
      "unverified",
      null,
      "The evidence attached does neither.",
    ),
  ],
  problems: [],
};

/** Full Fact publishes what it found in words. The one rating is what lists and marks say: that it was checked. */
const UNRATED: NewScale = {
  key: "unrated",
  name: "A conclusion without a rating, as Full Fact has it",
  isRated: false,
  ratings: [
    rating(
      "checked",
      "Checked",
      "unverified",
      null,
      "We checked it. What we found stands in the conclusion.",
    ),
  ],
  problems: [],
};

/** Scales to begin a draft with, in the order they are offered. The ratings are the organisations', the words ours. */
export const PRESETS: readonly NewScale[] = [
  DEFAULT_SCALE,
  PLAIN,
  POLITIFACT,
  AFRICA_CHECK,
  AFP,
  FEVER,
  UNRATED,
];
