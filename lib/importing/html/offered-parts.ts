import type { DraftPart } from "./draft-part.ts";

/** More left-out blocks than this make a preview nobody reads to its end. */
const MOST_LEFT_OUT = 200;
/** Shorter ones far from the article are labels of buttons and menus. UTF-16 code units. */
const SHORTEST_FAR = 40;
/** Longer ones are no block but a page without any. UTF-16 code units. */
const LONGEST_LEFT_OUT = 20_000;
/** In blocks: what is no further from a kept one may have been left out by mistake, however short. */
const NEAR = 3;

/** Of each part, whether the preview shows it: all that are kept, and of the others those somebody may miss. */
export function chooseOffered(parts: readonly DraftPart[], kept: readonly boolean[]): boolean[] {
  const distances = distancesToKept(kept);
  const missable = parts.flatMap((part, index) => {
    const distance = distances[index] ?? 0;
    if (part.text.length > LONGEST_LEFT_OUT) return [];
    return !kept[index] && (distance <= NEAR || isWorthReading(part)) ? [{ index, distance }] : [];
  });
  const nearest = missable.toSorted((a, b) => a.distance - b.distance).slice(0, MOST_LEFT_OUT);
  const offered = new Set(nearest.map(({ index }) => index));
  return kept.map((isKept, index) => isKept || offered.has(index));
}

function isWorthReading({ text, linked, type }: DraftPart): boolean {
  const isLink = linked >= text.length * 0.8;
  return type !== "table-cell" && !isLink && text.length >= SHORTEST_FAR;
}

/** How many blocks away the nearest kept one is. */
function distancesToKept(kept: readonly boolean[]): number[] {
  const distances = kept.map(() => kept.length);
  for (const order of [kept.keys().toArray(), kept.keys().toArray().reverse()]) {
    let distance = kept.length;
    for (const index of order) {
      distance = kept[index] ? 0 : distance + 1;
      distances[index] = Math.min(distances[index] ?? distance, distance);
    }
  }
  return distances;
}
