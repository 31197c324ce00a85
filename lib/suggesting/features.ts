import type { Patterns, WordKind } from "./word-lists.ts";

/** What makes a sentence worth checking. Each is a reason a person is shown. */
export const REASONS = [
  "number",
  "share",
  "money",
  "date",
  "comparison",
  "change",
  "cause",
  "absolute",
  "actor",
  "report",
  "quotation",
  "deed",
] as const;
export type Reason = (typeof REASONS)[number];

/** What makes it an opinion, a plan, a call or a greeting. */
export const OBJECTIONS = ["opinion", "future", "duty", "address", "question", "short"] as const;
export type Objection = (typeof OBJECTIONS)[number];

export type FeatureKey = Reason | Objection;

/** A sentence, and the words of its language: null where there is no list for it. `language`: BCP 47. */
export type Sentence = { text: string; language: string; words: Patterns | null };

/** `weight`: points for each time, `most` times at most. */
export type Feature = { weight: number; most: number; count: (sentence: Sentence) => number };

const NUMBER =
  /(?<![\p{Lu}\p{Ll}\p{Nd}])\p{Nd}[\p{Nd}.,٫٬/ ]*|(?<![一二三四五六七八九十百千两兩])[一二三四五六七八九十百千两兩]*[万萬億亿兆]/gu;
const SHARE = /[%٪％‰]|百分之|\p{Nd}割/gu;
const MONEY = /\p{Sc}|\b(?:USD|EUR|GBP|CHF|JPY)\b|[元円圆]/gu;
/** Years from 1800 on in any digits that read left to right, days as numbers, and the signs for year, month and day. */
const DATE = /(?<!\p{Nd})(?:18|19|20)\p{Nd}{2}(?!\p{Nd})|['’]\p{Nd}{2}\b|\p{Nd}[年月日]/gu;
const QUOTED = /["“„«»「『][^"“”„«»「」『』]{2,}["”“«»」』]/gu;
const QUESTION = /[?？؟;](?=["'”’»)\s]*$)/u;
/** A capital behind a small letter or a comma, so not one that opens a sentence, with what belongs to the name; or initials. */
const NAME =
  /(?<=[\p{Ll}\p{M},;:]\s+["“(]?)\p{Lu}[\p{L}\p{M}.'’-]+(?:\s+\p{Lu}[\p{L}\p{M}.'’-]*)*|(?<!\p{L})\p{Lu}\.?\p{Lu}[\p{Lu}.]*/gu;
/** Where every noun has a capital only two in a row are a name. */
const FULL_NAME =
  /(?<!\p{L})\p{Lu}[\p{Ll}\p{M}]+(?:\s+\p{Lu}[\p{L}\p{M}-]+)+|(?<!\p{L})\p{Lu}\.?\p{Lu}[\p{Lu}.]*/gu;
const CAPITAL_NOUNS = /^(?:de|lb)(?:-|$)/iu;
const FIRST_PERSON = /^I(?:['’]\p{L}+)?$/u;
/** Words of scripts with spaces; of the others, characters. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{M}\p{Nd}]+/gu;

/** Fewer words than this say little that can be checked. */
const FEW_WORDS = 6;

/**
 * The whole score. The weights were fitted to one half of the ClaimBuster sentences and rounded (docs/benchmarks.md),
 * save those of absolute words, reports and quotation marks: debates say nothing for them, newspapers do.
 */
export const FEATURES: Readonly<Record<FeatureKey, Feature>> = {
  number: { weight: 1.5, most: 2, count: both(NUMBER, "numbers") },
  share: { weight: 0.5, most: 2, count: both(SHARE, "shares") },
  money: { weight: 0.5, most: 2, count: both(MONEY, "money") },
  date: { weight: 0.5, most: 2, count: both(DATE, "dates") },
  comparison: { weight: 1, most: 2, count: worded("comparisons") },
  change: { weight: 1, most: 2, count: worded("changes") },
  cause: { weight: 0.5, most: 1, count: worded("causes") },
  absolute: { weight: 0.25, most: 1, count: worded("absolutes") },
  actor: { weight: 0.5, most: 2, count: names },
  report: { weight: 0.25, most: 1, count: worded("reports") },
  quotation: { weight: 0.5, most: 1, count: ({ text }) => matches(text, QUOTED) },
  deed: { weight: 1, most: 2, count: worded("deeds") },
  opinion: { weight: -1, most: 2, count: worded("opinions") },
  future: { weight: -1, most: 2, count: worded("future") },
  duty: { weight: -1, most: 2, count: worded("duties") },
  address: { weight: -0.25, most: 2, count: worded("addresses") },
  question: { weight: -2, most: 1, count: ({ text }) => (QUESTION.test(text) ? 1 : 0) },
  short: { weight: -1, most: 1, count: ({ text }) => (matches(text, WORD) < FEW_WORDS ? 1 : 0) },
};

function worded(kind: WordKind): Feature["count"] {
  return ({ text, words }) => (words === null ? 0 : matches(text, words[kind]));
}

function both(signs: RegExp, kind: WordKind): Feature["count"] {
  const inWords = worded(kind);
  return (sentence) => matches(sentence.text, signs) + inWords(sentence);
}

function matches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function names({ text, language }: Sentence): number {
  if (CAPITAL_NOUNS.test(language)) return matches(text, FULL_NAME);
  return (text.match(NAME) ?? []).filter((name) => !FIRST_PERSON.test(name)).length;
}
