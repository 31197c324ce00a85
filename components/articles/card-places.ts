/**
 * Where cards beside a text go, in pixels from the top: level with their words as far as no two overlap.
 * The pinned card gets its exact place and its neighbours make room; only above the top there is no room to make.
 * `wanted`: where each card's words are, in rising order.
 */
export function placeCards({
  wanted,
  heights,
  pinned,
  gap,
}: {
  wanted: readonly number[];
  heights: readonly number[];
  pinned: number | null;
  gap: number;
}): number[] {
  const heightOf = (index: number) => (heights[index] ?? 0) + gap;
  const places: number[] = [];
  for (const [index, place] of wanted.entries()) {
    const above = places[index - 1];
    const exact = index === pinned ? Math.max(place, roomNeeded(index, heightOf)) : place;
    const free = above === undefined || index === pinned ? 0 : above + heightOf(index - 1);
    places.push(Math.max(exact, free));
  }
  for (let index = (pinned ?? 0) - 1; index >= 0; index -= 1) {
    const below = places[index + 1] ?? 0;
    places[index] = Math.min(places[index] ?? 0, below - heightOf(index));
  }
  return places;
}

/** What the cards above a pinned one take when pushed together against the top. */
function roomNeeded(pinned: number, heightOf: (index: number) => number): number {
  let room = 0;
  for (let index = 0; index < pinned; index += 1) room += heightOf(index);
  return room;
}
