type Placed = { number: number; passages: readonly { start: number; end: number }[] };

/** Orders claims as one reads: by their first passage, of two that begin together the longer first, unplaced last. */
export function byPlace(a: Placed, b: Placed): number {
  const compare = (one: number, other: number) => (one === other ? 0 : one - other);
  const [first, second] = [a.passages[0], b.passages[0]];
  return (
    compare(first?.start ?? Number.POSITIVE_INFINITY, second?.start ?? Number.POSITIVE_INFINITY) ||
    compare(second?.end ?? Number.POSITIVE_INFINITY, first?.end ?? Number.POSITIVE_INFINITY) ||
    a.number - b.number
  );
}
