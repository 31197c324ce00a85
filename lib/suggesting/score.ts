import { FEATURES, type FeatureKey, REASONS, type Reason } from "./features.ts";
import { patternsOf } from "./word-lists.ts";

/** Points above which a sentence is worth marking. */
export const BAR = 1.5;

/** `reasons`: what speaks for it, the heaviest first. */
export type Scored = { score: number; reasons: Reason[] };

/** Addresses and handles of posts are full of digits and capitals that say nothing. */
const ADDRESS = /(?:https?:\/\/|www\.|pic\.twitter\.com\/)\S+|(?<![\p{L}\p{Nd}])@[\p{L}\p{Nd}_]+/giu;

const KEYS = Object.keys(FEATURES) as FeatureKey[];

/** How often each feature is in a sentence, no more than counts. `language`: BCP 47. */
export function featuresOf(text: string, language: string): Record<FeatureKey, number> {
  const sentence = { text: text.replace(ADDRESS, " "), language, words: patternsOf(language) };
  const counts = KEYS.map((key) => [key, Math.min(FEATURES[key].count(sentence), FEATURES[key].most)]);
  return Object.fromEntries(counts) as Record<FeatureKey, number>;
}

/** Whether a sentence looks like something that can be checked, in points, and why. Nothing is asked of a network. */
export function scoreSentence(text: string, language: string): Scored {
  const counts = featuresOf(text, language);
  const points = (key: FeatureKey) => counts[key] * FEATURES[key].weight;
  return {
    score: KEYS.reduce((sum, key) => sum + points(key), 0),
    reasons: REASONS.filter((reason) => points(reason) > 0).sort((a, b) => points(b) - points(a)),
  };
}
