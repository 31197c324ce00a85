"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { clearOfBars } from "#components/articles/selecting/words-in-text.ts";
import { type Lift, liftOf } from "./card-lift.ts";
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
  writtenId,
  items,
  drawnCount,
}: {
  list: RefObject<HTMLElement | null>;
  text: RefObject<HTMLElement | null>;
  isWide: boolean;
  topOf: (item: HTMLElement) => number | null;
  /** The item that gets its exact place. */
  pinned: string | null;
  /** The item that is a form: it stays in the window to its end. */
  writtenId: string | null;
  /** Changes when the list has other items. */
  items: unknown;
  /** Changes when more of the text's marks are drawn. */
  drawnCount: number;
}): void {
  const lift = useRef<Lift | null>(null);
  // At once, though their places are found a little later: keys go to cards from the first moment on.
  useLayoutEffect(() => {
    const element = list.current;
    if (!isWide || element === null) return;
    element.setAttribute("data-placed", "");
    return () => unplace(element);
  }, [list, isWide]);

  // Whoever goes to a card may look at once where it is.
  useLayoutEffect(() => {
    if (isWide && list.current !== null && pinned !== null)
      placeAll(list.current, { topOf, pinned, writtenId, lift });
  }, [list, isWide, topOf, pinned, writtenId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: both say that there is something else to place
  useLayoutEffect(() => {
    const element = list.current;
    if (!isWide || element === null || text.current === null) return;
    let settled = 0;
    // Called for the first time in the next frame, between its layout and its painting: asking for places now would
    // have the layout made once more.
    const observer = new ResizeObserver(() => {
      placeAll(element, { topOf, pinned, writtenId, lift });
      settled ||= requestAnimationFrame(() => settle(element));
    });
    for (const observed of [text.current, ...cardsIn(element)]) observer.observe(observed);
    return () => {
      cancelAnimationFrame(settled);
      observer.disconnect();
    };
  }, [list, text, isWide, topOf, pinned, writtenId, items, drawnCount]);
}

const cardsIn = (list: HTMLElement) =>
  [...list.children].filter((child): child is HTMLElement => child instanceof HTMLElement);

function placeAll(
  list: HTMLElement,
  {
    topOf,
    pinned,
    writtenId,
    lift,
  }: {
    topOf: (item: HTMLElement) => number | null;
    pinned: string | null;
    writtenId: string | null;
    lift: RefObject<Lift | null>;
  },
): void {
  const cards = cardsIn(list);
  const origin = list.getBoundingClientRect().top;
  const wanted: number[] = [];
  for (const card of cards) wanted.push(Math.max((topOf(card) ?? 0) - origin, wanted.at(-1) ?? 0));
  const heights = cards.map((card) => card.offsetHeight);
  const index = cards.findIndex((card) => card.dataset.item === pinned);
  const item = cards[index]?.dataset.item;
  if (item !== undefined && item === writtenId) {
    const top = (wanted[index] ?? 0) + origin;
    lift.current = liftOf({ item, top, height: heights[index] ?? 0 }, clearOfBars(), lift.current);
    wanted[index] = Math.max(0, top - lift.current.by - origin);
  } else lift.current = null;
  const places = placeCards({ wanted, heights, pinned: index === -1 ? null : index, gap: GAP });
  for (const [at, card] of cards.entries()) {
    const place = places[at] ?? 0;
    card.style.translate = `0 ${Math.round(place)}px`;
    card.style.setProperty(
      "--cut",
      cut((places[at + 1] ?? Number.POSITIVE_INFINITY) - place, heights[at] ?? 0),
    );
  }
  list.style.minHeight = `${Math.ceil((places.at(-1) ?? 0) + (heights.at(-1) ?? 0))}px`;
}

/** Pixels of a card that go on below the one over it, whose corners are round. */
const UNDER = 10;

/** Nothing of a card looks out again below the one that lies over it. `room`: how far below its top that one begins. */
function cut(room: number, height: number): string {
  return room < height ? `inset(-1rem -1rem ${Math.max(0, Math.round(height - room - UNDER))}px)` : "none";
}

/** Only from here on do they glide: a new card must not come flying from the top, so its place is settled first. */
function settle(list: HTMLElement): void {
  list.getBoundingClientRect();
  for (const card of list.children) card.setAttribute("data-settled", "");
}

function unplace(list: HTMLElement): void {
  list.removeAttribute("data-placed");
  list.style.minHeight = "";
  for (const card of cardsIn(list)) {
    card.removeAttribute("data-settled");
    card.style.translate = "";
    card.style.removeProperty("--cut");
  }
}
