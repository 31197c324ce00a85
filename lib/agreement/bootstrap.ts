import { randomFrom } from "./random.ts";

/** Resamples the interval is read off; the seed, so that the same opinions always say the same. */
const RESAMPLES = 1_000;
const SEED = 20_110_125;

/**
 * The 95 % interval of a statistic: its percentiles over items drawn with replacement, widened to hold `value`. Items
 * come counted by what was said of them, so a resample costs as much as there are kinds, not items. A resample that
 * the statistic says nothing about (all opinions one rating) counts as full agreement: left out, the interval of
 * hardly any differing opinions would look narrow.
 */
export function bootstrap({
  counts,
  statistic,
  value,
}: {
  counts: readonly number[];
  statistic: (counts: readonly number[]) => number | null;
  value: number;
}): { low: number; high: number } {
  const random = randomFrom(SEED);
  const drawn = Array.from({ length: RESAMPLES }, () => statistic(resample(counts, random)) ?? 1);
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.round(share * (RESAMPLES - 1))] ?? value;
  return { low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
}

/**
 * The lower limit where no two opinions differ, and every resample says 1: as if up to 3 in `items` disagreed, the
 * most that seeing none allows at 95 % (J. A. Hanley and A. Lippman-Hand, "If nothing goes wrong, is everything all
 * right?", 1983). `byChance`: how often opinions would differ by chance.
 */
export function lowWithoutDisagreement({ items, byChance }: { items: number; byChance: number }): number {
  return Math.max(-1, 1 - Math.min(1, 3 / items) / byChance);
}

/** As many items as there are, drawn from them with replacement. */
function resample(counts: readonly number[], random: () => number): number[] {
  let left = counts.reduce((sum, count) => sum + count, 0);
  let toDraw = left;
  return counts.map((count) => {
    const drawn = count === left ? toDraw : binomial(toDraw, count / left, random);
    left -= count;
    toDraw -= drawn;
    return drawn;
  });
}

/** How many of `trials` succeed: exactly where few are expected to, from the normal distribution where many are. */
export function binomial(trials: number, chance: number, random: () => number): number {
  if (chance > 0.5) return trials - binomial(trials, 1 - chance, random);
  const expected = trials * chance;
  if (expected < 30) return byInversion(trials, chance, random);
  const drawn = Math.round(expected + normal(random) * Math.sqrt(expected * (1 - chance)));
  return Math.min(trials, Math.max(0, drawn));
}

/** Walks up the distribution until it has passed the number drawn (V. Kachitvichyanukul and B. W. Schmeiser, 1988). */
function byInversion(trials: number, chance: number, random: () => number): number {
  const odds = chance / (1 - chance);
  let probability = (1 - chance) ** trials;
  let rest = random();
  let successes = 0;
  while (rest > probability && successes < trials) {
    rest -= probability;
    successes += 1;
    probability *= (odds * (trials - successes + 1)) / successes;
  }
  return successes;
}

/** A number of the standard normal distribution (G. E. P. Box and M. E. Muller, 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
