"use client";

import { type RefObject, useLayoutEffect } from "react";
import { placeCards } from "./card-places.ts";

/** Pixels between two cards. */
const GAP = 12;

/**
 * Moves the items of a list beside a text level with their words, and again whenever the text or a card changes its
 * size. `topOf`: where an item's words are in the window, null when they are not shown. The list is an ordinary
 * one without this, in the same order.
 */
export function useCardPlaces({
  list,
  text,
  isWide,
  topOf,
  pinned,
  items,
}: {
  list: RefObject<HTMLElement | null>;
  text: RefObject<HTMLElement | null>;
  isWide: boolean;
  topOf: (item: HTMLElement) => number | null;
  /** The item that gets its exact place. */
  pinned: string | null;
  /** Changes when the list has other items. */
  items: unknown;
}): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `items` says that there are others to place
  useLayoutEffect(() => {
    const element = list.current;
    if (!isWide || element === null || text.current === null) return;
    const cards = [...element.children].filter((child) => child instanceof HTMLElement);
    const place = () => placeAll(element, cards, topOf, pinned);
    place();
    // Only from here on do they glide: a new card must not come flying from the top, so its place is settled first.
    const settled = requestAnimationFrame(() => {
      element.getBoundingClientRect();
      for (const card of cards) card.setAttribute("data-settled", "");
    });
    const observer = new ResizeObserver(place);
    for (const observed of [text.current, ...cards]) observer.observe(observed);
    return () => {
      cancelAnimationFrame(settled);
      observer.disconnect();
    };
  }, [list, text, isWide, topOf, pinned, items]);

  useLayoutEffect(() => {
    const element = list.current;
    return isWide && element ? () => unplace(element) : undefined;
  }, [list, isWide]);
}

function placeAll(
  list: HTMLElement,
  cards: readonly HTMLElement[],
  topOf: (item: HTMLElement) => number | null,
  pinned: string | null,
): void {
  const origin = list.getBoundingClientRect().top;
  const wanted: number[] = [];
  for (const card of cards) wanted.push(Math.max((topOf(card) ?? 0) - origin, wanted.at(-1) ?? 0));
  const heights = cards.map((card) => card.offsetHeight);
  const index = cards.findIndex((card) => card.dataset.item === pinned);
  const places = placeCards({ wanted, heights, pinned: index === -1 ? null : index, gap: GAP });
  list.setAttribute("data-placed", "");
  for (const [at, card] of cards.entries()) {
    const place = places[at] ?? 0;
    card.style.translate = `0 ${Math.round(place)}px`;
    card.style.clipPath = cut((places[at + 1] ?? Number.POSITIVE_INFINITY) - place, heights[at] ?? 0);
  }
  list.style.minHeight = `${Math.ceil((places.at(-1) ?? 0) + (heights.at(-1) ?? 0))}px`;
}

/** Pixels of a card that go on below the one over it, whose corners are round. */
const UNDER = 10;

/** Nothing of a card looks out again below the one that lies over it. `room`: how far below its top that one begins. */
function cut(room: number, height: number): string {
  return room < height ? `inset(-1rem -1rem ${Math.max(0, Math.round(height - room - UNDER))}px)` : "";
}

function unplace(list: HTMLElement): void {
  list.removeAttribute("data-placed");
  list.style.minHeight = "";
  for (const card of list.children) {
    card.removeAttribute("data-settled");
    if (card instanceof HTMLElement) Object.assign(card.style, { translate: "", clipPath: "" });
  }
}
