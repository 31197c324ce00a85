import { type Agreement, type Counted, countOf } from "./agreement.ts";
import { bootstrap, lowWithoutDisagreement } from "./bootstrap.ts";

/** `nominal`: ratings agree or do not. `ordinal`: they have an order, and neighbours disagree less. */
export type Metric = "nominal" | "ordinal";

/** The ratings one item was given, as places in the scale from 0; whose they are does not matter. */
export type Ratings = readonly number[];

/**
 * Krippendorff's alpha over items with any number of opinions; items with fewer than two do not count, so nobody has
 * to judge everything. Null when there is nothing to compare, and when all opinions are one rating: chance cannot be
 * told from agreement then. Algorithm: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function krippendorffAlpha(items: readonly Counted<Ratings>[], metric: Metric): Agreement | null {
  const compared = items.filter(({ said, count }) => said.length > 1 && count > 0);
  const units = compared.map(({ said }) => coincidencesOf(said));
  const counts = compared.map(({ count }) => count);
  const size = 1 + compared.flatMap(({ said }) => said).reduce((most, place) => Math.max(most, place), -1);
  const alpha = (weights: readonly number[]) => alphaOf(coincidences(units, weights, size), metric);
  const value = alpha(counts);
  if (value === null) return null;
  const itemCount = countOf(compared);
  const { low, high } = bootstrap({ counts, statistic: alpha, value });
  if (value < 1) return { value, low, high, items: itemCount };
  const byChance = differingByChance(coincidences(units, counts, size).totals);
  return { value, low: lowWithoutDisagreement({ items: itemCount, byChance }), high, items: itemCount };
}

/** A pair of ratings one item was given, in both orders, and how much it weighs. */
type Coincidence = { a: number; b: number; weight: number };

/** Every opinion weighs as one, however many its item has. */
function coincidencesOf(ratings: Ratings): Coincidence[] {
  const weight = 1 / (ratings.length - 1);
  return ratings.flatMap((a, at) => ratings.flatMap((b, other) => (other === at ? [] : [{ a, b, weight }])));
}

/** How often each two ratings met, `size` to a row, and how often each was given. */
type Coincidences = { met: Float64Array; totals: Float64Array };

function coincidences(
  units: readonly (readonly Coincidence[])[],
  counts: readonly number[],
  size: number,
): Coincidences {
  const met = new Float64Array(size * size);
  const totals = new Float64Array(size);
  units.forEach((unit, at) => {
    const count = counts[at] ?? 0;
    for (const { a, b, weight } of unit) {
      met[a * size + b] = (met[a * size + b] ?? 0) + weight * count;
      totals[a] = (totals[a] ?? 0) + weight * count;
    }
  });
  return { met, totals };
}

function alphaOf({ met, totals }: Coincidences, metric: Metric): number | null {
  const size = totals.length;
  let found = 0;
  let expected = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const distance = distanceOf(metric, totals, a, b);
      found += (met[a * size + b] ?? 0) * distance;
      expected += (totals[a] ?? 0) * (totals[b] ?? 0) * distance;
    }
  }
  return expected === 0 ? null : 1 - ((sum(totals) - 1) * found) / expected;
}

/** Squared difference of two ratings; the ordinal one counts the opinions that lie between them. */
function distanceOf(metric: Metric, totals: Float64Array, a: number, b: number): number {
  if (a === b) return 0;
  if (metric === "nominal") return 1;
  const [low, high] = a < b ? [a, b] : [b, a];
  return (sum(totals.subarray(low, high + 1)) - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
}

/** The chance that two of all opinions, drawn without replacement, differ. */
function differingByChance(totals: Float64Array): number {
  const count = sum(totals);
  const same = totals.reduce((all, total) => all + total * (total - 1), 0);
  return 1 - same / (count * (count - 1));
}

function sum(list: Float64Array): number {
  return list.reduce((all, each) => all + each, 0);
}
