import { type Agreement, type Counted, countOf } from "./agreement.ts";
import { bootstrap, lowWithoutDisagreement } from "./bootstrap.ts";

/** What two people said of the same item, as places in the scale from 0: always the same person first. */
export type Pair = readonly [number, number];

/**
 * Cohen's kappa of two people over the items both have judged. Null without items, and when both always said one and
 * the same rating. J. Cohen, "A coefficient of agreement for nominal scales" (1960).
 */
export function cohenKappa(pairs: readonly Counted<Pair>[]): Agreement | null {
  const judged = pairs.filter(({ count }) => count > 0);
  const said = judged.map((pair) => pair.said);
  const counts = judged.map(({ count }) => count);
  const found = agreedBeyondChance(said, counts);
  if (found === null) return null;
  const { value, byChance } = found;
  const items = countOf(judged);
  const statistic = (weights: readonly number[]) => agreedBeyondChance(said, weights)?.value ?? null;
  const { low, high } = bootstrap({ counts, statistic, value });
  if (value < 1) return { value, low, high, items };
  return { value, low: lowWithoutDisagreement({ items, byChance: 1 - byChance }), high, items };
}

function agreedBeyondChance(
  said: readonly Pair[],
  counts: readonly number[],
): { value: number; byChance: number } | null {
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  let total = 0;
  let agreed = 0;
  said.forEach(([a, b], at) => {
    const count = counts[at] ?? 0;
    total += count;
    if (a === b) agreed += count;
    first.set(a, (first.get(a) ?? 0) + count);
    second.set(b, (second.get(b) ?? 0) + count);
  });
  // Counts are whole numbers: only those of one rating throughout leave exactly nothing to chance.
  const sameByChance = [...first].reduce(
    (sum, [rating, count]) => sum + count * (second.get(rating) ?? 0),
    0,
  );
  if (sameByChance === total * total) return null;
  const byChance = sameByChance / total ** 2;
  return { value: (agreed / total - byChance) / (1 - byChance), byChance };
}
