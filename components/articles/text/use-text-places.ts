"use client";

import { type RefObject, useEffect, useState } from "react";
import type { BlockPlace } from "#components/articles/minimap/minimap-ticks.ts";
import { whenIdle } from "#components/articles/page/when-idle.ts";
import type { Block } from "#lib/anchoring/blocks.ts";
import { BLOCK_START } from "#lib/anchoring/text-tree.ts";

/** Where the text and its blocks are, in pixels. */
export type TextPlaces = {
  blocks: readonly BlockPlace[];
  /** From the top of the document to the text, and from its first line to its last. */
  top: number;
  height: number;
  /** How high the strip may be, and what is seen of the text at a time. */
  room: number;
  window: number;
  /** What the bar on top of the window covers: the strip sticks below it. */
  bar: number;
};

/** Measures the text when the browser has time, and again when its size changes. Null until then. */
export function useTextPlaces(
  text: RefObject<HTMLElement | null>,
  strip: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
): TextPlaces | null {
  const [places, setPlaces] = useState<TextPlaces | null>(null);
  useEffect(() => {
    const [root, element] = [text.current, strip.current];
    if (root === null || element === null) return;
    let callOff: (() => void) | null = null;
    const look = () => {
      callOff = null;
      setPlaces(measure(root, element, blocks));
    };
    // Waiting is not begun anew: marks that are drawn on and on would put it off for ever.
    const observer = new ResizeObserver(() => {
      callOff ??= whenIdle(look);
    });
    // The body too: what stands above the text may grow.
    for (const observed of [root, element, document.body]) observer.observe(observed);
    return () => {
      callOff?.();
      observer.disconnect();
    };
  }, [text, strip, blocks]);
  return places;
}

function measure(root: HTMLElement, strip: HTMLElement, blocks: readonly Block[]): TextPlaces {
  const ends = new Map(blocks.map(({ start, end }) => [start, end]));
  const { top, height } = root.getBoundingClientRect();
  return {
    blocks: [...root.querySelectorAll(`[${BLOCK_START}]`)].map((element) => {
      const start = Number(element.getAttribute(BLOCK_START));
      const rect = element.getBoundingClientRect();
      return { start, end: ends.get(start) ?? start, top: rect.top - top, height: rect.height };
    }),
    top: top + scrollY,
    height,
    room: strip.clientHeight,
    window: innerHeight,
    bar: Number.parseFloat(getComputedStyle(strip).top) || 0,
  };
}
