/** The value below which `share` of them lie, of 0 to 1: 0.5 is the median, 0.95 the 95th percentile. 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
