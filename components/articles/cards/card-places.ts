/**
 * Where cards beside a text go, in pixels from the top: level with their words as far as no two overlap.
 * The pinned card gets its exact place and its neighbours make room. Where there is too little of it above the pinned
 * one, those before it lie one over another like a pack of cards, so that it is never far from its words.
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
    const free = above === undefined || index === pinned ? 0 : above + heightOf(index - 1);
    places.push(Math.max(place, free));
  }
  for (let index = (pinned ?? 0) - 1; index >= 0; index -= 1) {
    const below = places[index + 1] ?? 0;
    places[index] = Math.min(places[index] ?? 0, below - heightOf(index));
  }
  return pinned !== null && (places[0] ?? 0) < 0 ? packed(places, pinned) : places;
}

/** As many equal steps from the top to the pinned card as there are cards before it. */
function packed(places: readonly number[], pinned: number): number[] {
  const step = (places[pinned] ?? 0) / pinned;
  return places.map((place, index) => (index < pinned ? index * step : place));
}
