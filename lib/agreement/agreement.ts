/**
 * How well opinions agree beyond chance: 1 is always, 0 as often as by chance, below 0 less often than that.
 * `low` and `high`: the 95 % confidence interval, `value` in it.
 */
export type Agreement = {
  value: number;
  low: number;
  high: number;
  /** How many items had at least two opinions. */
  items: number;
};

/** Items that were all said the same of, counted: what is asked of a hundred thousand is asked of some fifty. */
export type Counted<Said> = { said: Said; count: number };

export function countOf(items: readonly Counted<unknown>[]): number {
  return items.reduce((sum, { count }) => sum + count, 0);
}
