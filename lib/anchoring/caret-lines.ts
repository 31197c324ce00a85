import { blockAt, type CaretMove, type CaretText, moveCaret } from "./caret.ts";

/** Where a caret stands on screen, in pixels: its line from `top` to `bottom`, and how far along it. */
export type CaretPlace = { x: number; top: number; bottom: number };

/** Looks up where a caret at an offset of the text stands; null where nothing is drawn. */
type PlaceAt = (offset: number) => CaretPlace | null;

/** Characters looked at before giving up: more than stand in any two lines. */
const REACH = 4_000;

/**
 * The place on the line above (`earlier`) or below that is nearest to `x`, the way columns go in a table too. Text
 * alone does not know its lines, so what is on screen is asked, one character after the other.
 */
export function lineMove(
  text: CaretText,
  at: number,
  { toward, x, placeAt }: { toward: CaretMove["toward"]; x: number; placeAt: PlaceAt },
): number {
  const here = placeAt(at);
  if (here === null) return at;
  let line: CaretPlace | null = null;
  let nearest = { at, distance: Number.POSITIVE_INFINITY };
  for (const offset of placesFrom(text, at, toward)) {
    const place = placeAt(offset);
    const isBefore = place === null || !isBeyond(place, here, toward);
    if (isBefore && line === null) continue;
    if (isBefore || (line !== null && !isOnLine(place, line))) break;
    line ??= place;
    const distance = Math.abs(place.x - x);
    if (distance < nearest.distance) nearest = { at: offset, distance };
  }
  return line === null ? edgeOfText(text, at, toward) : nearest.at;
}

/** The first (`earlier`) or last place on the line a caret stands on. */
export function lineEdge(
  text: CaretText,
  at: number,
  { toward, placeAt }: { toward: CaretMove["toward"]; placeAt: PlaceAt },
): number {
  const here = placeAt(at);
  if (here === null) return at;
  let edge = at;
  for (const offset of placesFrom(text, at, toward)) {
    const place = placeAt(offset);
    // Cells of one row stand on one line, and are a block each.
    if (place === null || !isOnLine(place, here) || blockAt(text, offset) !== blockAt(text, at)) break;
    edge = offset;
  }
  return edge;
}

function* placesFrom(text: CaretText, at: number, toward: CaretMove["toward"]): Generator<number> {
  let caret = { anchor: at, head: at };
  for (let steps = 0; steps < REACH; steps += 1) {
    const next = moveCaret(text, caret, { by: "character", toward }, false);
    if (next.head === caret.head) return;
    yield next.head;
    caret = next;
  }
}

function isBeyond(place: CaretPlace, here: CaretPlace, toward: CaretMove["toward"]): boolean {
  return toward === "later" ? middleOf(place) > here.bottom : middleOf(place) < here.top;
}

function isOnLine(place: CaretPlace, line: CaretPlace): boolean {
  return middleOf(place) >= line.top && middleOf(place) <= line.bottom;
}

function middleOf({ top, bottom }: CaretPlace): number {
  return (top + bottom) / 2;
}

/** On the first and the last line, up and down lead to their ends. */
function edgeOfText(text: CaretText, at: number, toward: CaretMove["toward"]): number {
  return moveCaret(text, { anchor: at, head: at }, { by: "text", toward }, false).head;
}
