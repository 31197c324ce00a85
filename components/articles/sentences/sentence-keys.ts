import type { KeyboardEvent } from "react";
import type { Adjustment } from "#components/articles/ends/adjust-words.ts";

/** Sentences to go by at once with Page Up and Page Down. */
const PAGE = 8;

type Move = (index: number, last: number) => number;
const down: Move = (index, last) => Math.min(last, index + 1);
const up: Move = (index) => Math.max(0, index - 1);

/** Keys that go from sentence to sentence in a list of them. */
const MOVES: Readonly<Record<string, Move>> = {
  ArrowDown: down,
  j: down,
  ArrowUp: up,
  k: up,
  PageDown: (index, last) => Math.min(last, index + PAGE),
  PageUp: (index) => Math.max(0, index - PAGE),
  Home: () => 0,
  End: (_, last) => last,
};

/** The sentence a key leads to; null when it is no key to move by. */
export function sentenceFor(
  { key }: Pick<KeyboardEvent, "key">,
  { index, last }: { index: number; last: number },
): number | null {
  const move = Object.hasOwn(MOVES, key) ? MOVES[key] : undefined;
  return move ? move(index, last) : null;
}

/** Brackets, or the arrows that point along the text: alone they move the beginning, with Shift the end. */
export function adjustmentFor(
  event: Pick<KeyboardEvent, "key" | "shiftKey">,
  direction: "ltr" | "rtl",
): Adjustment | null {
  const [earlier, later] = direction === "rtl" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  const edge = event.shiftKey ? "end" : "start";
  switch (event.key) {
    case "[":
      return { edge: "start", by: "earlier" };
    case "]":
      return { edge: "start", by: "later" };
    case "{":
      return { edge: "end", by: "earlier" };
    case "}":
      return { edge: "end", by: "later" };
    case earlier:
      return { edge, by: "earlier" };
    case later:
      return { edge, by: "later" };
    default:
      return null;
  }
}
