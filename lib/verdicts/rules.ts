import type { Refusal } from "#lib/errors.ts";
import type { Move } from "./values.ts";

type Retirable = { isRetired: boolean };

/** Why a draft cannot be put into use, or null: with one rating there is nothing to choose. */
export function useRefusal({
  isRated,
  ratings,
}: {
  isRated: boolean;
  ratings: readonly Retirable[];
}): Refusal | null {
  const given = ratings.filter(({ isRetired }) => !isRetired).length;
  return given < (isRated ? 2 : 1) ? { reason: "scale_too_small" } : null;
}

/** The list with one item a place nearer to its beginning or end; the same list where there is no such place. */
export function moved<Item extends { id: string }>(
  items: readonly Item[],
  { id, move }: { id: string; move: Move },
): readonly Item[] {
  const from = items.findIndex((item) => item.id === id);
  const to = from + (move === "up" ? -1 : 1);
  const [item, neighbour] = [items[from], items[to]];
  if (item === undefined || neighbour === undefined) return items;
  return items.with(from, neighbour).with(to, item);
}

/** What two people must have said for it to be the same: the rating, on whatever version of its scale. */
export function answerOf({
  reviewerId,
  rating,
}: {
  reviewerId: string;
  rating: { key: string; scale: { key: string; isRated: boolean } };
}): string {
  // Without ratings nothing but people can tell whether two conclusions say the same: an editor reads both.
  return rating.scale.isRated ? `${rating.scale.key} ${rating.key}` : reviewerId;
}
